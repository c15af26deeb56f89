import { xmlTags } from './xml-elements.ts';
import { xmlText } from './xml-encoding.ts';
import type { ZipArchive } from './zip-archive.ts';

/** A part that another part points to. */
export interface Relationship {
  /** The last word of the type, the same in transitional and strict files: `worksheet`, `styles`, … */
  readonly type: string;
  /** The part's name in the zip. */
  readonly target: string;
}

/** The relationships of a part (`''` for the package itself) by id; those that point outside the file are left out. */
export function readRelationships(zip: ZipArchive, part: string): Map<string, Relationship> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const entry = zip.find(`${folder}_rels/${part.slice(folder.length)}.rels`);
  const found = new Map<string, Relationship>();
  if (entry === null) return found;
  for (const tag of xmlTags(xmlText(zip.whole(entry)))) {
    if (tag.name !== 'Relationship' || tag.isEnd || tag.attribute('TargetMode') === 'External') continue;
    const type = tag.attribute('Type')?.split('/').pop() ?? '';
    found.set(tag.attribute('Id') ?? '', { type, target: resolved(folder, tag.attribute('Target') ?? '') });
  }
  return found;
}

/** A target as a part name: relative to the folder, or from the top where it begins with a slash. */
function resolved(folder: string, target: string): string {
  const path = decoded(target.replaceAll('\\', '/'));
  const steps: string[] = [];
  for (const step of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
