import { areaKey } from '../../../core/intake/area-names.ts';
import type { ObservationDraft } from '../../../core/intake/draft.ts';
import { TextMap } from '../../../core/intake/text-map.ts';
import type { WriteStore } from './open-store.ts';

/** Turns names into the numbers the store keeps them under, adding a name when it is met for the first time. */
export interface Registry {
  readonly city: number;
  area(name: string, kind: ObservationDraft['areaKind']): number;
  /** Shows an area under this spelling of its name from now on. */
  nameArea(name: string, kind: ObservationDraft['areaKind']): void;
  /** Carries a code as another name of an area, unless it already names one. */
  carryCode(code: string, areaId: number): void;
  offence(group: string | null, offence: string | null): number | null;
  word(text: string | null): number | null;
}

/** A registry over one open transaction; it remembers what it has looked up. */
export function makeRegistry(db: WriteStore, importId: number): Registry {
  const { city } = db.prepare('SELECT city_area_id AS city FROM partnership').get() as { city: number };
  const findArea = db.prepare<[string, string], { id: number }>(
    'SELECT area_id AS id FROM area WHERE kind = ? AND area_key = ?',
  );
  const findAlias = db.prepare<[string], { id: number }>('SELECT area_id AS id FROM area_alias WHERE alias_key = ?');
  const addArea = db.prepare('INSERT INTO area (name, area_key, kind) VALUES (?, ?, ?)');
  const renameArea = db.prepare('UPDATE area SET name = ? WHERE kind = ? AND area_key = ? AND name <> ?');
  const addAlias = db.prepare(
    'INSERT OR IGNORE INTO area_alias (alias_key, alias, area_id, import_id, kept_at) VALUES (?, ?, ?, ?, ?)',
  );
  const carried = new Set<string>();
  const findOffence = db.prepare<[string, string], { id: number }>(
    'SELECT offence_id AS id FROM offence WHERE offence_group = ? AND offence = ?',
  );
  const addOffence = db.prepare('INSERT INTO offence (offence_group, offence) VALUES (?, ?)');
  const findWord = db.prepare<[string], { id: number }>('SELECT word_id AS id FROM word WHERE word = ?');
  const addWord = db.prepare('INSERT INTO word (word) VALUES (?)');
  const areas = new Map<ObservationDraft['areaKind'], TextMap<number>>();
  const offences = new TextMap<TextMap<number>>();
  const words = new TextMap<number>();

  function lookUpArea(name: string, kind: string): number {
    const key = areaKey(name);
    const found = findArea.get(kind, key) ?? findAlias.get(key);
    return found?.id ?? Number(addArea.run(name, key, kind).lastInsertRowid);
  }

  return {
    city,
    area(name, kind) {
      if (kind === 'city') return city;
      let ofKind = areas.get(kind);
      if (ofKind === undefined) areas.set(kind, (ofKind = new TextMap<number>()));
      return ofKind.get(name) ?? ofKind.set(name, lookUpArea(name, kind));
    },
    nameArea(name, kind) {
      renameArea.run(name, kind, areaKey(name), name);
    },
    carryCode(code, areaId) {
      if (carried.has(code)) return;
      carried.add(code);
      addAlias.run(areaKey(code), code, areaId, importId, new Date().toISOString());
    },
    offence(group, offence) {
      if (group === null && offence === null) return null;
      const first = group ?? offence ?? '';
      const second = offence ?? group ?? '';
      const inGroup = offences.get(first) ?? offences.set(first, new TextMap<number>());
      let id = inGroup.get(second);
      if (id === undefined) {
        id = findOffence.get(first, second)?.id ?? Number(addOffence.run(first, second).lastInsertRowid);
        inGroup.set(second, id);
      }
      return id;
    },
    word(text) {
      if (text === null) return null;
      let id = words.get(text);
      if (id === undefined) {
        id = findWord.get(text)?.id ?? Number(addWord.run(text).lastInsertRowid);
        words.set(text, id);
      }
      return id;
    },
  };
}
