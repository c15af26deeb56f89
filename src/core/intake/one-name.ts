import { areaKey, nearestName } from './area-names.ts';
import type { ObservationDraft, Refusal } from './draft.ts';
import { draftKey } from './draft-key.ts';
import type { AreaProposal, IntakeContext, KnownArea, Spelling, TableReading } from './plan.ts';
import { slipWarnings } from './record-areas.ts';

type AreaKind = ObservationDraft['areaKind'];

/** Kinds whose names are a closed list, so that a name near a known one is probably a slip. */
const SLIP_KINDS: readonly AreaKind[] = ['neighbourhood', 'partnership', 'force'];

/** Whether another name of a known area may stand for an area that a sheet takes for this kind. */
const mayBe = (known: AreaKind, found: AreaKind): boolean =>
  known === found || found === 'other' || (known === 'city' && found === 'partnership');

interface KnownNames {
  find(name: string, kind: AreaKind, codes: readonly string[]): KnownArea | null;
  isKnown(name: string, kind: AreaKind): boolean;
  namesOf(kind: AreaKind): string[];
}

function knownNames({ city, areas }: IntakeContext): KnownNames {
  const all = [city, ...areas];
  const byAlias = new Map<string, KnownArea>();
  const byName = new Map<string, KnownArea>();
  for (const area of all) {
    for (const alias of area.aliases) byAlias.set(areaKey(alias), byAlias.get(areaKey(alias)) ?? area);
    byName.set(`${area.kind} ${areaKey(area.name)}`, area);
  }
  return {
    find(name, kind, codes) {
      for (const code of codes) {
        const coded = byAlias.get(areaKey(code));
        if (coded !== undefined && mayBe(coded.kind, kind)) return coded;
      }
      const key = areaKey(name);
      const alias = byAlias.get(key);
      if (alias !== undefined && mayBe(alias.kind, kind)) return alias;
      return byName.get(`${kind} ${key}`) ?? null;
    },
    isKnown: (name, kind) => byName.has(`${kind} ${areaKey(name)}`),
    namesOf: (kind) =>
      all
        .filter((area) => area.kind === kind || (area.kind === 'city' && kind === 'partnership'))
        .map((one) => one.name),
  };
}

interface Unknown {
  kind: AreaKind;
  rows: number;
}

/** The area of the figure before, so that a row's figures are not looked up one by one. */
interface LastArea {
  readonly name: string | null;
  readonly kind: AreaKind | null;
  readonly codes: readonly string[] | undefined;
  readonly area: KnownArea | null;
  unknown: Unknown | null;
}

function tallyOf(unknown: Map<string, Unknown>, name: string, kind: AreaKind): Unknown {
  const held = unknown.get(name) ?? { kind, rows: 0 };
  unknown.set(name, held);
  return held;
}

/**
 * Gives every area of a table its one name: through a code that stands beside it, another name the officer gave it, or
 * the same name in other case, spacing or with `&` for «and». Names near a known one are proposed as typing slips.
 */
export function withOneName(reading: TableReading, context: IntakeContext): TableReading {
  const known = knownNames(context);
  const settled = new Map<string, KnownArea | null>();
  const spelt = new Map<string, { kept: string; rows: number }>();
  const unknown = new Map<string, Unknown>();
  const cellByKey = new Map<string, string>();
  const observations: ObservationDraft[] = [];
  const refusals: Refusal[] = [...reading.refusals];
  let renamed = false;
  let last: LastArea = { name: null, kind: null, codes: undefined, area: null, unknown: null };
  for (const draft of reading.observations) {
    if (draft.area === null) {
      observations.push(draft);
      continue;
    }
    // The figures of one row share their area: it is looked up once.
    if (draft.area !== last.name || draft.areaKind !== last.kind || draft.codes !== last.codes) {
      const id = `${draft.areaKind} ${draft.area} ${draft.codes?.join(' ') ?? ''}`;
      let found = settled.get(id);
      if (found === undefined) settled.set(id, (found = known.find(draft.area, draft.areaKind, draft.codes ?? [])));
      last = { name: draft.area, kind: draft.areaKind, codes: draft.codes, area: found, unknown: null };
    }
    const { area } = last;
    if (area === null) {
      last.unknown ??= tallyOf(unknown, draft.area, draft.areaKind);
      last.unknown.rows += 1;
      observations.push(draft);
    } else if (area.name === draft.area && area.kind === draft.areaKind) {
      observations.push(draft);
    } else {
      renamed = true;
      const held = spelt.get(draft.area);
      if (held === undefined) spelt.set(draft.area, { kept: area.name, rows: 1 });
      else held.rows += 1;
      observations.push(
        area.kind === 'city'
          ? { ...draft, area: null, areaKind: 'city' }
          : { ...draft, area: area.name, areaKind: area.kind },
      );
    }
  }
  // Two spellings of one area may say the same figure twice.
  const once = !renamed
    ? observations
    : observations.filter((draft) => {
        const key = draftKey(draft);
        const twin = draft.quantity === 'change' ? undefined : cellByKey.get(key);
        if (twin === undefined) {
          cellByKey.set(key, draft.cell);
          return true;
        }
        const found = draft.symbol?.found ?? String(draft.value);
        refusals.push({
          cell: draft.cell,
          found,
          why: `the same figure was already read from ${twin}; not counted twice`,
        });
        return false;
      });
  const lookups = reading.lookups?.map((draft) => {
    const area = known.find(draft.area, draft.areaKind, []);
    if (area === null)
      unknown.set(draft.area, { kind: draft.areaKind, rows: (unknown.get(draft.area)?.rows ?? 0) + 1 });
    else if (area.name !== draft.area)
      spelt.set(draft.area, { kept: area.name, rows: (spelt.get(draft.area)?.rows ?? 0) + 1 });
    return area === null ? draft : { ...draft, area: area.name };
  });
  const areaProposals = proposalsOf(unknown, known);
  const spellings: Spelling[] = [...spelt].map(([found, held]) => ({ found, ...held }));
  return {
    ...reading,
    observations: once,
    priorityAreas: reading.priorityAreas.map((name) => known.find(name, 'neighbourhood', [])?.name ?? name),
    ...(lookups === undefined ? {} : { lookups }),
    refusals,
    warnings: [...reading.warnings, ...slipWarnings(areaProposals, 'figures')],
    areaProposals,
    spellings,
  };
}

function proposalsOf(
  unknown: ReadonlyMap<string, { readonly kind: AreaKind; readonly rows: number }>,
  known: KnownNames,
): AreaProposal[] {
  return SLIP_KINDS.flatMap((kind) => {
    // A name that stands in the same sheet is an area of its own there.
    const names = known.namesOf(kind).filter((name) => !unknown.has(name));
    return [...unknown].flatMap(([found, own]) => {
      const slip = own.kind === kind && !known.isKnown(found, kind) ? nearestName(found, names) : null;
      return slip === null ? [] : [{ ...slip, kind, rows: own.rows }];
    });
  });
}
