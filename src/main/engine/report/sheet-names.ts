import { cellText } from './place-cells.ts';

const LONGEST = 31;

/** A name Excel accepts for a sheet: no : \ / ? * [ ], no apostrophe at an end, not empty, at most 31 signs. */
function legalName(wanted: string): string {
  const plain = cellText(wanted)
    .replace(/[:\\/?*[\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^'+|'+$/g, '');
  if (plain === '') return 'Sheet';
  if (plain.length <= LONGEST) return plain.toLowerCase() === 'history' ? 'History of figures' : plain;
  const cut = plain.slice(0, LONGEST - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > 12 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

/** Hands out sheet names, each only once whatever its case. */
export function sheetNames(): (wanted: string) => string {
  const given = new Set<string>();
  return (wanted) => {
    const name = legalName(wanted);
    let free = name;
    for (let count = 2; given.has(free.toLowerCase()); count += 1) {
      const ending = ` (${String(count)})`;
      free = `${name.slice(0, LONGEST - ending.length).trimEnd()}${ending}`;
    }
    given.add(free.toLowerCase());
    return free;
  };
}
