import type { Input, Output } from '../../preload/contract.ts';
import { dispatch, type EngineCommand } from '../engine/dispatch.ts';
import type { Engine } from '../engine/engine.ts';

/** The engine said no; the message is its own. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** Asks the engine, in this very process, by the same contract as the window. Throws {@link Refused}. */
export async function ask<C extends EngineCommand>(engine: Engine, command: C, input: Input<C>): Promise<Output<C>> {
  const reply = await dispatch(engine, command, input, 'shell', (id, name, error) => {
    process.stderr.write(
      `fault ${id} in ${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
  });
  if (!reply.ok) throw new Refused(reply.failure.message);
  return reply.value as Output<C>;
}
