import { utilityProcess } from 'electron';
import { fork } from 'node:child_process';
import { besideArchive } from './places.ts';
import { SHELL } from './words.ts';

/** What the shell hears from the engine's process. */
export interface EngineHeard {
  readonly message: (message: unknown) => void;
  readonly ended: () => void;
}

/** One running engine, however it was started. */
export interface EngineProcess {
  readonly send: (message: object) => void;
  /** Ends it at once, whatever it is doing. */
  readonly kill: () => void;
  /** Asks it to close the store and end. */
  readonly stop: () => void;
}

export interface EngineStart {
  readonly script: string;
  readonly storePath: string;
  /** Whether the officer is asked before a store is made; the sample's is made unasked. */
  readonly asks: boolean;
  /** The project's own Node 24, for an Electron whose own Node is too old for the store. */
  readonly node: string;
}

/** better-sqlite3 13 needs Node-API 10, which Electron has since 35. */
const electronCanRunIt = (): boolean => Number(process.versions['napi']) >= 10;

export function startEngineProcess(start: EngineStart, heard: EngineHeard): EngineProcess {
  return electronCanRunIt() ? inUtilityProcess(start, heard) : inNode(start, heard);
}

const argumentsFor = (storePath: string, asks: boolean): string[] => ['--store', storePath, ...(asks ? ['--ask'] : [])];

function inUtilityProcess({ script, storePath, asks }: EngineStart, heard: EngineHeard): EngineProcess {
  const child = utilityProcess.fork(script, argumentsFor(storePath, asks), {
    serviceName: SHELL.engineName,
    env: plainEnv(),
  });
  child.on('message', heard.message);
  child.once('exit', heard.ended);
  return {
    send: (message) => {
      child.postMessage(message);
    },
    kill: () => {
      if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
    },
    stop: () => {
      child.kill();
    },
  };
}

/**
 * Room for what is new, in MB for each half. Measured on a list of 500,000 rows: 265 MB at the most where Node's own choice
 * takes up to 358, and no slower.
 */
const ENGINE_MEMORY = ['--max-semi-space-size=16'];

/** The same engine as a child of Node 24: what the tests and an older Electron use. */
export function inNode({ script, storePath, node, asks }: EngineStart, heard: EngineHeard): EngineProcess {
  const child = fork(besideArchive(script), argumentsFor(storePath, asks), {
    execPath: node,
    execArgv: ENGINE_MEMORY,
    serialization: 'advanced',
    env: plainEnv(),
  });
  let over = false;
  const ended = (): void => {
    if (over) return;
    over = true;
    heard.ended();
  };
  child.on('message', heard.message);
  child.once('exit', ended);
  child.once('error', ended);
  return {
    send: (message) => {
      // A child that has just gone cannot be sent to; its end is heard next and answers every call.
      if (child.connected) child.send(message, () => undefined);
    },
    kill: () => {
      child.kill('SIGKILL');
    },
    stop: () => {
      if (child.connected) child.disconnect();
      else child.kill();
    },
  };
}

/** Only what a plain program needs: no NODE_OPTIONS, nothing of Electron's. */
function plainEnv(): Record<string, string> {
  const wanted = [
    'PATH',
    'HOME',
    'TMPDIR',
    'TEMP',
    'TMP',
    'LANG',
    'SYSTEMROOT',
    'USERPROFILE',
    'APPDATA',
    'LOCALAPPDATA',
  ];
  return Object.fromEntries(
    wanted.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
