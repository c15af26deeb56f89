/** The sentences of the room «Settings». Under the name of each file: what it says. */
export const SETTINGS_ROOM = {
  // about-pane
  looking: 'Looking…',
  saferWorkbench: 'Safer Workbench',
  mitLicence: (version: string) => `${version}, MIT licence`,
  electron: 'Electron',
  chromium: 'Chromium',
  savedAsItWas: (saved: string) => `Saved as ${saved}. It was sent nowhere.`,
  aReportForSupport: 'A report for support',
  whenSomethingWentWrong:
    'When something went wrong: versions, how many rows each table has, and the numbers of the faults. No figure, no name, no path. It is shown here word for word, and is sent nowhere: you decide who gets the file.',
  showWhatItWould: 'Show what it would say',
  showItAnew: 'Show it anew',
  saveThisReport: 'Save this report…',
  theReport: 'The report',
  madeWith: 'Made with',
  freeSoftwareEachUnder: 'Free software, each under the licence its makers chose.',
  softwareThisIsMade: 'Software this is made with',
  what: 'What',
  version: 'Version',
  licence: 'Licence',

  // audit-pane
  readingTheAuditTrail: 'Reading the audit trail…',
  everyImportWithdrawalSetting:
    'Every import, withdrawal, setting and restore has an entry that can be neither edited nor left out without «Check the trail» saying so.',
  savedAs: (saved: string) => `Saved as ${saved}.`,
  checking: 'Checking…',
  checkTheTrail: 'Check the trail',
  saveForExcelCsv: 'Save for Excel (CSV)…',
  saveWithHashesJson: 'Save with hashes (JSON)…',
  wholeEachFollowingThe: (entries: string, anchors: string) =>
    `Whole: ${entries}, each following the one before, held against ${anchors} outside the store.`,
  theTrailIsNot: 'The trail is not as it was written. Nothing was changed by looking.',
  theClockWasSet: (clockSetBack: string) => `The clock was set back before ${clockSetBack} of them.`,
  entries: 'Entries',
  findInWhatWhen: 'Find in what, when and why',
  who: 'Who',
  everybody: 'Everybody',
  theseAreTheLatest: (most: string) => `These are the latest ${most}; a saved file has all.`,
  entriesOfTheAudit: 'Entries of the audit trail, newest first',
  when: 'When',
  show200More: 'Show 200 more',
  whatWasChanged: 'What was changed',
  field: 'Field',
  before: 'Before',
  after: 'After',
  theClockSaid: (clockAt: string) => ` · the clock said ${clockAt}`,
  entryWorkbenchHash: (entry: number, appVersion: string, hash: string, text: string) =>
    `Entry ${String(entry)} · workbench ${appVersion} · hash ${hash}…${text}`,

  // check-store
  isItSound: 'Is it sound?',
  readsEveryPageFollows:
    'Reads every page, follows every reference and every entry of the audit trail. Changes nothing.',
  checkTheStore: 'Check the store',
  readingEveryPageAnd: 'Reading every page and following the audit trail…',
  soundEveryPageReads: (auditEntries: string, counts: string, counts2: string, counts3: string) =>
    `Sound: every page reads, every reference holds, and the audit trail of ${auditEntries} is whole. It holds ${counts} imports, ${counts2} records and ${counts3} figures.`,
  faultWas: 'fault was',
  faultsWere: 'faults were',
  foundTheStoreWas: (faultCount: string) =>
    `${faultCount} found. The store was left as it is: restore a backup from the list below.`,

  // passphrases
  whatOpensIt: 'What opens it',
  thePassphraseAskedAt:
    'The passphrase, asked at every start and stored nowhere; or the recovery key that was written down.',
  changeThePassphrase: 'Change the passphrase…',
  newRecoveryKey: 'New recovery key…',
  leaveItAsIt: 'Leave it as it is',
  thePassphraseIsChanged: 'The passphrase is changed. Backups made before open with the one they were made with.',
  changeThePassphraseWord: 'Change the passphrase',
  wrappingTheKeyAnew: 'Wrapping the key anew…',
  presentPassphrase: 'Present passphrase',
  done: 'Done',
  makeANewRecovery: 'Make a new recovery key',
  makingTheKey: 'Making the key…',
  theKeyWrittenDown: 'The key written down before opens the store no longer.',
  encryptIt: 'Encrypt it',
  withAPassphraseNobody:
    'With a passphrase nobody who copies the file can read it. Plain backups are replaced by an encrypted one. Old bytes may stay on the disk until they are written over.',
  encryptTheStore: 'Encrypt the store',
  writingTheStoreAnew: 'Writing the store anew under its key, then checking and counting it…',
  chooseAPassphrase: 'Choose a passphrase…',

  // restore-backup
  theStoreThatWas: (keptAside: string) => ` The store that was there is kept as «${keptAside}».`,
  restored: (text: string) => `Restored.${text}`,
  passphraseThePresentOne: 'Passphrase (the present one, or the one used when the backup was made)',
  backupsNewestFirst: 'Backups, newest first',
  made: 'Made',
  why: 'Why',
  size: 'Size',
  restoreTheBackupOf: (madeAt: string) => `Restore the backup of ${madeAt}…`,
  restore: 'Restore…',
  readingTheBackupPage: 'Reading the backup, page by page…',
  whatRestoringWouldChange: 'What restoring would change',
  backTo: (madeAt: string) => `: back to ${madeAt}`,
  whatRestoringWouldChangeOf: (text: string) => `What restoring would change${text}`,
  theStoreAsIt: 'The store as it is now cannot be read, so it cannot be compared.',
  noImportWouldGo: 'No import would go, come or change.',
  goes: 'Goes',
  keptOn: (fileName: string, importedAt: string) => ` ${fileName}, kept on ${importedAt}`,
  comesBack: 'Comes back',
  becomes: (becomes: string) => `Becomes ${becomes}`,
  madeSinceThenSettings: (lost: string) =>
    `${lost} made since then (settings, words, imports: see the audit trail) would no longer hold. The store as it is now is kept beside it.`,
  restoring: 'Restoring…',
  restoreThisBackup: 'Restore this backup',
  leaveEverythingAsIt: 'Leave everything as it is',

  // retention-pane
  lookingAtTheRecords: 'Looking at the records…',
  recordsAreSingleCrimes:
    'Records are single crimes or incidents. Once their time is over you are told, and remove them here. What was counted from them by month, neighbourhood, offence and small area stays, so measures, the gap and packs do not change; lists of records and the assessment’s tables of age, sex, outcome and time need the records themselves.',
  noRecordsAreHeld: 'No records are held. Bring in a record extract; its rule is then set here.',
  recordsHeldBySource: 'Records held, by source',
  source: 'Source',
  records: 'Records',
  keptFor: 'Kept for',
  removed: 'Removed',
  of: (purgedAt: string, records: string, fileName: string, text: string) =>
    `${purgedAt}: ${records} of ${fileName}${text}`,
  noRule: 'No rule',
  afterTheEndOf: 'after the end of its period',
  afterItsImport: 'after its import',
  monthsToKeep: (name: string) => `Months to keep ${name}`,
  countedFromFor: (name: string) => `Counted from, for ${name}`,
  recordIs: 'record is',
  recordsAre: 'records are',
  removedOf: (records: string) => `${records} removed`,
  andTheirBytesAre: (gone: string) => `${gone}, and their bytes are wiped from the store.`,
  theirBytesAreWiped: (gone: string) =>
    `${gone}. Their bytes are wiped at the next opening, once no other window reads the store.`,
  dueToBeRemoved: 'Due to be removed',
  nothing: 'Nothing.',
  theNextRecordsAre: (nextDue: string) => ` The next records are kept through ${nextDue}.`,
  bytesRemovedEarlierAre: ' Bytes removed earlier are wiped at the next opening.',
  toBeKeptThrough: (fileName: string, own: string, text: string) => `${fileName}: ${own}, to be kept through ${text}`,
  remove: (records: string) => `Remove ${records}…`,
  thisCannotBeUndone:
    'This cannot be undone. The counts stay, the removal stands in the audit trail. Backups made before still hold the records until you delete them.',
  noteForTheAudit: 'Note for the audit trail',
  removing: 'Removing…',
  removeThese: (records: string) => `Remove these ${records}`,
  leaveThem: 'Leave them',
  copyIs: 'copy is',
  copiesAre: 'copies are',
  deleted: (deleted: string) => `${deleted} deleted.`,
  copiesFromBefore: 'Copies from before',
  theseBackupsWereMade:
    'These backups were made before records were removed, or before references were hashed. They still hold what the store no longer does, and restoring one brings it back.',
  deleteForGood: (nameCount: string) => `Delete ${nameCount} for good`,
  keepThem: 'Keep them',
  delete: (nameCount: string) => `Delete ${nameCount}…`,

  // settings-view
  settings: 'Settings',

  // store-pane
  lookingAtTheStore: 'Looking at the store…',
  file: 'File',
  kept: 'Kept',
  auditTrail: 'Audit trail',
  encryptedWriteDownThe: 'Encrypted. Write down the recovery key',
  openTheStoreAgain: 'Open the store again',
  whenItsDiskOr:
    'When its disk or share was away, or another program held it. Nothing kept is lost; an encrypted store asks for its passphrase.',
  openAgain: 'Open again',
  backedUpTheCopy: 'Backed up. The copy was opened, checked and counted against the store.',
  backups: 'Backups',
  oneADayBy:
    'One a day by itself when something has changed, and one before every update. The last of 7 days, 4 weeks and 12 months stay; those made by hand always do. They lie beside the store: copy them to another disk now and then.',
  backUpNow: 'Back up now',
  copyingTheStoreOpening: 'Copying the store, opening the copy and counting it…',

  // undo-line
  undo: (says: string) => `Undo: ${says}`,
  redo: (says: string) => `Redo: ${says}`,

  // panes
  store: 'Store',
  handlingMarkings: 'Handling markings',
  retention: 'Retention',
  aboutAndSupport: 'About and support',
} as const;
