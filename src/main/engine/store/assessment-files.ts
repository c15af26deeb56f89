import { APP_VERSION } from '../version.ts';
import type { ReadStore, WriteStore } from './open-store.ts';

/** An assessment as it was handed over, and what it rested on. */
export interface AssessmentFile {
  readonly assessmentFileId: number;
  readonly year: string;
  readonly title: string;
  readonly marking: string | null;
  readonly format: 'xlsx' | 'docx' | 'pdf';
  readonly fileName: string;
  readonly periodFrom: string;
  readonly periodTo: string;
  /** Numbers of the imports in force when it was written. */
  readonly imports: readonly number[];
  /** The scheme its issues were scored by, with its version. */
  readonly scheme: string;
  /** Tables with words of the officer's own. */
  readonly ownWords: number;
  /** Fingerprint of every word and figure: the same content, the same fingerprint. */
  readonly chapters: string;
  readonly writtenAt: string;
}

/** Every assessment handed over, the latest first. */
export const assessmentFiles = (db: ReadStore): AssessmentFile[] =>
  db
    .prepare<[], Omit<AssessmentFile, 'imports'> & { imports: string }>(
      `SELECT assessment_file_id AS assessmentFileId, year, title, marking, format, file_name AS fileName,
        period_from AS periodFrom, period_to AS periodTo, imports, scheme, own_words AS ownWords, chapters,
        written_at AS writtenAt
       FROM assessment_file ORDER BY assessment_file_id DESC`,
    )
    .all()
    .map((row) => ({ ...row, imports: JSON.parse(row.imports) as number[] }));

/** Notes that an assessment was written. */
export const noteAssessmentFile = (db: WriteStore, file: Omit<AssessmentFile, 'assessmentFileId'>): void => {
  db.prepare(
    `INSERT INTO assessment_file (year, title, marking, format, file_name, period_from, period_to, imports, scheme,
      own_words, chapters, app_version, written_at)
     VALUES (@year, @title, @marking, @format, @fileName, @periodFrom, @periodTo, @imports, @scheme, @ownWords,
      @chapters, @appVersion, @writtenAt)`,
  ).run({ ...file, imports: JSON.stringify(file.imports), appVersion: APP_VERSION });
};
