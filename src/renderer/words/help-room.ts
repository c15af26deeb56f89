/** The sentences of the room «Help». Under the name of each file: what it says. */
export const HELP_ROOM = {
  // help-view
  theFiguresAreThe: (says: string) => `${says}. The figures are the sample’s.`,
} as const;
