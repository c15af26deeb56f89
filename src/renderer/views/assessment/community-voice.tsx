import type { ReactElement } from 'react';
import { wordsOf } from '../../../core/lists/list-form.ts';
import { sayField } from '../../../core/lists/say-field.ts';
import { namesAPerson } from '../../../core/lists/names-a-person.ts';
import { sayResult } from '../../../core/lists/say-result.ts';
import { howMany } from '../../words/numbers.ts';
import type { Risk } from './assessment-words.ts';
import { ListPane, type ListShown } from './list-pane.tsx';

function sayVoice({ entries }: ListShown): string {
  const sources = new Set(entries.map(({ values }) => wordsOf(values, 'source'))).size;
  const unlinked = entries.filter(({ values }) => values['issues'] == null).length;
  const linked = unlinked === 0 ? 'each speaks to an issue' : `${String(unlinked)} not linked to an issue yet`;
  return `${howMany(entries.length, 'finding', 'findings')} of ${howMany(sources, 'survey or session', 'surveys and sessions')}; ${linked}.`;
}

/** What people said, in surveys and sessions: how many of how many, with limits, and in their own words, never whose. */
export function CommunityVoice({ risk }: { readonly risk: Risk }): ReactElement {
  return (
    <ListPane
      list="voice"
      heading="What people said"
      issues={risk.issues}
      what="A question of a survey or an engagement session, with how many of how many said so, or what was said in people’s own words."
      also="A survey brought under Extracts stands here by itself, and feeds the measures it names."
      columns={[
        'source',
        { head: 'Held', say: ({ values }) => sayField(HELD, values['held'] ?? values['when'] ?? null) },
        'answer',
        { head: 'Result', under: 'with 95% limits (Wilson)', say: ({ values }) => sayResult(values) },
        {
          head: 'In their own words',
          say: ({ values }) => {
            const quote = wordsOf(values, 'quote');
            // A quote of a sheet that seems to name a person is not shown before somebody has looked at it.
            return quote === ''
              ? ''
              : namesAPerson(quote).length > 0
                ? '▲ seems to name a person: open it'
                : `“${quote}”`;
          },
        },
        'issues',
      ]}
      above={(shown) => <p className="finding-under">{sayVoice(shown)}</p>}
      below={() => (
        <div className="notes">
          <p>
            The limits say how far chance alone might have moved the share. They cannot say whether those who answered
            are like those who did not.
          </p>
        </div>
      )}
    />
  );
}

const HELD = { id: 'held', words: 'Held on', kind: 'day', heading: /$^/ } as const;
