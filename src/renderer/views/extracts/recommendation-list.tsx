import type { ReactElement } from 'react';
import { useAnswer } from '../../ask.ts';
import { Trouble, Waiting } from '../../parts/states.tsx';
import { dayText } from '../../words/dates.ts';

/** The recommendations or actions of one import, each with what has become of it. */
export function RecommendationList({ importId }: { readonly importId: number }): ReactElement | null {
  const answer = useAnswer('recommendation.list', { importId });
  if (answer.state === 'asking') return <Waiting says="Looking up the recommendations…" />;
  if (answer.state === 'failed') return <Trouble failure={answer.failure} />;
  const { recommendations } = answer.value;
  if (recommendations.length === 0) return null;
  return (
    <section className="recommendations" aria-label="Recommendations">
      <h3>Recommendations</h3>
      <ol>
        {recommendations.map((one) => (
          <li key={one.recommendationId}>
            <p>
              {one.number !== null && <strong>{one.number}. </strong>}
              {one.text}
            </p>
            <p className="preview-quiet">
              {[
                one.owner,
                one.due === null ? one.dueWords : `due ${dayText(one.due)}`,
                one.status,
                one.progress ?? 'No progress is written yet',
                one.cell,
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
