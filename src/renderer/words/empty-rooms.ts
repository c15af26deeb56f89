/** What a room says as long as there is nothing to show in it. */
export interface EmptyRoomWords {
  readonly title: string;
  /** What is missing, and where it comes from. */
  readonly says: string;
  /** What will be here, in the order it will stand. */
  readonly shows: readonly (readonly [name: string, words: string])[];
  /** The page of the help that says how. */
  readonly help: string;
}

export const EMPTY_ROOM = {
  bring: 'Bring in extracts',
  how: 'How it is done',
  shows: 'What will stand here',
} as const;

export const EMPTY_ROOMS = {
  measures: {
    title: 'No figures yet',
    says: 'A measure appears here as soon as one of its extracts is kept: the police’s, a partner’s or a voluntary body’s own sheet, as it arrived.',
    shows: [
      ['The finding', 'in a sentence: how many, against last year and the profile, and whether it could be chance.'],
      ['The chart and the Board’s table', 'this year, last year and the target; every figure opens its cells.'],
      ['Is it a change?', 'the process chart, the season, and any months against any others.'],
      ['Words and definition', 'what the paper says, the actions agreed, and what the measure counts.'],
    ],
    help: 'month',
  },
  gap: {
    title: 'No gap to show yet',
    says: 'It is worked out from recorded crime by neighbourhood and from the neighbourhoods’ residents. Bring in both extracts.',
    shows: [
      ['For the Board', 'the gap since April against last year and the target, and the rate of each neighbourhood.'],
      ['By another method', 'other neighbourhoods, other months, ratios instead of differences.'],
      ['Map', 'from outlines you bring; nothing is fetched.'],
    ],
    help: 'gap',
  },
  comparison: {
    title: 'No comparison yet',
    says: 'Bring in a bar chart extract of the most similar group, or a published table of crimes by partnership or by force. At least three areas are needed.',
    shows: [
      ['Bars', 'the areas from high to low, the average, its limits, and the rank of ours.'],
      ['Funnel', 'whether a rate stands out for the size of its area.'],
      ['Rank and rate over time', 'where we stood, period by period.'],
      ['All offences', 'every offence group in one table, and how far each is from the average.'],
    ],
    help: 'msg-chart',
  },
  packs: {
    title: 'Nothing to hand over yet',
    says: 'The Board’s workbook and its paper are written from the extracts that are kept. Bring in the month’s extracts first.',
    shows: [
      ['The workbook', 'a sheet for each measure in the Board’s layout, the gap, the comparison with its chart.'],
      ['The paper', 'for Word or as PDF: exceptions first, drafted paragraphs, the same tables and charts.'],
      ['What was handed over', 'every pack as it was, and what has changed since.'],
    ],
    help: 'pack',
  },
} as const satisfies Readonly<Record<string, EmptyRoomWords>>;
