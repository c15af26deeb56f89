import { damaged } from './refusals.ts';

const HEADER_BYTES = 512;
const FIRST_FAT_PLACES = 109;

/**
 * Refuses an OLE2 container whose chains of sectors run in a circle (MS-CFB 2.3), which the libraries that read it would
 * follow for ever.
 */
export function refuseCircles(bytes: Buffer): void {
  if (bytes.length < HEADER_BYTES) throw damaged('it is cut short');
  const shift = bytes.readUInt16LE(0x1e);
  if (shift !== 9 && shift !== 12) throw damaged('its container cannot be read');
  const sectorBytes = 2 ** shift;
  const sectors = Math.ceil(bytes.length / sectorBytes) - 1;
  const next = nextSectors(bytes, sectorBytes, sectors);
  const walkOf = new Uint32Array(sectors);
  for (let first = 0; first < sectors; first++) {
    const walk = first + 1;
    let sector = first;
    while (sector >= 0 && sector < sectors && walkOf[sector] === 0) {
      walkOf[sector] = walk;
      sector = next[sector] ?? -1;
    }
    if (sector >= 0 && walkOf[sector] === walk) throw damaged('its container runs in a circle');
  }
}

/** For each sector the one that follows it, from the file allocation table; negative at the end of a chain. */
function nextSectors(bytes: Buffer, sectorBytes: number, sectors: number): Int32Array {
  const next = new Int32Array(sectors).fill(-1);
  const perSector = sectorBytes / 4;
  for (const [table, sector] of tableSectors(bytes, sectorBytes, sectors).entries()) {
    const start = (sector + 1) * sectorBytes;
    for (let place = 0; place < perSector; place++) {
      const of = table * perSector + place;
      const at = start + place * 4;
      if (of < sectors && sector >= 0 && at + 4 <= bytes.length) next[of] = bytes.readInt32LE(at);
    }
  }
  return next;
}

/** The sectors that hold the file allocation table: 109 named in the header, the rest in a chain of lists. */
function tableSectors(bytes: Buffer, sectorBytes: number, sectors: number): number[] {
  const found: number[] = [];
  for (let place = 0; place < FIRST_FAT_PLACES; place++) found.push(bytes.readInt32LE(0x4c + place * 4));
  let list = bytes.readInt32LE(0x44);
  for (let lists = 0; list >= 0 && list < sectors; lists++) {
    if (lists > sectors) throw damaged('its container runs in a circle');
    const end = Math.min((list + 2) * sectorBytes, bytes.length) - 4;
    let at = (list + 1) * sectorBytes;
    for (; at < end; at += 4) found.push(bytes.readInt32LE(at));
    if (at + 4 > bytes.length) break;
    list = bytes.readInt32LE(at);
  }
  return found;
}
