/** The sentences of the window’s frame. Under the name of each file: what it says. */
export const FRAME = {
  // ask
  theWorkbenchDidNot: (message: string) => `The workbench did not answer: ${message}`,
  theFilesDidNot: (message: string) => `The files did not arrive: ${message}`,

  // app
  writeDownTheRecovery: 'Write down the recovery key',
  begin: 'Begin',
  theWorkbenchDidNotAnswer: 'The workbench did not answer',
  tryAgain: 'Try again',
  theStoreIsBeingOpened:
    'The store is being opened. After an update it is first copied and then brought up to date, which takes some seconds.',
  oneStoreAtATime: (store: string) =>
    `“${store}” was not opened: one store is open at a time. Close this window, then open that one.`,
  skipToTheRoom: 'Skip to the room',
  ctrlK: 'Ctrl K',
  noExtractsYet: 'No extracts yet',
  dataTo: (dataTo: string) => `Data to ${dataTo}`,
  rooms: 'Rooms',
  saferWorkbench: 'Safer Workbench',
} as const;
