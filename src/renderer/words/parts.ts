/** The sentences of the parts that all rooms share. Under the name of each file: what it says. */
export const PARTS = {
  // assessments-written
  assessmentsHandedOver: 'Assessments handed over',
  figuresTo: (periodFrom: string, periodTo: string, writtenAt: string) =>
    `, figures ${periodFrom} to ${periodTo} · ${writtenAt}`,
  noMarking: 'no marking',
  scoredBy: (scheme: string) => `scored by ${scheme}`,
  asDrafted: 'as drafted',
  ownWordsIn: (ownWords: string) => `own words in ${ownWords}`,

  // chooser
  choose: 'Choose',

  // copy-table
  theTableIsOn: 'The table is on the clipboard: paste it into Word or Excel.',
  copyTable: 'Copy table',

  // explain
  whereThisFigureComes: 'Where this figure comes from',
  lookingItUp: 'Looking it up…',
  notKnown: 'Not known',
  howItWasWorked: 'How it was worked out',
  fromTheseNumbers: 'From these numbers',

  // figure-cells
  thisSheetIsA:
    'This sheet is a list of records: each row counts one crime or incident. No copy of the sheet is kept, so that nothing about single people is.',
  noCopyOfThis:
    'No copy of this sheet is kept: it is long, or it was kept before sheets were copied. Open the file itself to see the cell.',
  noCellsNothingHas: 'No cells: nothing has come yet',
  outOf: (fromCount: string) => `Out of ${fromCount}`,
  sheet: (sheet: string) => ` · sheet «${sheet}»`,
  fetchingTheSheet: 'Fetching the sheet…',

  // figure-note
  theNoteIsTaken: 'The note is taken away.',
  notedTheFigureIs: 'Noted: the figure is marked wherever it is shown.',
  yourNoteOnThis: 'Your note on this figure',
  keepTheNote: 'Keep the note',
  takeItAway: 'Take it away',

  // figure-table
  table: (caption: string) => `Table: ${caption}`,
  theArrowKeysMove:
    'The arrow keys move between figures; Enter shows where a figure comes from. Shift with the arrow keys picks cells, Control and C copies them.',

  // file-drop
  chooseFiles: 'Choose files…',

  // lit-cells
  cellsOfTheSheet: (sheet: string) => `Cells of the sheet ${sheet}`,

  // new-passphrase
  newPassphrase: 'New passphrase',
  theSameOnceMore: 'The same once more',
  notTheSameAs: 'Not the same as above.',

  // notice
  putAway: 'Put away',

  // panel-form
  leaveItAsIt: 'Leave it as it is',

  // passphrase-field
  hide: 'Hide',
  show: 'Show',
  fourOrMoreWords: 'Four or more words that have nothing to do with each other.',

  // picture-tools
  theChartIsOn: 'The chart is on the clipboard.',
  theChartIsSaved: (saved: string) => `The chart is saved: ${saved}`,
  copyChart: 'Copy chart',
  saveAsPng: 'Save as PNG',
  saveAsSvg: 'Save as SVG',

  // recovery-key
  copiedPasteItInto: 'Copied. Paste it into your password safe now: the clipboard forgets it after a minute.',
  itOpensTheStore:
    'It opens the store if the passphrase is ever lost. It is shown only now: nobody can show it again, and without passphrase and key nobody can open the store, not even its makers.',
  saferWorkbenchRecoveryKey: 'Safer Workbench · recovery key',
  recoveryKey: 'Recovery key',
  keepItOnPaper:
    'Keep it on paper, locked away from this laptop. Letters and numbers only: no letter O, I or L is in it.',
  print: 'Print',
  copy: 'Copy',
  iHaveWrittenIt: 'I have written it down, or printed it, and will keep it apart from this laptop',

  // side-panel
  closeThisPanel: 'Close this panel',
  close: 'Close',

  // states
  nothingThatWasKept: 'Nothing that was kept is lost. Try again, or start the workbench anew.',

  // table-block
  showRowsWith: 'Show rows with',
  showRowsWithWord: 'Show rows with…',
  noRow: 'No row',
  ofRows: (rowCount: number, rowCount2: number) => `${String(rowCount)} of ${String(rowCount2)} rows`,
  with: (text: string, filter: string) => `${text} with «${filter}».`,
  view: 'View',
  howTheTableIs: 'How the table is shown',
  rowsCloseTogether: 'Rows close together',

  // put-back
  undone: 'Undone',
  doneAgain: 'Done again',

  // use-picking
  theCellsAreOn: 'The cells are on the clipboard with their heads: paste them into Word or Excel.',
} as const;
