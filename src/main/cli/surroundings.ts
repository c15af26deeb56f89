/** Where the command line writes, and what it may read of its surroundings. */
export interface Surroundings {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Exit codes, as the README says. */
export const EXIT = { done: 0, refused: 1, usage: 2, store: 3 } as const;
