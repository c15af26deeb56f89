/** The sentences of opening a store. Under the name of each file: what it says. */
export const OPENING_ROOM = {
  // closed
  theStoreCannotBe: 'The store cannot be opened',
  tryAgain: 'Try again',
  orPutABackup: 'Or put a backup in its place',
  theStoreAsIt: 'The store as it is now is kept beside it under another name: nothing is thrown away.',

  // first-start
  chooseAPassphrase: 'Choose a passphrase',
  whatYouKeepHere:
    'What you keep here is personal and sensitive. With a passphrase it is encrypted: whoever copies or steals this laptop’s disk can read none of it. You will be asked for it at every start; it is stored nowhere.',
  makingTheStore: 'Making the store…',
  makeTheStore: 'Make the store',
  withoutAPassphrase: 'Without a passphrase',
  anyoneWhoGetsAt:
    'Anyone who gets at the file can then read every figure, record and name in it. Sensible for looking round with the sample, or where the disk itself is encrypted and yours alone. It can be encrypted later, under Settings, but old bytes may stay on the disk until they are written over.',
  iWantAStore: 'I want a store that is not encrypted',
  makeItWithoutA: 'Make it without a passphrase',

  // opening-page
  saferWorkbench: 'Safer Workbench',

  // unlock
  openTheStore: 'Open the store',
  everythingKeptOnThis: 'Everything kept on this laptop is encrypted. It is opened with your passphrase.',
  passphrase: 'Passphrase',
  opening: 'Opening…',
  open: 'Open',
  thePassphraseIsLost: 'The passphrase is lost',
  openWithTheRecovery: 'Open with the recovery key',
  theNineGroupsOf:
    'The nine groups of four that were written down when the store was made. The key stays valid; the passphrase becomes the one you choose now.',
  recoveryKey: 'Recovery key',
  spacesHyphensAndSmall: 'Spaces, hyphens and small letters do not matter.',
  openWithTheNew: 'Open with the new passphrase',
  backToThePassphrase: 'Back to the passphrase',
} as const;
