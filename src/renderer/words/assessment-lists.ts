/** The sentences of the assessment’s plan, lists and calendar. Under the name of each file: what it says. */
export const LIST_PANES = {
  // calendar
  theCalendarIsSaved: (saved: string) => `The calendar is saved: ${saved}`,
  byMonth: (year: string) => `${year} by month`,
  saveAsACalendar: 'Save as a calendar file (.ics)',
  readingTheCalendar: 'Reading the calendar…',
  datesOfTheYear: 'Dates of the year',
  theAssessmentItsWorkshops:
    'The assessment, its workshops, the Board’s dates and returns due. What is due elsewhere stands in the agenda by itself.',
  nothingStandsInThe: 'Nothing stands in the calendar of this year.',
  done: '✓ done',

  // entry-form
  poundsAndPence: 'pounds and pence',
  aWholeNumber: 'a whole number',
  saysWrite: (words: string, value: string, text: string) => `«${words}» says «${value}»: write ${text}.`,
  kept: (name: string) => `Kept: ${name}.`,
  itIsTakenOut: 'It is taken out. Under the list it can be put back.',
  whatYouSavedHere: ' What you saved here stands before the sheet.',
  fromSheet: (file: string, sheet: string, cell: string, text: string) =>
    `From ${file}, sheet ${sheet}, ${cell}.${text}`,
  keepThis: (one: string) => `Keep this ${one}`,
  takeItOut: 'Take it out',
  leaveItAsIt: 'Leave it as it is',
  notSaid: 'not said',
  noneYetPutThe: (words: string) => `${words}: none yet. Put the issues in the register first.`,

  // entry-notes
  theProgressIsNoted: 'The progress is noted.',
  progress: 'Progress',
  nothingHasBeenSaid: 'Nothing has been said yet.',
  whatHasHappenedSince: 'What has happened since',
  saidOn: 'Said on',
  noteTheProgress: 'Note the progress',

  // grants
  theAwardOfIs: (notAwarded: number) => `the award of ${String(notAwarded)} is not known`,
  whatWasPaidTo: (notPaid: number) => `what was paid to ${String(notPaid)} is not known`,
  awardedPaid: (grants: string, awarded: string, paid: string) => `${grants}: ${awarded} awarded, ${paid} paid`,
  noReturnIsOverdue: 'no return is overdue',
  returnIs: 'return is',
  returnsAre: 'returns are',
  overdue: (late: string) => `${late} overdue`,
  cameIn: (came: string) => `came in ${came}`,
  due: (due: string) => `due ${due}`,
  grantSpendPlan: 'Grant spend plan',
  eachProjectAGrant:
    'Each project a grant pays for: its provider, the priority it serves, what was awarded and paid, and its half-year return.',
  halfYearReturn: 'Half-year return',

  // list-pane
  reading: (name: string) => `Reading: ${name}…`,
  aNew: (one: string) => `A new ${one}`,
  add: (one: string) => `Add ${one}`,
  nothingYet: (name: string) => `${name}: nothing yet`,
  itIsBackIn: 'It is back in the list.',
  takenOut: (takenOutCount: number) => `Taken out (${String(takenOutCount)})`,
  putBack: (title: string) => `Put back: ${title}`,
  putBackWord: 'Put back',
  row: (row: number, says: string) => `Row ${String(row)}: ${says}`,
  nothingWasKept: (lines: string) => `Nothing was kept. ${lines}`,
  keptLookAtThese: (kept: number, lines: string) => `${String(kept)} kept. Look at these: ${lines}`,
  keptOf: (kept: number, name: string) => `${String(kept)} kept: ${name}.`,
  aSheet: (name: string) => `A sheet: ${name}`,
  fromASheet: (name: string) => `${name} from a sheet`,
  aRowForEach: (one: string, heads: string, also: string) =>
    `A row for each ${one} under headings: ${heads}. All rows are kept, or none. ${also}`,

  // outcomes
  anOutcomeIsWhat:
    'An outcome is what is to be different for people: «Victims are safer». Its measures tell how it stands; nothing is typed in.',
  status: 'Status',
  trend: 'Trend',
  yearToDateBeside: 'year to date beside last year’s',
  theStatusIsThat:
    'The status is that of the worst of its measures that is judged; with none judged it is never green.',
  theTrendComparesTwo:
    'The trend compares two figures. Whether a change is more than chance stands with the measure itself.',

  // plan-pane
  word: 'Word',
  excel: 'Excel',
  thePlanWasNot: (refusals: string) => `The plan was not kept. ${refusals}`,
  isKept: (title: string, year: string) => `${title}, ${year}, is kept.`,
  aPlansSheet: 'A plan’s sheet',
  noPlanOnA: 'No plan on a page yet',
  anotherPlanOrThis: 'Another plan, or this one anew',
  aSheetWithA: 'A sheet with a row for each part of the plan: Year, Title, Vision, Who we are, Facing, Row…',
  drawingThePlan: 'Drawing the plan…',
  thePlanIsSaved: (saved: string) => `The plan is saved: ${saved}`,
  aNewRow: 'A new row',
  rowsOfThePlan: (year: string) => `Rows of the plan ${year}`,
  weWill: 'We will',
  band: 'Band',
  accountable: 'Accountable',
  light: 'Light',
  why: 'Why',
  notYetNamed: 'not yet named',
  planOf: 'Plan of',
  saveAs: (words: string) => `Save as ${words}`,
  thePlanHasMore: 'The plan has more words than one page holds in type that can be read. Shorten it.',
  theTableBelowSays: (title: string, year: string) => `${title}, ${year}: the table below says the same in words.`,
  rows: 'Rows',
  addARow: 'Add a row',

  // plan-row-form
  soThat: 'So that',
  andUltimately: 'And ultimately',
  withSuccessMeasuredBy: 'With success measured by',
  keepThisRow: 'Keep this row',
  theRowIsKept: 'The row is kept, and the page drawn anew.',
  takeThisRowOut: 'Take this row out',
  theRowIsTaken: 'The row is taken out. Earlier versions of the plan keep it.',
  accountablePerson: 'Accountable person',
  itsMeasuresTheWorst: 'Its measures: the worst of them that is judged gives the light',

  // recommendations
  aRecommendationSaysWhat:
    'A recommendation says what is to be different, by which intervention, how that is measured, who answers for it and by when.',
  aListOfRecommendations: 'A list of recommendations brought under Extracts stands here by itself.',
  no: 'No.',
  interventionAndMeasures: 'Intervention and measures',
  outputs: 'Outputs',
  outcomes: 'Outcomes',
  dueWord: 'Due',
  latestWord: 'Latest word',

  // row-form
  keepThisNote: 'Keep this note',
  theNoteIsKept: 'The note is kept beside its row.',
  leaveThisRowOut: 'Leave this row out',
  theRowIsLeft: 'The row is left out; totals stay what they are.',
  noteBesideThisRow: 'Note beside this row',
  itGoesIntoThe: 'It goes into the document under the row. The figures are never edited.',

  // work-programme
  doneOverdue: (entrieCount: string, done: number, late: number) =>
    `${entrieCount}: ${String(done)} done, ${String(late)} overdue.`,
  deliverables: 'Deliverables',
  aDeliverableIsOne: 'A deliverable is one piece of work with a lead and a day: «Train 200 professionals in DASH».',
  byWhen: 'By when',
  aThematicGroupTakes:
    'A thematic group takes a priority forward: who chairs it, its terms of reference, its delivery plan in short.',
} as const;
