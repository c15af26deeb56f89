import type { CellValue, Grid } from '../../../src/core/intake/grid.ts';
import { gridOf, MONTHS } from '../intake/make-grid.ts';

/*
 * The measure tables A to H of the performance report of 23 July 2015, typed as printed: the heading, the status line
 * and the sentences about each measure above its table, mistakes included. And the same tables put right.
 */

type Cells = readonly CellValue[];
const percent = (...values: readonly number[]): CellValue[] =>
  values.map((value) => ({ kind: 'percent', value: Number((value / 100).toPrecision(12)) }));
const NONE = [null, null, null];
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

const HEADER: Cells = [null, '12/13.', '13/14.', '14/15', ...MONTHS];
const QUARTERS = ['Quarter 1', 'Quarter 2', 'Quarter 3', 'Quarter 4'];

/** Words above, one empty row, then the table. */
const sheetOf = (name: string, words: readonly string[], table: readonly Cells[]): Grid =>
  gridOf([...words.map((text): Cells => [text]), [null], ...table], name);

const CRIME_LAST = [1612, 3158, 4786, 6369, 7876, 9425, 10991, 12545, 14163, 15649, 17142, 18822];
const GAP_LAST = [6.9, 13.5, 19.6, 26.4, 32.5, 39.3, 45.8, 52.2, 58.4, 64.2, 70.6, 77.4];
const DV_LAST = [542, 572, 625, 662, 564, 528, 519, 544, 587, 480, 488, 476];
const ASB_LAST = [808, 882, 1023, 1056, 915, 982, 850, 755, 682, 639, 642, 831];
const HATE_LAST = [55, 109, 152, 208, 247, 292, 354, 408, 456, 504, 551, 617];
const SAC_LAST = [179, 155, 182, 139, 162, 198, 154, 168, 163, 170, 171, 176];

export const sums = (months: readonly number[]): number[] => {
  let sum = 0;
  return months.map((month) => (sum += month));
};

/** The target shared evenly, rounded to so many decimals. */
export const even = (target: number, periods: number, decimals = 0): number[] =>
  Array.from({ length: periods }, (_, at) => Number(((target * (at + 1)) / periods).toFixed(decimals)));

