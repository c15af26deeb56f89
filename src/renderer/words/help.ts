/** Pictures of the real app that the help shows; `npm run gallery -- --pictures` takes them. */
export type HelpPicture =
  'this-month' | 'extracts' | 'measures' | 'gap' | 'comparison' | 'packs' | 'assessment' | 'settings';

/** One job, as an officer does it. */
export interface HelpTopic {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly steps: readonly string[];
  readonly more?: readonly string[];
  readonly picture?: { readonly name: HelpPicture; readonly says: string };
}

/** The how-tos, one for each job. */
export const HELP_TOPICS: readonly HelpTopic[] = [
  {
    id: 'month',
    title: 'Do the month',
    lead: 'From the extracts in your inbox to the pack on the Board’s table. «This month» lists the five steps, and ticks each by itself.',
    steps: [
      'Save the month’s files in one folder. In Extracts, drop them or choose them, or let «Look in a folder…» find what is new.',
      'Look at each preview: what it was recognised as, the months it speaks for, every cell that could not be taken and why, and what would change. Keep the ones that are right.',
      '«What is overdue» names what has not come, with the day it usually comes. Chase it; the pack leaves those months blank.',
      '«What changed since last month» puts the surest change first. Open each; click any figure to see its cells.',
      '«What needs words» are the measures of significant concern, and those whose two profiles disagree. Write under «Words and definition».',
      'Write the pack: Word, Excel or PDF. Once it is written and nothing has come since, the month is done.',
    ],
    more: [
      'A mistake is withdrawn in Extracts, History: the figures before it return. Nothing is ever deleted.',
      'A file that comes after the pack unticks the last step: write the pack again.',
    ],
    picture: { name: 'this-month', says: 'This month: the routine in five steps, then every measure with its status' },
  },
  {
    id: 'source',
    title: 'Add a source',
    lead: 'A new partner, or a new layout of an old one. Drop the file: it is read by what stands in it, not by its name.',
    steps: [
      'Drop the file in Extracts and read what it was recognised as. Records, months across, quarters, cross tables, cohorts and scores are known.',
      'Where a guess is wrong open «The sheet»: every cell is tinted by what it means. Say the layout, then click a column’s head or a row’s number and choose.',
      '«Read again with these choices», look at the preview once more, and keep.',
      'Your choices are kept as a mapping for the next file of that source. Next month is one click.',
    ],
    more: [
      'A name that looks mistyped stands under «Worth a look» with «Keep as another name of …».',
      'If the partner moves or renames a column the preview says what changed and asks; it never guesses in silence.',
    ],
    picture: {
      name: 'extracts',
      says: 'Extracts: the month’s files on their way in; each is shown before anything of it is kept',
    },
  },
  {
    id: 'msg-chart',
    title: 'An MSG chart for a board paper',
    lead: 'The bar chart of the most similar group, as it goes into Word.',
    steps: [
      'Bring in the group’s extract, or a published table of crimes by partnership.',
      'In Comparison choose the measure, the months and the group. The sentence above the chart is the finding.',
      'Choose the limits, and say in the paper which: they stand under the chart. Two periods can be set beside each other; where they are not like for like it says so.',
      '«Copy chart» puts it on the clipboard at 300 dots per inch; «Save as PNG» or «SVG» makes a file. «Copy table» pastes into Word as a table.',
    ],
    more: [
      'iQuanta’s own limits and group lists are not published; none is guessed here. Make your group under «Groups…».',
    ],
    picture: { name: 'comparison', says: 'Comparison: our area in blue, the group’s average and its limits' },
  },
  {
    id: 'gap',
    title: 'The gap',
    lead: 'How far crime per 1,000 residents in the priority neighbourhoods stands above the city.',
    steps: [
      'Bring in recorded crime by neighbourhood and the neighbourhoods’ residents.',
      '«For the Board» is the gap as agreed: the named neighbourhoods, since April, beside last year and the target.',
      '«By another method» answers other questions: the worst by a baseline year, or the worst in these very months.',
      '«Map» needs a boundary file (GeoJSON); records placed by their LSOA are counted and named.',
    ],
    more: [
      'The city includes the priority neighbourhoods, and crimes that could not be placed. The three methods do not agree, and are not meant to.',
    ],
    picture: { name: 'gap', says: 'The gap: this year, last year and the target, and every neighbourhood below' },
  },
  {
    id: 'workshop',
    title: 'An assessment workshop',
    lead: 'Score the year’s issues together, see where the scorers differ, and keep what the Board agreed.',
    steps: [
      'In Assessment put the issues in the register.',
      'In Scoring each scorer or group fills a sheet: the digits give the levels, each with why this level and not the next.',
      'In Workshop the issue’s spread shows who is furthest apart. Tick «Large, for the projector». Settle a level with a reason.',
      'Ranking orders the issues, with how sure the order is. Priorities keeps what was chosen; a choice against the ranking needs its reason.',
      'Plan on a page draws what was agreed.',
    ],
    more: ['MoRiLE’s own scale and weights are not published here: bring your licensed matrix as a scheme.'],
    picture: {
      name: 'assessment',
      says: 'Assessment: the issues ranked, by harm and likelihood; the other parts stand in the list',
    },
  },
  {
    id: 'backup',
    title: 'Restore a backup',
    lead: 'Backups come by themselves once a day when something has changed, and before every update.',
    steps: [
      'Open Settings and its pane for the store and its backups. The latest backup is first.',
      'Choose one: before anything happens you see which imports would go, come back or change.',
      'Restore it. The store that was there stays beside it and can be put back in the same way.',
    ],
    more: [
      '«Back up now» (Ctrl + K) makes one by hand, which stays for good. An encrypted store has encrypted backups: the passphrase of their day opens them.',
    ],
    picture: { name: 'settings', says: 'Settings: the store, its safety and its backups' },
  },
  {
    id: 'pack',
    title: 'Hand over a pack',
    lead: 'The Board’s workbook and paper, kept with all they were made from.',
    steps: [
      'In Packs choose the month «as at», the template, the marking and the meeting.',
      '«What goes in» says what each measure has, and what stays blank. Counts of 1 to 4 are left out as [c]; the window shows them, and lists what a pack leaves out.',
      'Write it for Excel, Word or PDF.',
      'Under «Packs handed over» each can be written again as it was, whatever has come since.',
    ],
    picture: { name: 'packs', says: 'Packs: what goes in, and packs handed over before' },
  },
  {
    id: 'figure',
    title: 'Where a figure comes from',
    lead: 'Every figure knows its cells.',
    steps: [
      'Click a figure, or move to it with the arrow keys and press Enter.',
      'The panel says how it was worked out, from which numbers, and out of which file, sheet and cell.',
      'An empty cell is not known: it is never a nought. A nought was counted.',
    ],
    picture: {
      name: 'measures',
      says: 'A measure: its sentence, chart and the Board’s table; each figure can be clicked',
    },
  },
];
export const HELP_WORDS = {
  title: 'Help',
  lead: 'Nothing here, or anywhere in the workbench, asks a network.',
  search: 'Search the help',
  topics: 'Jobs',
  keys: 'Keys',
  keysLead: 'The whole month can be done without a mouse.',
  glossary: 'Words',
  glossaryLead: 'The same words everywhere: in the window, in packs and in the README.',
  steps: 'How',
  more: 'Good to know',
  none: 'Nothing in the help has all of these words. Try fewer, or open the whole list.',
  found: (count: number) => `${String(count)} found`,
} as const;
