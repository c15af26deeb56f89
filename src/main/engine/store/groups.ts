import { areaKey } from '../../../core/intake/area-names.ts';
import { FigureRefusal } from './figure-refusal.ts';
import type { ReadStore, WriteStore } from './open-store.ts';

export type GroupKind = 'partnership' | 'force' | 'own-choice';

/** A most-similar group with its dates. `validTo` null: still in force. */
export interface AreaGroup {
  readonly groupId: number | null;
  readonly name: string;
  readonly kind: GroupKind;
  readonly ownArea: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly source: string;
  readonly example: boolean;
  readonly members: readonly string[];
  /** The import a group was read from: it is corrected by a newer sheet, not by hand. */
  readonly importId: number | null;
}

interface GroupRow {
  groupId: number;
  name: string;
  kind: GroupKind;
  ownArea: string;
  validFrom: string;
  validTo: string | null;
  source: string;
  example: 0 | 1;
  members: string;
}

/** Every group, by name and then by date: those of the officer and those read from sheets that are still live. */
export function listGroups(db: ReadStore): AreaGroup[] {
  const own = db
    .prepare<[], GroupRow>(
      `SELECT area_group_id AS groupId, name, kind, own_area AS ownArea, valid_from AS validFrom, valid_to AS validTo,
        source, example,
        (SELECT json_group_array(m.name) FROM area_group_member m WHERE m.area_group_id = g.area_group_id) AS members
       FROM area_group g`,
    )
    .all()
    .map((row): AreaGroup => ({
      ...row,
      example: row.example === 1,
      members: (JSON.parse(row.members) as string[]).sort((a, b) => a.localeCompare(b, 'en-GB')),
      importId: null,
    }));
  return [...own, ...importedGroups(db)].sort(
    (a, b) => a.name.localeCompare(b.name, 'en-GB') || a.validFrom.localeCompare(b.validFrom),
  );
}

interface MappedGroup {
  readonly name: string;
  readonly kind: GroupKind;
  readonly ownArea: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly source: string;
  readonly members: readonly string[];
}

/** Groups read from sheets: of one name and date the latest live import speaks. */
function importedGroups(db: ReadStore): AreaGroup[] {
  const rows = db
    .prepare<[], { importId: number; plan: string; file: string }>(
      `SELECT s.import_id AS importId, s.plan, i.file_name AS file
       FROM import_sheet s JOIN live_import USING (import_id) JOIN import i USING (import_id)
       WHERE s.layout = 'group-members' ORDER BY s.import_id, s.position`,
    )
    .all();
  const groups = new Map<string, AreaGroup>();
  for (const { importId, plan, file } of rows) {
    const { mapping } = JSON.parse(plan) as { mapping: { groups: readonly MappedGroup[] } };
    for (const group of mapping.groups) {
      const source = group.source === '' ? file : group.source;
      const example = /\bexample\b/i.test(group.name);
      groups.set(`${group.name} ${group.validFrom}`, { ...group, source, groupId: null, importId, example });
    }
  }
  return [...groups.values()];
}

/** The group of a name in force in a month. Throws {@link FigureRefusal} when there is none of the name at all. */
export function groupInForce(db: ReadStore, name: string, month: string): AreaGroup | null {
  const named = listGroups(db).filter((group) => group.name === name);
  if (named.length === 0) {
    const known = [...new Set(listGroups(db).map((group) => group.name))];
    const says = known.length === 0 ? 'None is held yet.' : `Groups: ${known.join('; ')}.`;
    throw new FigureRefusal(`There is no group «${name}». ${says}`);
  }
  return (
    named.findLast(({ validFrom, validTo }) => validFrom <= month && (validTo === null || month <= validTo)) ?? null
  );
}

export interface GroupToSave extends Omit<AreaGroup, 'groupId' | 'importId' | 'example'> {
  readonly groupId: number | null;
}

/** Saves a group: a new one, or the one of this number anew. The own area is always a member. */
export function saveGroup(db: WriteStore, group: GroupToSave): AreaGroup {
  const members = new Map([group.ownArea, ...group.members].map((name) => [areaKey(name), name.trim()]));
  members.delete('');
  if (members.size < 3) throw new FigureRefusal('A group needs at least three areas, its own among them.');
  const clash = db
    .prepare<[string, string], { id: number }>(
      'SELECT area_group_id AS id FROM area_group WHERE name = ? AND valid_from = ?',
    )
    .get(group.name, group.validFrom);
  if (clash !== undefined && clash.id !== group.groupId) {
    throw new FigureRefusal(`A group «${group.name}» from ${group.validFrom} is already there.`);
  }
  const row = {
    name: group.name,
    kind: group.kind,
    ownArea: group.ownArea,
    validFrom: group.validFrom,
    validTo: group.validTo,
    source: group.source,
    savedAt: new Date().toISOString(),
  };
  let id = group.groupId;
  if (id === null) {
    id = Number(
      db
        .prepare(
          `INSERT INTO area_group (name, kind, own_area, valid_from, valid_to, source, saved_at)
           VALUES (@name, @kind, @ownArea, @validFrom, @validTo, @source, @savedAt)`,
        )
        .run(row).lastInsertRowid,
    );
  } else {
    const changed = db
      .prepare(
        `UPDATE area_group SET name = @name, kind = @kind, own_area = @ownArea, valid_from = @validFrom,
          valid_to = @validTo, source = @source, saved_at = @savedAt, example = 0 WHERE area_group_id = @id`,
      )
      .run({ ...row, id });
    if (changed.changes === 0) throw new FigureRefusal(`There is no group ${String(id)}.`);
    db.prepare('DELETE FROM area_group_member WHERE area_group_id = ?').run(id);
  }
  const insert = db.prepare('INSERT INTO area_group_member (area_group_id, area_key, name) VALUES (?, ?, ?)');
  for (const [key, name] of members) insert.run(id, key, name);
  const saved = listGroups(db).find((one) => one.groupId === id);
  if (saved === undefined) throw new Error('the group just saved is not there');
  return saved;
}

/** Takes a group of the officer's away. Groups read from a sheet go by withdrawing its import. */
export function removeGroup(db: WriteStore, groupId: number): void {
  const { changes } = db.prepare('DELETE FROM area_group WHERE area_group_id = ?').run(groupId);
  if (changes === 0) throw new FigureRefusal(`There is no group ${String(groupId)}.`);
}