export const PRINTED: readonly Grid[] = [
  sheetOf(
    'Gap',
    [
      'Closing the gap in overall crime between city rate and priority neighbourhoods',
      'GENERALLY SATISFIED WITH PERFORMANCE – (2015/16 performance measure - “gap of not more than 77.3”)',
      'In quarter one we have seen a very slight increase in the number of overall crime, there have been 4799 between April and June compared to 4786 in quarter one last year. This equates to a reduction of less than 1%.',
      'At the end of quarter one we are on target to achieve the closing of the gap target, at the end of June the gap is 18, below the target of 19.6.',
    ],
    [
      HEADER,
      ['Reduce the Gap between the worst 10 neighbourhoods & city average per 1000* (one month behind)'],
      ['Gap 2015 - 2016', null, 76.3, 77.4, 6.5, 12.6, 18],
      ['Gap 2014 - 2015', ...NONE, ...GAP_LAST],
      [
        'Target Gap 15/16',
        ...NONE,
        ...[6.44, 12.88, 19.32, 25.76, 32.2, 38.64, 45.08, 51.52, 57.96, 64.4, 70.84, 77.3],
      ],
      ['All Crime Culmative 2014 - 2015', ...NONE, ...CRIME_LAST],
      ['All Crime Culmative 2015 - 2016', '18,713', '18,953', '18,822', 1662, 3368, ...times(10, 4799)],
      ['% difference in All Crime 13/14 - 14/15', ...NONE, ...percent(3, 7, 0)],
    ],
  ),
  sheetOf(
    'DV',
    [
      'To Increase Reporting of Domestic Violence. (Crimes and Incidents)',
      'SOME CONCERNS ABOUT PERFORMANCE IN THIS AREA: (within 15% of performance measure) - (2015/16 performance measure - record more than 6587 crimes)',
      'In quarter one we have seen an overall reduction of 6% (-107) in overall crime/ incidents recorded compared to the same period last year.',
    ],
    [
      HEADER,
      ['Increase Reporting of Domestic Violence. (Crimes and Incidents)'],
      ['Actual 2014 - 2015', null, 7103, 6587, ...DV_LAST],
      ['Actual 2015 - 2016', ...NONE, 556, 572, 504],
      ['Target 15/16', ...NONE, ...even(6588, 12)],
      ['Cum Actuals 14/15', ...NONE, ...sums(DV_LAST)],
      ['Cum Actuals 15/16', ...NONE, 556, 1128, 1632],
      ['% difference in Actuals', ...NONE, ...percent(3, 1, -6, ...times(9, -100))],
    ],
  ),
  sheetOf(
    'Referrals',
    [
      'Increase referrals to Domestic Abuse Services',
      'AREA OF SIGNIFICANT CONCERN: (outside of 15% of performance measure) - (2015/16 performance measure – to receive more than 2665 referrals)',
      'In quarter one there have been 525 referrals to the domestic abuse service. This is 104 referrals less than the same period in 2014/15.',
    ],
    [
      ['Increase referrals to Domestic Abuse Services', ...NONE, ...QUARTERS],
      ['Actual 2014 - 2015', ...NONE, 629, 727, 760, 549],
      ['Actual 2015 - 2016', ...NONE, 525],
      ['Target 14/15', ...NONE, 667, 1334, 2001, 2666],
      ['Cum Actuals 14/15', ...NONE, 629, 1356, 2116, 2665],
      ['Cum Actuals 15/16', ...NONE, 525],
      ['% difference in Actuals', ...NONE, -104],
    ],
  ),
  sheetOf(
    'DASH',
    [
      'Number of professionals in receipt of DASH training',
      'GENERALLY SATISFIED WITH PERFORMANCE – (2015/16 performance measure – at least 200 professionals to attend DASH training)',
      'In quarter one 58 people have attended DASH training; this means that we are on course to achieve the target of 200 by the end of the year.',
    ],
    [
      ['Number of professionals in receipt of DASH training', ...NONE, ...QUARTERS],
      ['Actual 2014 - 2015', ...NONE, 15, 15, 15, 13],
      ['Actual 2015 - 2016', ...NONE, 58],
      ['Target 14/15', ...NONE, 50, 100, 150, 200],
      ['Cum Actuals 14/15', ...NONE, 15],
      ['Cum Actuals 15/16', ...NONE, 58],
      ['% difference in Actuals', ...NONE, 43],
    ],
  ),
  sheetOf(
    'ASB',
    [
      'Reduce the rate of Anti-Social Behaviour incidents',
      'GENERALLY SATISFIED WITH PERFORMANCE - (2015/16 performance measure of not more than 10,064 Incidents)',
      'In quarter one 2015/16 we have seen a reduction of 7% (-186) compared to the same period last year.',
      'Levels of ASB were higher in April and May than corresponding years in 2014/15 but levels dropped significantly in June.',
    ],
    [
      HEADER,
      ['Reduce Anti-social Behaviour incidents'],
      ['Actual 2014 - 2015', 14342, 10291, 10299, ...ASB_LAST],
      ['Actual 2015 - 2016', ...NONE, 864, 894, 769],
      ['Target 15/16', ...NONE, ...Array.from({ length: 11 }, (_, at) => 838 * (at + 1)), 10064],
      ['Cum Actuals 14/15', ...NONE, ...sums(ASB_LAST)],
      ['Cum Actuals 15/16', ...NONE, 864, 1758, 2527],
      ['% difference in Actuals', ...NONE, ...percent(7, 4, -7)],
    ],
  ),
  sheetOf(
    'Hate',
    [
      'The number of racist, disablist, homophobic and faith incidents reported',
      'GENERALLY SATISFIED WITH PERFORMANCE - (2015/16 performance measure to record 621 incidents)',
      '(Plymouth City Council performance measure) In quarter one 174 incidents have been recorded; this means we are on course to achieve this target.',
    ],
    [
      HEADER,
      ['The number of racist, disablist, homophobic and faith incidents reported'],
      ['Cumulative average 14/15', ...NONE, ...HATE_LAST],
      ['Cumulative average 15/16', null, 603, 617, 58, 122, 174],
      ['Target required', ...NONE, 53, 105, 157, 208, 260, 312, 364, 416, 468, 520, 571, 621],
    ],
  ),
  sheetOf(
    'SAC',
    [
      'To reduce Serious Acquisitive Crime',
      'NO PERFORMANCE MEASURE BUT SOME CONCERNS ABOUT PERFORMANCE IN THIS AREA – MONITORING ONLY',
      'In quarter one the increase in serious acquisitive crime has continued. At the end of quarter one we have recorded 17% more serious acquisitive crime offences than the same period last year.',
    ],
    [
      HEADER,
      ['Serious Acquisitive Crime'],
      ['Actual 2014 - 2015', 2244, 1969, 2017, ...SAC_LAST],
      ['Actual 2014 - 2015', ...NONE, 196, 195],
      ['Cum Actuals 15/16', ...NONE, 196, 391],
      ['Cum Actuals 14/15', ...NONE, ...sums(SAC_LAST)],
      ['% difference in Actuals', ...NONE, ...percent(9.5, 17.1)],
    ],
  ),
];

