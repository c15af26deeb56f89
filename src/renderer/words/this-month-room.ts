/** The sentences of the room «This month». Under the name of each file: what it says. */
export const THIS_MONTH_ROOM = {
  // due-soon
  dueWithinThirtyDays: 'Due within thirty days',
  allInTheCalendar: (dueCount: number) => `All ${String(dueCount)}, in the calendar`,
  openTheCalendar: 'Open the calendar',

  // measure-overview
  measures: 'Measures',
  measureAndFinding: 'Measure and finding',
  latest: 'Latest',
  yearToDate: 'Year to date',
  lastYear: 'Last year',
  change: 'Change',
  profile: 'Profile',
  status: 'Status',
  trend: 'Trend',
  theTwoProfilesDisagree: ' The two profiles disagree.',
  illustrative: ' Illustrative.',

  // routine
  done: ' ✓ done',
  doneWord: 'Done: ',
  toDo: 'To do: ',

  // this-month-view
  openingTheStore: 'Opening the store…',
  thisMonth: 'This month',
  noFiguresYet: 'No figures yet.',
  dataTo: (dataTo: string) => `Data to ${dataTo}.`,

  // routine-steps
  fileIsHeld: 'file is held',
  filesAreHeld: 'files are held',
  theLastCame: (held: string, fileName: string, importedAt: string) =>
    `${held}; the last, ${fileName}, came ${importedAt}.`,
  from: (source: string) => `From: ${source}.`,
  usuallyHereByFrom: (usualDay: string, source: string) => `Usually here by ${usualDay}. From: ${source}.`,
  against: (period: string, before: string, says: string) => `${period} against ${before}: ${says}.`,
} as const;
