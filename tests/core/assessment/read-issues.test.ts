import { describe, expect, it } from 'vitest';
import { readIssues } from '../../../src/core/risk/read-issues.ts';
import { TEMPLATE_A } from '../../../src/core/risk/template-a.ts';

const HEADS = ['Issue', 'Kind', 'What it is', 'Physical harm', 'Frequency', 'Confidence', 'Reason', 'Evidence'];

describe('a register of issues from a sheet', () => {
  it('brings each issue with its levels by number or by word, and how sure they are', () => {
    const { issues, refusals } = readIssues(
      [
        ['Issues of 2015/16'],
        HEADS,
        ['Robbery', 'Key issues', 'In the centre', 'moderate', 3, 'b', 'Rising', 'Records'],
        [],
      ],
      TEMPLATE_A,
    );
    expect(refusals).toEqual([]);
    expect(issues).toEqual([
      {
        ...{ name: 'Robbery', kind: 'key-issue', description: 'In the centre', levels: { physical: 2, frequency: 3 } },
        ...{ confidence: 'B', reason: 'Rising', evidence: 'Records' },
      },
    ]);
  });

  it('refuses levels the scheme has not, and levels without a reason, by row', () => {
    const { refusals } = readIssues([HEADS, ['Robbery', 'Key issues', '', 9, '', 'X', '', 'Records']], TEMPLATE_A);
    expect(refusals).toEqual([
      { row: 2, says: '«9» is no level of Physical harm' },
      { row: 2, says: '«X» is no grade of confidence' },
    ]);
    const silent = readIssues([HEADS, ['Robbery', 'Key issues', '', 2, '', '', '', '']], TEMPLATE_A);
    expect(silent.refusals.map(({ says }) => says)).toEqual(['has levels and no reason', 'has levels and no evidence']);
  });
});
