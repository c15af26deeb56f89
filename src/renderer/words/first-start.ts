/** What a new store says. */
export const FIRST_START = {
  title: 'Welcome',
  lead: 'Nothing is held yet. Begin with what your partners sent this month, or look round first.',
  own: 'Begin with your own extracts',
  sample: 'Look round with the sample partnership',
  sampleSays:
    'Plymouth, July 2015: the figures printed in the Board’s paper, in the layouts partners send; what is made up says «illustrative». It is kept in a store of its own, never among your figures, and you can leave it at any time.',
  lookRound: 'Look round with the sample',
  opening: 'Opening the sample…',
  reading: (done: number, of: number) => `Reading the sample’s extracts: ${String(done + 1)} of ${String(of)}`,
  routine: 'What a month looks like',
  steps: [
    ['Bring in', 'what partners sent, as it arrived; every sheet is recognised and shown before it is kept.'],
    ['Check', 'what could not be read, what changed since last month, what is late.'],
    ['Read', 'each measure against its profile and last year; click any figure to see the cells it came from.'],
    ['Hand over', 'the Board’s workbook, its paper and the charts, ready to paste.'],
  ],
  mark: 'Sample · illustrative',
  leave: 'Leave the sample',
} as const;
