import { contract } from '../../preload/contract.ts';
import type { Command, Output, Parsed, Reply } from '../../preload/contract.ts';
import type { Engine } from './engine.ts';
import { SHELL } from './words.ts';

type ShellCommand = { [C in Command]: (typeof contract)[C]['at'] extends 'shell' ? C : never }[Command];

/** What the shell itself answers. A missing one does not compile. */
export type ShellAnswers = {
  readonly [C in ShellCommand]: (input: Parsed<C>) => Promise<Reply<Output<C>>> | Reply<Output<C>>;
};

const MOST_FILES = 200;

const refused = (kind: 'refused' | 'invalid' | 'failed', message: string): Reply<never> => ({
  ok: false,
  failure: { kind, message },
});

const isCommand = (name: unknown): name is Command => typeof name === 'string' && Object.hasOwn(contract, name);
const isShellCommand = (command: Command): command is ShellCommand => contract[command].at === 'shell';

/** Answers one call of the window: only commands whose door is the window's, the shell's own after checking what is asked. */
export async function answerCall(
  command: unknown,
  input: unknown,
  engine: Engine,
  answers: ShellAnswers,
): Promise<Reply<unknown>> {
  if (!isCommand(command) || contract[command].door !== 'window') {
    return refused('invalid', SHELL.questionNotKnown);
  }
  if (!isShellCommand(command)) return engine.ask(command, input, 'window');
  const asked = contract[command].input.safeParse(input);
  if (!asked.success) return refused('invalid', SHELL.questionNotWellPut(command));
  const answer = answers[command] as (input: unknown) => Promise<Reply<unknown>> | Reply<unknown>;
  return answer(asked.data);
}

const isPathList = (paths: unknown): paths is string[] =>
  Array.isArray(paths) && paths.length > 0 && paths.every((path) => typeof path === 'string' && path !== '');

/** Hands paths to the engine and answers tokens: the window never sees a path. */
export async function offerPaths(paths: unknown, engine: Engine): Promise<Reply<Output<'file.choose'>>> {
  if (!isPathList(paths)) {
    return refused('refused', SHELL.notAFileHere);
  }
  if (paths.length > MOST_FILES) return refused('refused', SHELL.tooManyFiles(MOST_FILES));
  const files: Output<'file.offer'>[] = [];
  for (const path of paths) {
    const reply = await engine.ask('file.offer', { path }, 'shell');
    if (!reply.ok) return reply;
    files.push(reply.value as Output<'file.offer'>);
  }
  return { ok: true, value: { files } };
}
