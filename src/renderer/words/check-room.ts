/** The sentences of the room «Check a sheet». Under the name of each file: what it says. */
export const CHECK_ROOM = {
  // check-view
  checkASheet: 'Check a sheet',
  dropSheetsToCheck: 'Drop sheets to check here',
  dropAMeasureSheet: 'Drop a measure sheet here to check it',
  sumsPercentagesTargetsStatuses:
    'Sums, percentages, targets, statuses, years, copies and dates are worked out again. Nothing is kept.',
  whatWasFoundIn: (name: string) => `What was found in ${name}`,
  filesChecked: 'Files checked',
  workingItOutAgain: 'Working it out again…',
  couldNotBeRead: 'Could not be read',
  beingChecked: 'Being checked',
  lockedWithAPassword: 'Locked with a password',
  everythingAddsUp: 'Everything adds up',
  thingDoesNotAdd: 'thing does not add up',
  thingsDoNotAdd: 'things do not add up',

  // findings-pane
  everythingAddsUpAs: 'Everything adds up, as far as the sheet shows.',
  sheet: (sheet: string) => `Sheet ${sheet}`,
  sheetsWithoutFindings: 'Sheets without findings',
  sheetsRead: 'Sheets read',
  nothingFoundIn: 'Nothing found in',
  standsThereWouldBe: (found: string, expected: string) => `Stands there: ${found} · Would be right: ${expected}`,

  // lit-sheet
  readingTheSheet: 'Reading the sheet…',

  // unlock-form
  thisWorkbookIsLocked: 'This workbook is locked with a password.',
  thePasswordIsKept: (reason: string) => `${reason} The password is kept nowhere.`,
  password: 'Password',
  openTheWorkbook: 'Open the workbook',
} as const;