/** The list of contents and the agenda of the same papers. */
export const FRONT: readonly Grid[] = [
  gridOf(
    [
      ['LIST OF CONTENTS:'],
      ['1. Exception Items'],
      ['2. Current iQuanta Family Group Position'],
      ['3. Performance Measures:'],
      ['- Closing the Gap in overall crime'],
      ['- Increase reporting of Domestic Abuse'],
      ['- Increase referrals to Domestic Abuse Services'],
      ['- Number of professionals in receipt of DASH training'],
      ['- Reduce Anti-Social behaviour'],
      [
        '- Number of vulnerable victims assessed as appropriate for support by the ASB Victim Champion Service, who get the service they need',
      ],
      ['- Satisfaction rate of vulnerable victims of ASB with the service they receive'],
      ['- % of vulnerable ASB victims whose quality of life score has improved'],
      ['- Reduce Serious Acquisitive crime (monitoring levels only)'],
      ['- Increase number of racist, disablist, homophobic and faith incidents reported'],
      ['- Increase the % satisfied with outcome of reported racist, disablist, homophobic, faith & belief incidents'],
      ['- Reduce Serious Acquisitive crime (monitoring levels only)'],
      ['4. Performance on Strategic Assessment Recommendations'],
    ],
    'Contents',
  ),
  gridOf(
    [
      ['SAFER PLYMOUTH PARTNERSHIP'],
      ['DATES OF FUTURE MEETINGS', 'Thursday 22 September 2015'],
      ['Item 12', 'a) Thursday 24 September 2015 b) Thursday 21 January 2016 c) Thursday 14 April 2016 (Provisional)'],
    ],
    'Minutes',
  ),
];

