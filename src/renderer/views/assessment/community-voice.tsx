import type { ReactElement } from 'react';
import { wordsOf } from '../../../core/lists/list-form.ts';
import { sayField } from '../../../core/lists/say-field.ts';
import { namesAPerson } from '../../../core/lists/names-a-person.ts';
import { sayResult } from '../../../core/lists/say-result.ts';
import { howMany } from '../../words/numbers.ts';
import { EVIDENCE_PANES } from '../../words/assessment-evidence.ts';
import type { Risk } from './assessment-words.ts';
import { ListPane, type ListShown } from './list-pane.tsx';

function sayVoice({ entries }: ListShown): string {
  const sources = new Set(entries.map(({ values }) => wordsOf(values, 'source'))).size;
  const unlinked = entries.filter(({ values }) => values['issues'] == null).length;
  const linked = unlinked === 0 ? EVIDENCE_PANES.eachSpeaksToAn : EVIDENCE_PANES.notLinkedToAn(unlinked);
  return EVIDENCE_PANES.of(
    howMany(entries.length, 'finding', 'findings'),
    howMany(sources, EVIDENCE_PANES.surveyOrSession, EVIDENCE_PANES.surveysAndSessions),
    linked,
  );
}

/** What people said, in surveys and sessions: how many of how many, with limits, and in their own words, never whose. */
export function CommunityVoice({ risk }: { readonly risk: Risk }): ReactElement {
  return (
    <ListPane
      list="voice"
      heading={EVIDENCE_PANES.whatPeopleSaid}
      issues={risk.issues}
      what={EVIDENCE_PANES.aQuestionOfA}
      also={EVIDENCE_PANES.aSurveyBroughtUnder}
      columns={[
        'source',
        { head: EVIDENCE_PANES.held, say: ({ values }) => sayField(HELD, values['held'] ?? values['when'] ?? null) },
        'answer',
        {
          head: EVIDENCE_PANES.result,
          under: EVIDENCE_PANES.with95LimitsWilson,
          say: ({ values }) => sayResult(values),
        },
        {
          head: EVIDENCE_PANES.inTheirOwnWords,
          say: ({ values }) => {
            const quote = wordsOf(values, 'quote');
            // A quote of a sheet that seems to name a person is not shown before somebody has looked at it.
            return quote === '' ? '' : namesAPerson(quote).length > 0 ? EVIDENCE_PANES.seemsToNameA : `“${quote}”`;
          },
        },
        'issues',
      ]}
      above={(shown) => <p className="finding-under">{sayVoice(shown)}</p>}
      below={() => (
        <div className="notes">
          <p>{EVIDENCE_PANES.theLimitsSayHow}</p>
        </div>
      )}
    />
  );
}

const HELD = { id: 'held', words: EVIDENCE_PANES.heldOn, kind: 'day', heading: /$^/ } as const;
