/** The sentences of the room «Extracts». Under the name of each file: what it says. */
export const EXTRACTS_ROOM = {
  // area-names
  lookingUpTheAreas: 'Looking up the areas…',
  anExtractMayCall:
    'An extract may call an area by any of its names. Case, spaces and «&» for «and» never matter. A name added here counts for extracts kept from now on.',
  findAnAreaOr: 'Find an area or a name',
  areasAndTheirOther: 'Areas and their other names',
  area: 'Area',
  kind: 'Kind',
  otherNames: 'Other names',
  noAreaHasA: 'No area has a name like that.',
  andMoreTypePart: (foundCount: number) => `and ${String(foundCount)} more: type part of a name to find them.`,
  isNoLongerAnother: (alias: string, name: string) => `«${alias}» is no longer another name of «${name}».`,
  takeAwayFrom: (alias: string, name: string) => `Take ${alias} away from ${name}`,
  takeAway: 'Take away',
  addAnotherNameOf: (name: string) => `Add another name of ${name}`,
  addAName: 'Add a name…',
  nowMeans: (alias: string, name: string) => `«${alias}» now means «${name}».`,
  anotherNameOf: (name: string) => `Another name of ${name}`,
  add: 'Add',
  leaveIt: 'Leave it',

  // asked-menu
  whatRowIs: (row: number) => `What row ${String(row)} is`,
  whatTheColumnIs: (heading: string) => `What the column ${heading} is`,

  // bring-in
  filesOnTheirWay: 'Files on their way in',
  stop: 'Stop',
  keepAllReadyFiles: (readyCount: number) => `Keep all ${String(readyCount)} ready files`,
  lookInAFolder: 'Look in a folder…',
  toSeeWhichOf: ' to see which of its files are new here',
  ofReadReadyTo: (done: number, fileCount: string, ready: number, kept: number, notTaken: readonly string[]) =>
    [
      `${String(done)} of ${fileCount} read, ${String(ready)} ready to keep.`,
      ...(kept === 0 ? [] : [`${String(kept)} kept.`]),
      ...(notTaken.length === 0 ? [] : [`Not taken as it is: ${notTaken.join(', ')}.`]),
    ].join(' '),

  // changes-list
  newFigures: 'new figures',
  theSameAsHeld: 'the same as held',
  heldButGoneFrom: 'held but gone from this file',
  theLargestChangesFirst: 'The largest changes first',
  what: 'What',
  period: 'Period',
  held: 'Held',
  inThisFile: 'In this file',
  gone: 'gone',
  monthsThatDifferFrom: 'Months that differ from what is held',
  month: 'Month',
  new: 'New',
  same: 'Same',
  changed: 'Changed',
  goneWord: 'Gone',

  // choice-menu
  asNow: ', as now',

  // drop-place
  dropExtractsHere: 'Drop extracts here',
  dropTheMonthsExtracts: 'Drop the month’s extracts here',
  excelWorkbooksOrCsv: 'Excel workbooks or CSV files, many at once. Nothing is kept until you say so.',

  // extracts-view
  extracts: 'Extracts',
  bringIn: 'Bring in',
  history: (text: string) => `History${text}`,
  areasAndNames: 'Areas and names',
  howSheetsAreRead: 'How sheets are read',

  // folder-look
  newHere: 'new here',
  changedSince: 'changed since',
  withdrawnBefore: 'withdrawn before',
  heldAlready: 'held already',
  notReadHere: 'not read here',
  whatIsNewIn: (name: string) => `What is new in ${name}`,
  lookAgain: 'Look again',
  close: 'Close',
  lookAtTheOne: 'Look at the one new file',
  lookAtTheNew: (newCount: number) => `Look at the ${String(newCount)} new files`,
  inTheListBelow: 'In the list below',
  lookAt: (name: string) => `Look at ${name}`,
  lookAtIt: 'Look at it',
  andMore: (more: string) => `and ${more} more.`,
  thereIsNothingIn: 'There is nothing in this folder.',

  // history
  readingTheHistory: 'Reading the history…',
  nothingHasBeenKept: 'Nothing has been kept yet',
  everyFileYouKeep:
    'Every file you keep is listed here with its cells, what could not be read, and a way back: a mistake is withdrawn, and the figures before it return.',
  bringInExtracts: 'Bring in extracts',
  importsNewestFirst: 'Imports, newest first',
  file: 'File',
  whatItIsAbout: 'What it is about',
  kept: 'Kept',
  notRead: 'Not read',
  whatCanBeDone: 'What can be done',
  countsAgain: (fileName: string) => `${fileName} counts again.`,
  withdrawn: (text: string, text2: string) => `Withdrawn${text}${text2}`,
  reinstate: (fileName: string) => `Reinstate ${fileName}`,
  reinstateWord: 'Reinstate',
  withdraw: (fileName: string) => `Withdraw ${fileName}`,
  withdrawWord: 'Withdraw…',

  // import-detail
  lookingItUp: 'Looking it up…',
  keptOf: (bytes: string, importedAt: string) => `${bytes} · kept ${importedAt}`,
  sha256: (sha256: string) => `SHA-256 ${sha256}`,

  // kept-mappings
  lookingUpWhatWas: 'Looking up what was kept…',
  everySheetIsRead: 'Every sheet is read as the workbench sees it',
  whereThatIsWrong:
    'Where that is wrong, open «The sheet» in a preview and say what its columns and rows are. What you decide is kept here for the next file of the same source.',
  whatYouDecidedOf:
    'What you decided of a sheet is followed for the next file of the same source, as long as its headings fit. Files kept before stay as they are.',
  keptMappingsBySource: 'Kept mappings by source',
  sourceAndSheet: 'Source and sheet',
  whatYouDecided: 'What you decided',
  knownByItsHeadings: 'Known by its headings',
  lastUsed: 'Last used',
  isReadAsYou: (source: string) => `«${source}» is read as you decided again.`,
  forgottenTheNextFile: (source: string) => `Forgotten: the next file of «${source}» is read as the workbench sees it.`,
  sheet: (sheet: string) => `sheet «${sheet}»`,
  from: (fileName: string) => `from ${fileName}`,
  version: (version: number) => `version ${String(version)}`,
  forgottenSince: 'Forgotten since',
  notYet: 'Not yet',
  inAll: (fileName: string, uses: string) => `${fileName}, ${uses} in all`,
  keepTheMappingOf: (source: string) => `Keep the mapping of ${source} again`,
  keepAgain: 'Keep again',
  forgetTheMappingOf: (source: string) => `Forget the mapping of ${source}`,
  forget: 'Forget',
  notReadAtAll: 'Not read at all',
  withoutAHeading: 'without a heading',
  measure: (measure: string) => `Measure: ${measure}`,
  column: (heading: string, columnWords: string) => `Column ${heading}: ${columnWords}`,
  row: (label: string, text: string) => `Row ${label}: ${text}`,

  // name-proposals
  namesOfAreasThat: 'Names of areas that may be mistyped',
  namesOfAreas: 'Names of areas',
  keptBeforeStillHolds: (before: string, found: string) =>
    `${before} kept before still holds figures under «${found}». Withdraw and import again to join them.`,
  mayBeMistypedAs: (found: string, meant: string, rows: string) =>
    `«${found}» may be «${meant}», mistyped (${rows}). As it stands it is an area of its own.`,
  keepAsAnotherName: (found: string, meant: string) => `Keep ${found} as another name of ${meant}`,
  keepAsAnotherNameOf: (meant: string) => `Keep as another name of ${meant}`,
  isNowAnotherName: (alias: string, name: string) =>
    `«${alias}» is now another name of «${name}», here and in every later extract.`,
  takeBackIsNot: (alias: string, name: string) => `Take back: ${alias} is not ${name}`,
  takeBack: 'Take back',

  // password-form
  thisWorkbookIsLocked: 'This workbook is locked with a password.',
  thePasswordIsUsed: (reason: string) => `${reason} The password is used once and kept nowhere.`,
  password: 'Password',
  openTheWorkbook: 'Open the workbook',

  // people-columns
  columnsAboutPeople: 'Columns about people',
  columnsAboutPeopleThat: 'Columns about people that you keep',
  aboutPeopleLeftOut: (out: string) => `${out} about people left out`,
  nothingOfAColumn:
    'Nothing of a column that is left out reaches the store. Keep one only if you are sure that it names nobody. Crime numbers are kept as a keyed hash: repeats can be counted, the numbers cannot be read.',
  byWhatStandsIn: ', by what stands in it',
  byItsHeading: ', by its heading',
  keptAsBecause: (keptAs: string) => `. Kept as ${keptAs}, because: `,
  leaveOutAfterAll: (name: string) => `Leave out ${name} after all`,
  leaveItOutAfter: 'Leave it out after all',
  keepWithAReason: (name: string) => `Keep ${name} with a reason`,
  keepIt: 'Keep it…',
  keep: (name: string) => `Keep ${name}`,
  keepItAs: 'Keep it as',
  whyItMayBe: 'Why it may be kept',
  goesWithTheDecision: 'Goes with the decision for next month, and into the audit trail.',
  readAgainWithIt: 'Read again with it',
  leaveItOut: 'Leave it out',

  // preview-pane
  whatWasFoundIn: (name: string) => `What was found in ${name}`,
  readItAgain: 'Read it again',
  about: (name: string) => `About ${name}`,
  whatWasFound: 'What was found',
  worthALook: (text: string) => `Worth a look${text}`,
  whatChanges: (text: string) => `What changes${text}`,
  theSheet: 'The sheet',
  keptOf2: (about: string) => `Kept: ${about}`,
  youChangedWhatThe: 'You changed what the sheet means. Read it again with your choices before keeping it.',
  nothingInThisFile: 'Nothing in this file could be read, so nothing of it was kept.',
  thisVeryFileIs: 'This very file is already held.',
  thereIsNothingMore: (reason: string) => `${reason} There is nothing more to do.`,

  // queue-list
  putAside: (name: string) => `Put ${name} aside`,
  putAsideWord: 'Put aside',
  reading: 'Reading',
  keeping: 'Keeping',

  // recommendation-list
  lookingUpTheRecommendations: 'Looking up the recommendations…',
  recommendations: 'Recommendations',
  due: (due: string) => `due ${due}`,
  noProgressIsWritten: 'No progress is written yet',

  // refusal-list
  everyCellWasRead: 'Every cell was read, and nothing looks odd.',
  couldNotBeRead: (refusalCount: string) => `${refusalCount} could not be read; they count as not known`,
  says: (found: string, why: string) => `says «${found}»: ${why}`,
  spellingsMore: (spellings: string) => `${spellings} more, in fewer rows`,
  andMoreOf: (howMany: string) => `and ${howMany} more.`,

  // sheet-choosers
  takeThisSheetIn: 'Take this sheet in again',
  thisSheetIs: 'This sheet is',
  headingsInRow: 'Headings in row',
  measureWord: 'Measure',
  leaveThisSheetOut: 'Leave this sheet out',
  countedIn: 'Counted in',
  fromWord: 'From',
  to: 'to ',

  // sheet-desk
  thereIsNoSheet: 'There is no sheet to show.',
  sheetWord: 'Sheet',
  nothingOfThisSheet: 'Nothing of this sheet is read.',
  clickAColumnsHead:
    'Click a column’s head, a heading or a row’s number to say what it is. The arrow keys move in the grid, Enter opens the choice.',
  bareNumbers: 'Its column of dates holds bare numbers, most likely Excel’s own day numbers.',
  readThemAsDays: 'Read them as days',
  useWhatYouDecided: 'Use what you decided, where it still fits',
  readItAsThe: 'Read it as the workbench would',
  whatTheMarksMean: 'What the marks mean',
  readAgainWithThese: 'Read again with these choices',
  putThemBack: 'Put them back',
  keepThisMappingFor: 'Keep this mapping for next month',

  // sheet-grid
  cellsOfTheSheet: (sheet: string) => `Cells of the sheet ${sheet}`,
  rowWord: 'Row',
  changedWord: ', changed',
  columnOf: (index: string, text: string, is: string, text2: string) => `Column ${index}${text}: ${is}${text2}`,
  rowOf: (row: number, label: string) => `Row ${String(row)}${label}`,

  // sheet-reports
  layout: 'Layout',
  periods: 'Periods',
  rowsRead: 'Rows read',
  found: 'Found',
  cells: 'Cells',
  hiddenSheet: ' (hidden sheet)',
  itsTitleSaysThat: 'Its title says that the figures are illustrative.',
  howCompleteTheRecords: 'How complete the records are',
  spellingWas: 'spelling was',
  spellingsWere: 'spellings were',
  matchedToOneName: (spellingCount: string) => `${spellingCount} matched to one name`,
  as: (found: string, kept: string, count: string) => `«${found}» as «${kept}», ${count}`,

  // withdraw-form
  isWithdrawnTheFigures: (fileName: string) => `${fileName} is withdrawn. The figures are as they were without it.`,
  itsFiguresStopCounting:
    'Its figures stop counting and earlier ones come back. The import stays in the history and can be reinstated.',
  whyIsItWithdrawn: 'Why is it withdrawn?',
  withdrawThisImport: 'Withdraw this import',
  leaveItAsIt: 'Leave it as it is',

  // choice-options
  thisColumnIs: 'This column is',
  theMonth: 'The month',
  theQuarter: 'The quarter',
  aWholeYear: 'A whole year',
  aColumnOf: 'A column of',
  scores: 'Scores',
  ofTheYear: 'Of the year',
  theYearEachRow: 'The year each row names',
  thisRowIs: 'This row is',
  ofTheMeasure: 'Of the measure',
} as const;
