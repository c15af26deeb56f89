import { likelihoodByImpact4, likelihoodByImpact5 } from '../../../core/risk/likelihood-by-impact.ts';
import type { RiskScheme } from '../../../core/risk/scheme.ts';
import { TEMPLATE_A } from '../../../core/risk/template-a.ts';
import { FigureRefusal } from './figure-refusal.ts';
import type { ReadStore, WriteStore } from './open-store.ts';

/** A scheme there is to choose, and the file it was imported from; null: one of the workbench's own. */
export interface SchemeHeld {
  readonly scheme: RiskScheme;
  readonly fileName: string | null;
}

/** The workbench's own schemes first, then every imported version, the latest first. */
export function listSchemes(db: ReadStore): SchemeHeld[] {
  const own = [TEMPLATE_A, likelihoodByImpact4(), likelihoodByImpact5()];
  const imported = db
    .prepare<[], { scheme: string; fileName: string }>(
      'SELECT scheme, file_name AS fileName FROM risk_scheme ORDER BY saved_at DESC, scheme_id, version',
    )
    .all();
  return [
    ...own.map((scheme) => ({ scheme, fileName: null })),
    ...imported.map(({ scheme, fileName }) => ({ scheme: JSON.parse(scheme) as RiskScheme, fileName })),
  ];
}

/** One version of a scheme. Throws {@link FigureRefusal} when it is not held. */
export function schemeHeld(db: ReadStore, id: string, version: string): RiskScheme {
  const found = listSchemes(db).find(({ scheme }) => scheme.id === id && scheme.version === version);
  if (found === undefined) throw new FigureRefusal(`There is no version «${version}» of a scheme «${id}».`);
  return found.scheme;
}

/** Keeps an imported scheme. Throws {@link FigureRefusal} when another is held under the same name and version. */
export function keepScheme(db: WriteStore, scheme: RiskScheme, fileName: string): void {
  const held = listSchemes(db).find((one) => one.scheme.id === scheme.id && one.scheme.version === scheme.version);
  if (held !== undefined) {
    if (JSON.stringify(held.scheme) === JSON.stringify(scheme)) return;
    throw new FigureRefusal(
      `Another matrix is held as «${scheme.name}» version «${scheme.version}», and scores may rest on it. Write a new version on the sheet.`,
    );
  }
  db.prepare('INSERT INTO risk_scheme (scheme_id, version, scheme, file_name, saved_at) VALUES (?, ?, ?, ?, ?)').run(
    scheme.id,
    scheme.version,
    JSON.stringify(scheme),
    fileName,
    new Date().toISOString(),
  );
}

/** The scheme a year is scored by: the one chosen, else Template A. */
export function schemeOfYear(db: ReadStore, year: string): { readonly scheme: RiskScheme; readonly chosen: boolean } {
  const row = db
    .prepare<[string], { id: string; version: string }>(
      // Of the table: the name of the scheme's own version would be ordered as text.
      `SELECT scheme_id AS id, scheme_version AS version FROM assessment_scheme
       WHERE year = ? ORDER BY assessment_scheme.version DESC LIMIT 1`,
    )
    .get(year);
  return row === undefined
    ? { scheme: TEMPLATE_A, chosen: false }
    : { scheme: schemeHeld(db, row.id, row.version), chosen: true };
}

/** Chooses the scheme of a year; scores made under another stay kept, and count again when it is chosen again. */
export function chooseScheme(db: WriteStore, year: string, id: string, version: string): void {
  schemeHeld(db, id, version);
  db.prepare(
    `INSERT INTO assessment_scheme (year, version, scheme_id, scheme_version, saved_at)
     SELECT @year, coalesce(max(version), 0) + 1, @id, @version, @savedAt FROM assessment_scheme WHERE year = @year`,
  ).run({ year, id, version, savedAt: new Date().toISOString() });
}
