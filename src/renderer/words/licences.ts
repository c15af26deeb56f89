interface Licence {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

declare const BUILT_WITH: readonly Licence[] | undefined;

/** What the workbench is made with, as the lock file had it when it was built; empty where nothing was built. */
export const LICENCES: readonly Licence[] = typeof BUILT_WITH === 'undefined' ? [] : BUILT_WITH;
