import { inertText } from './cli/inert-text.ts';
import { runCommand } from './cli/run-command.ts';

process.exitCode = await runCommand(process.argv.slice(2), {
  out: (text) => process.stdout.write(`${inertText(text)}\n`),
  err: (text) => process.stderr.write(`${inertText(text)}\n`),
  env: process.env,
});
