import { runCommand } from '../../../src/main/cli/run-command.ts';

/** What one command line printed and how it ended, run in this process as from a terminal. */
export async function workbench(
  ...args: string[]
): Promise<{ readonly exit: number; readonly out: string; readonly err: string }> {
  const said: string[] = [];
  const wrong: string[] = [];
  const exit = await runCommand(args, {
    out: (text) => said.push(text),
    err: (text) => wrong.push(text),
    env: {},
  });
  return { exit, out: said.join('\n'), err: wrong.join('\n') };
}

/** The JSON a command prints with `--json`. Fails the test when it is refused. */
export async function workbenchJson<T>(...args: string[]): Promise<T> {
  const { exit, out, err } = await workbench(...args, '--json');
  if (exit !== 0) throw new Error(`${args.join(' ')}: ${err}`);
  return JSON.parse(out) as T;
}
