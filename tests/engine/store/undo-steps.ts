import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from '../../../src/preload/contract.ts';
import type { Engine } from '../../../src/main/engine/engine.ts';
import { ask } from '../month.ts';
import { temporaryFolder } from '../temporary-store.ts';

/** One thing asked of the engine: its input, a file to be offered, or what is to be found out first. */
export type Step = readonly [Command, unknown];
type Found = (engine: Engine) => Promise<unknown>;

export interface Case {
  readonly thing: string;
  /** How the officer sees it, and which part of that it is about. */
  readonly look: Step;
  readonly sees?: (answer: never) => unknown;
  readonly before?: readonly Step[];
  readonly edit: Step;
  /** Another edit of the same thing, undone and redone with it. */
  readonly then?: Step;
  readonly says: RegExp;
}

/** A file on this computer, to be offered when its turn comes. */
export class FileOf {
  readonly name: string;
  readonly text: string;
  readonly rest: Readonly<Record<string, unknown>>;
  constructor(name: string, text: string, rest: Readonly<Record<string, unknown>> = {}) {
    this.name = name;
    this.text = text;
    this.rest = rest;
  }
}

/** The input as the window would send it: a file is offered first, and previewed where it is to be imported. */
export async function inputOf(engine: Engine, input: unknown): Promise<unknown> {
  if (typeof input === 'function') return (input as Found)(engine);
  if (!(input instanceof FileOf)) return input;
  const path = join(temporaryFolder(), input.name);
  writeFileSync(path, input.text);
  const { file } = await ask(engine, 'file.offer', { path }, 'shell');
  const { choice, ...rest } = input.rest;
  if (choice === undefined) return { file, ...rest };
  const { preview } = await ask(engine, 'import.preview', { file, choices: [{ position: 0, choice }] });
  return { preview, ...rest };
}
