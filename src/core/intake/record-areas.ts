import { areaKey, areasByKey, nearestName, withoutCapitals } from './area-names.ts';
import type { Warning } from './draft.ts';
import type { CellValue } from './grid.ts';
import type { AreaProposal, KnownArea, Spelling } from './plan.ts';
import { TextMap } from './text-map.ts';

/** Gives every neighbourhood met in a record extract its one name, and remembers the spellings. */
export interface RecordAreas {
  /** The one name for a tidied text; `cell` is the text as it stood, for the report of spellings. */
  nameOf(tidied: string | null, cell: CellValue | undefined): string | null;
  spellings(): Spelling[];
  /** Names that look like another, mistyped: told to the officer, never changed. */
  proposals(): AreaProposal[];
}

/**
 * One name for each area: the known area's where case, `&` for «and», spaces or an alias lead to it, else the first
 * spelling met (without its capitals when it is all capitals).
 */
export function recordAreas(allAreas: readonly KnownArea[]): RecordAreas {
  const areas = allAreas.filter(({ kind }) => kind === 'neighbourhood');
  const known = areasByKey(areas);
  /** Every text met, with the name it was settled as. */
  const met = new TextMap<{ readonly name: string; rows: number }>();
  const nameByKey = new Map<string, string>();

  const settle = (tidied: string): string => {
    const key = areaKey(tidied);
    const name = known.get(key)?.name ?? nameByKey.get(key) ?? withoutCapitals(tidied);
    nameByKey.set(key, name);
    return name;
  };

  return {
    nameOf(tidied, cell) {
      if (tidied === null) return null;
      const found = typeof cell === 'string' ? cell : tidied;
      const settled = met.get(found) ?? met.set(found, { name: settle(tidied), rows: 0 });
      settled.rows += 1;
      return settled.name;
    },
    spellings: () =>
      [...met.entries()]
        .filter(([found, { name }]) => found !== name)
        .map(([found, { name, rows }]) => ({ found, kept: name, rows })),
    proposals() {
      const rows = new Map<string, number>();
      for (const [, { name, rows: times }] of met.entries()) rows.set(name, (rows.get(name) ?? 0) + times);
      const knownNames = areas.map(({ name }) => name);
      return [...rows].flatMap(([name, count]) => {
        if (known.has(areaKey(name))) return [];
        const frequent = [...rows]
          .filter(([other, times]) => other !== name && times >= count * 10)
          .map(([other]) => other);
        const slip = nearestName(name, [...knownNames, ...frequent]);
        if (slip === null) return [];
        return [{ ...slip, kind: 'neighbourhood' as const, rows: count }];
      });
    },
  };
}

/** The same said in a sentence, for those who read no buttons. */
export const slipWarnings = (proposals: readonly AreaProposal[], unit: string): Warning[] =>
  proposals.map(({ found, meant, rows }) => ({
    check: 'area-slip',
    cells: '',
    says: `«${found}» (${rows.toLocaleString('en-GB')} ${unit}) may be «${meant}», mistyped; it is kept as it stands until you say so.`,
  }));
