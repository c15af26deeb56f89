/** The sentences of the room «Groups». Under the name of each file: what it says. */
export const GROUPS_ROOM = {
  // group-form
  communitySafetyPartnerships: 'Community safety partnerships',
  policeForces: 'Police forces',
  ourOwnChoiceOf: 'Our own choice of areas',
  isKeptWithAreas: (name: string, memberCount: number) => `«${name}» is kept with ${String(memberCount)} areas.`,
  aNewGroup: 'A new group',
  change: (name: string) => `Change «${name}»`,
  name: 'Name',
  sourceWhoMadeThe: 'Source: who made the list, and when',
  kind: 'Kind',
  validFrom: 'Valid from',
  validTo: 'Valid to',
  emptyStillInForce: 'Empty: still in force',
  keepThisGroup: 'Keep this group',
  leaveItAsIt: 'Leave it as it was',
  stillNeeded: (missing: string) => `Still needed: ${missing}.`,

  // groups-view
  isAmongTheGroups: (name: string) => `${name} is among the groups.`,
  readingTheGroups: 'Reading the groups…',
  groups: 'Groups',
  whichAreasOursIs: 'Which areas ours is set beside, from when to when. A chart across a re-made group says so.',
  backToTheComparison: 'Back to the comparison',
  makeAGroup: 'Make a group',
  noGroupYetThe:
    'No group yet. The Home Office’s lists are not published, so none is shipped: make yours here or bring in a sheet.',
  example: ' · example',
  orBringInA: 'Or bring in a sheet with the columns ',
  group: 'Group',
  area: 'Area',
  and: ' and ',
  source: 'Source',
  oneRowForEach: ', one row for each area.',
  goToExtracts: 'Go to Extracts',
  addTheExampleGroup: 'Add the example group',
  isGoneTheFigures: (name: string) => `«${name}» is gone. The figures of its areas stay.`,
  anExampleToTry: 'An example to try the comparison with; not the Home Office’s list.',
  valid: 'Valid',
  ourArea: 'Our area',
  ours: ' (ours)',
  readFromASheet:
    'Read from a sheet: a newer sheet corrects it, withdrawing the import takes it away. To change it here, copy it.',
  editThisGroup: 'Edit this group',
  copyIntoANew: 'Copy into a new group',
  remove: (name: string) => `Remove «${name}»`,
  keepIt: 'Keep it',
  removeWord: 'Remove…',

  // member-picker
  noAreasAreKnown:
    'No areas are known yet. Bring in an extract that compares areas; they can be chosen here afterwards.',
  findAnArea: 'Find an area',
  notMarked: 'not marked',
  tickedOurs: (memberCount: string, text: string) => `${memberCount} ticked; ours: ${text}`,
  knownAreas: 'Known areas',
  noKnownAreaHas: (sought: string) => `No known area has «${sought}» in its name.`,
  whichOfTheTicked: 'Which of the ticked areas is ours?',
  tickAreasOnThe: 'Tick areas on the left; then mark ours here.',

  // drafted-group
  aName: 'a name',
  theMonthItIs: 'the month it is valid from',
  aLastMonthThat: 'a last month that is not before the first',
  whereTheListComes: 'where the list comes from',
  whichAreaIsOurs: 'which area is ours',
  atLeastThreeAreas: 'at least three areas',
} as const;