/** The same tables with everything put right: not one word of doubt may be raised about them. */
export const RIGHT: readonly Grid[] = [
  sheetOf(
    'Gap',
    [
      'Closing the gap in overall crime between city rate and priority neighbourhoods',
      'GENERALLY SATISFIED WITH PERFORMANCE – (2015/16 performance measure - “gap of not more than 77.3”)',
      'In quarter one overall crime saw an increase of less than 1%.',
      'At the end of quarter one the gap is 18, below the target of 19.33.',
    ],
    [
      HEADER,
      ['Reduce the Gap between the worst 10 neighbourhoods & city average per 1000*'],
      ['Gap 2015 - 2016', ...NONE, 6.5, 12.6, 18],
      ['Gap 2014 - 2015', null, 76.3, 77.4, ...GAP_LAST],
      ['Target Gap 15/16', ...NONE, ...even(77.3, 12, 2)],
      ['All Crime Cumulative 2014 - 2015', 18713, 18953, 18822, ...CRIME_LAST],
      ['All Crime Cumulative 2015 - 2016', ...NONE, 1662, 3368, 4799],
      ['% difference in All Crime 14/15 - 15/16 (cumulative)', ...NONE, ...percent(3, 7, 0)],
      [null],
      ['* per 1,000 residents, mid-2014'],
    ],
  ),
  sheetOf(
    'DV',
    [
      'To Increase Reporting of Domestic Violence. (Crimes and Incidents)',
      'SOME CONCERNS ABOUT PERFORMANCE IN THIS AREA: (within 15% of performance measure) - (2015/16 performance measure - record at least 6600 crimes and incidents)',
      'In quarter one we have seen an overall reduction of 6% (-107) compared to the same period last year.',
    ],
    [
      HEADER,
      ['Increase Reporting of Domestic Violence. (Crimes and Incidents)'],
      ['Actual 2014 - 2015', null, 7103, 6587, ...DV_LAST],
      ['Actual 2015 - 2016', ...NONE, 556, 571, 505],
      ['Target 15/16', ...NONE, ...even(6600, 12)],
      ['Cum Actuals 14/15', ...NONE, ...sums(DV_LAST)],
      ['Cum Actuals 15/16', ...NONE, 556, 1127, 1632],
      ['% difference in Actuals', ...NONE, ...percent(3, 0, -19)],
    ],
  ),
  sheetOf(
    'Referrals',
    [
      'Increase referrals to Domestic Abuse Services',
      'AREA OF SIGNIFICANT CONCERN: (outside of 15% of performance measure) - (2015/16 performance measure – to receive more than 2665 referrals)',
      'In quarter one there have been 525 referrals. This is 16.5% fewer than the same period in 2014/15.',
    ],
    [
      ['Increase referrals to Domestic Abuse Services', ...NONE, ...QUARTERS],
      ['Actual 2014 - 2015', ...NONE, 629, 727, 760, 549],
      ['Actual 2015 - 2016', ...NONE, 525],
      ['Target 15/16', ...NONE, 667, 1333, 2000, 2666],
      ['Cum Actuals 14/15', ...NONE, 629, 1356, 2116, 2665],
      ['Cum Actuals 15/16', ...NONE, 525],
      ['% difference in Actuals', ...NONE, ...percent(-16.5)],
    ],
  ),
  sheetOf(
    'DASH',
    [
      'Number of professionals in receipt of DASH training',
      'GENERALLY SATISFIED WITH PERFORMANCE – (2015/16 performance measure – at least 200 professionals to attend DASH training)',
      'In quarter one 58 people have attended DASH training; we are on course for the target of 200.',
    ],
    [
      ['Number of professionals in receipt of DASH training', ...NONE, ...QUARTERS],
      ['Actual 2014 - 2015', ...NONE, 35, 42, 51, 39],
      ['Actual 2015 - 2016', ...NONE, 58],
      ['Target 15/16', ...NONE, 50, 100, 150, 200],
      ['Cum Actuals 14/15', ...NONE, 35, 77, 128, 167],
      ['Cum Actuals 15/16', ...NONE, 58],
      ['% difference in Actuals', ...NONE, ...percent(66)],
    ],
  ),
  sheetOf(
    'ASB',
    [
      'Reduce the number of Anti-Social Behaviour incidents',
      'SOME CONCERNS ABOUT PERFORMANCE - (2015/16 performance measure of not more than 10,064 Incidents)',
      'In quarter one 2015/16 we have seen a reduction of 7% (-186) compared to the same period last year.',
    ],
    [
      HEADER,
      ['Reduce Anti-social Behaviour incidents'],
      ['Actual 2014 - 2015', 10342, 10291, 10065, ...ASB_LAST],
      ['Actual 2015 - 2016', ...NONE, 864, 894, 769],
      ['Target 15/16', ...NONE, ...even(10064, 12)],
      ['Cum Actuals 14/15', ...NONE, ...sums(ASB_LAST)],
      ['Cum Actuals 15/16', ...NONE, 864, 1758, 2527],
      ['% difference (cumulative)', ...NONE, ...percent(7, 4, -7)],
    ],
  ),
  sheetOf(
    'Hate',
    [
      'The number of racist, disablist, homophobic and faith incidents reported',
      'GENERALLY SATISFIED WITH PERFORMANCE - (2015/16 performance measure to record 621 incidents)',
    ],
    [
      HEADER,
      ['The number of racist, disablist, homophobic and faith incidents reported'],
      ['Cumulative 14/15', null, 603, 617, ...HATE_LAST],
      ['Cumulative 15/16', ...NONE, 58, 122, 174],
      // The officer shared this target as last year fell.
      ['Target required', ...NONE, ...HATE_LAST.map((sum) => Math.round((621 * sum) / 617))],
    ],
  ),
  sheetOf(
    'SAC',
    ['To reduce Serious Acquisitive Crime', 'MONITORING ONLY'],
    [
      HEADER,
      ['Serious Acquisitive Crime'],
      ['Actual 2014 - 2015', 2244, 1969, 2017, ...SAC_LAST],
      ['Actual 2015 - 2016', ...NONE, 196, 195, 180],
      ['Cum Actuals 15/16', ...NONE, 196, 391, 571],
      ['Cum Actuals 14/15', ...NONE, ...sums(SAC_LAST)],
      ['% difference in Actuals', ...NONE, ...percent(9.5, 25.8, -1.1)],
    ],
  ),
  gridOf(
    [
      ['Contents'],
      ['1. Closing the gap in overall crime', 3],
      ['2. Increase reporting of domestic abuse', 4],
      ['3. Serious acquisitive crime', 9],
      ['Next meeting: Thursday 24 September 2015'],
    ],
    'Contents',
  ),
];
