import type { KnownArea } from './plan.ts';
import { tidyText } from './tidy-text.ts';

/** The part of a name that spelling does not change: case, `&` for «and», spaces and punctuation are ignored. */
export function areaKey(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('&', 'and')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * A known area under every name it goes by, for looking up by {@link areaKey}. Another name the officer gave comes before
 * an area that was once kept under that very name.
 */
export function areasByKey(areas: readonly KnownArea[]): Map<string, KnownArea> {
  const byKey = new Map<string, KnownArea>();
  const add = (name: string, area: KnownArea) => {
    const key = areaKey(name);
    if (key !== '' && !byKey.has(key)) byKey.set(key, area);
  };
  for (const area of areas) for (const alias of area.aliases) add(alias, area);
  for (const area of areas) add(area.name, area);
  return byKey;
}

/** True where a name is the city's own: its name, an alias, or its name after the force's («Devon & Cornwall - Plymouth»). */
export function isOwnCity(name: string, city: KnownArea): boolean {
  const keys = new Set([city.name, ...city.aliases].map(areaKey));
  if (keys.has(areaKey(name))) return true;
  const [, afterDash] = /\s[-–:]\s(.+)$/.exec(tidyText(name)) ?? [];
  return afterDash !== undefined && keys.has(areaKey(afterDash));
}

/** «GREENBANK & UNIVERSITY» as «Greenbank & University»; a name that is not all capitals stays as it is. */
export function withoutCapitals(name: string): string {
  if (name !== name.toUpperCase() || !/[A-Z]{3}/.test(name)) return name;
  return name
    .toLowerCase()
    .replaceAll(/(^|[\s\-/(])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replaceAll(/ (And|Of|The|On|In) /g, (word) => word.toLowerCase());
}

/** How many letters must be added, dropped, changed or swapped to turn one text into the other (optimal string alignment). */
export function typingDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? a.length;
}

/** A name that is probably another, mistyped: proposed to the officer, never applied by itself. */
export interface SlipProposal {
  readonly found: string;
  readonly meant: string;
  readonly distance: number;
}

const SIDES = /(?:^|[^\p{L}])(north|south|east|west|upper|lower|inner|outer|central)(?=[^\p{L}]|$)/giu;
const sidesOf = (name: string): string =>
  [...name.matchAll(SIDES)].map(([, side = '']) => side.toLowerCase()).join(' ');

/** «East Devon» and «West Devon» differ by two letters, but not by a typing slip. */
function areOtherSides(a: string, b: string): boolean {
  const [first, second] = [sidesOf(a), sidesOf(b)];
  return first !== '' && second !== '' && first !== second;
}

/** The nearest of several names, when it is near enough to be a typing slip (one letter in six, at most two). */
export function nearestName(found: string, names: Iterable<string>): SlipProposal | null {
  const key = areaKey(found);
  const allowed = Math.min(2, Math.floor(key.length / 6) + (key.length >= 4 ? 1 : 0));
  let best: SlipProposal | null = null;
  for (const name of names) {
    const other = areaKey(name);
    if (other === key || Math.abs(other.length - key.length) > allowed) continue;
    if (other.replaceAll(/\D/g, '') !== key.replaceAll(/\D/g, '') || areOtherSides(found, name)) continue;
    const distance = typingDistance(key, other);
    if (distance <= allowed && (best === null || distance < best.distance)) best = { found, meant: name, distance };
  }
  return best;
}
