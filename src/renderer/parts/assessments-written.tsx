import type { ReactElement } from 'react';
import { useAnswer, valueOf } from '../ask.ts';
import { longPeriod, momentInWords } from '../words/dates.ts';
import { howMany } from '../words/numbers.ts';
import { PARTS } from '../words/parts.ts';

/** Assessments handed over, the latest first, each with what it rested on; `year`: of that year alone. */
export function AssessmentsWritten({ year = null }: { readonly year?: string | null }): ReactElement | null {
  const written = valueOf(useAnswer('assessment.written', {}));
  const shown = (written ?? []).filter((one) => year === null || one.year === year);
  if (shown.length === 0) return null;
  return (
    <section className="pack-part" aria-labelledby="assessments-title">
      <h2 id="assessments-title">{PARTS.assessmentsHandedOver}</h2>
      <ul className="pack-earlier">
        {shown.map((one) => (
          <li key={one.assessmentFileId}>
            <p>
              <strong>{one.title}</strong>
              {PARTS.figuresTo(longPeriod(one.periodFrom), longPeriod(one.periodTo), momentInWords(one.writtenAt))}
            </p>
            <p className="pack-in">
              {[
                one.marking ?? PARTS.noMarking,
                howMany(one.imports.length, 'import', 'imports'),
                PARTS.scoredBy(one.scheme),
                one.ownWords === 0 ? PARTS.asDrafted : PARTS.ownWordsIn(howMany(one.ownWords, 'table', 'tables')),
                one.fileName,
              ].join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
