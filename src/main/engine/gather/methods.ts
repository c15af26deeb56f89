/** How the figures of a report are made, for its «About these figures»; the README says the same with sources. */
export const METHODS: readonly { readonly title: string; readonly says: string }[] = [
  {
    title: 'Unknown is not nought',
    says: 'An empty cell is a figure that is not known. Nought means counted and none found.',
  },
  {
    title: 'Cumulative figures',
    says: 'Summed from April; a running total stops at the first period that is not known.',
  },
  {
    title: 'Months out of cumulative rows',
    says: 'Where a source gives running totals only, a month is this total less the last; a total carried forward is not a figure.',
  },
  {
    title: 'Target, linear profile',
    says: 'Annual target × periods since April ÷ periods in the year.',
  },
  {
    title: 'Target, last year’s share',
    says: 'Annual target × last year’s cumulative at the same point ÷ last year’s total of its own periods.',
  },
  {
    title: 'Status',
    says: 'On or better than the profile: generally satisfied. On its wrong side by up to 15% of it: some concerns. Further: area of significant concern. No target: monitoring only.',
  },
  {
    title: 'Change, %',
    says: 'This year over last year, less one: cumulative, and the period alone, each named as such. None is shown on a count under 10.',
  },
  {
    title: 'Could it be chance?',
    says: 'Two counts are compared by the exact conditional (binomial) test of two Poisson counts. It assumes events that do not depend on each other; repeat offending makes it too sure.',
  },
  {
    title: 'Rate per 1,000',
    says: 'Count ÷ residents × 1,000. Groups of areas are summed first: the rate of the whole, never the mean of rates, unless it says so.',
  },
  {
    title: 'The gap',
    says: 'Crimes since April per 1,000 residents of the priority neighbourhoods taken together, less that of the city, which includes them and the crimes that could not be placed.',
  },
  {
    title: 'Most similar group',
    says: 'Average: mean of the areas’ rates, own area included, as iQuanta does (HMIC crime and policing comparator). Rank 1 is the lowest rate. Limits: mean ± 1 standard deviation between the areas; iQuanta’s own limits are not published.',
  },
];
