import type { ReactElement } from 'react';
import { useAnswer } from '../../ask.ts';
import { Trouble, Waiting } from '../../parts/states.tsx';
import { dayText } from '../../words/dates.ts';
import { EXTRACTS_ROOM } from '../../words/extracts-room.ts';

/** The recommendations or actions of one import, each with what has become of it. */
export function RecommendationList({ importId }: { readonly importId: number }): ReactElement | null {
  const answer = useAnswer('recommendation.list', { importId });
  if (answer.state === 'asking') return <Waiting says={EXTRACTS_ROOM.lookingUpTheRecommendations} />;
  if (answer.state === 'failed') return <Trouble failure={answer.failure} />;
  const { recommendations } = answer.value;
  if (recommendations.length === 0) return null;
  return (
    <section className="recommendations" aria-label={EXTRACTS_ROOM.recommendations}>
      <h3>{EXTRACTS_ROOM.recommendations}</h3>
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
                one.due === null ? one.dueWords : EXTRACTS_ROOM.due(dayText(one.due)),
                one.status,
                one.progress ?? EXTRACTS_ROOM.noProgressIsWritten,
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
