import { idsOf, wordsOf, type ListEntry } from './list-form.ts';

/** Whose evidence it is. */
export type EvidenceFrom = 'police' | 'partner' | 'voluntary' | 'community';

export const EVIDENCE_FROM: readonly { readonly from: EvidenceFrom; readonly words: string }[] = [
  { from: 'police', words: 'police' },
  { from: 'partner', words: 'partners' },
  { from: 'voluntary', words: 'voluntary sector' },
  { from: 'community', words: 'community voice' },
];

/** Words by which a scorer's line of evidence tells whose it is; the first that fits wins. */
const TOLD_BY: readonly (readonly [RegExp, EvidenceFrom])[] = [
  [
    /\bsurveys?\b|\bengagement\b|\bresidents?\b|\bfocus groups?\b|\bconsultation\b|\bcommunity (?:voice|meeting)/i,
    'community',
  ],
  [/\bvoluntary\b|\bcharit|\bvictim support\b|\bthird sector\b|\brefuge\b|\bpdas\b/i, 'voluntary'],
  [/\bpolice\b|\brecorded crime\b|\biquanta\b|\bcrime figures?\b|\bcrime records?\b/i, 'police'],
  [
    /\bcouncil\b|\bhealth\b|\bnhs\b|\ba&e\b|\bambulance\b|\bprobation\b|\bfire\b|\bhousing\b|\bschools?\b|\bcrc\b/i,
    'partner',
  ],
];

/** Whose evidence a line names; null where its words do not tell. */
export const evidenceFrom = (words: string): EvidenceFrom | null =>
  TOLD_BY.find(([pattern]) => pattern.test(words))?.[1] ?? null;

export interface EvidenceLink {
  readonly what: string;
  /** Null: the words do not tell whose it is, so it counts for nobody. */
  readonly from: EvidenceFrom | null;
  readonly by: 'linked' | 'voice' | 'scorers';
}

export interface IssueBalance {
  readonly issue: string;
  readonly name: string;
  readonly links: readonly EvidenceLink[];
  /** Pieces by whose they are, in the order of {@link EVIDENCE_FROM}, and each one's share of those told, in percent. */
  readonly shares: readonly { readonly from: EvidenceFrom; readonly pieces: number; readonly percent: number | null }[];
  readonly notTold: number;
  /** Whose evidence is missing altogether. */
  readonly missing: readonly EvidenceFrom[];
  readonly says: string;
}

const missingInWords = (missing: readonly EvidenceFrom[]): string =>
  missing.map((from) => EVIDENCE_FROM.find((one) => one.from === from)?.words ?? from).join(', ');

function sayBalance(told: number, missing: readonly EvidenceFrom[], police: number): string {
  if (told === 0) return 'No evidence is linked yet.';
  const alone = police === told ? 'Rests on police evidence alone. ' : '';
  return missing.length === 0
    ? 'All four kinds of evidence are there.'
    : `${alone}Nothing yet from: ${missingInWords(missing)}.`;
}

/**
 * Of each issue, whose evidence it rests on: pieces linked to it, community voice that speaks to it, and the lines its
 * scorers gave (the same line counts once). The paper of July 2015 asks for an assessment «less focused on Police data».
 */
export function sourceBalance(
  issues: readonly { readonly id: string; readonly name: string }[],
  held: {
    readonly evidence: readonly ListEntry[];
    readonly voice: readonly ListEntry[];
    readonly scores: readonly { readonly issue: string; readonly evidence: readonly string[] }[];
  },
): IssueBalance[] {
  return issues.map(({ id, name }) => {
    const links = new Map<string, EvidenceLink>();
    const add = (link: EvidenceLink): void => {
      const key = link.what.toLowerCase().trim();
      if (!links.has(key)) links.set(key, link);
    };
    for (const { values } of held.evidence) {
      if (!idsOf(values, 'issues').includes(id)) continue;
      add({ what: wordsOf(values, 'what'), from: wordsOf(values, 'from') as EvidenceFrom, by: 'linked' });
    }
    for (const { values } of held.voice) {
      if (!idsOf(values, 'issues').includes(id)) continue;
      add({ what: `${wordsOf(values, 'source')}: ${wordsOf(values, 'question')}`, from: 'community', by: 'voice' });
    }
    for (const { issue, evidence } of held.scores) {
      if (issue === id) for (const what of evidence) add({ what, from: evidenceFrom(what), by: 'scorers' });
    }
    const all = [...links.values()];
    const told = all.filter(({ from }) => from !== null).length;
    const shares = EVIDENCE_FROM.map(({ from }) => {
      const pieces = all.filter((link) => link.from === from).length;
      return { from, pieces, percent: told === 0 ? null : (pieces / told) * 100 };
    });
    const missing = shares.filter(({ pieces }) => pieces === 0).map(({ from }) => from);
    return {
      issue: id,
      name,
      links: all,
      shares,
      notTold: all.length - told,
      missing,
      says: sayBalance(told, missing, shares[0]?.pieces ?? 0),
    };
  });
}
