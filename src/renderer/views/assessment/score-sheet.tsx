import { useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { ask } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { useSay } from '../../parts/notice.tsx';
import { howMany } from '../../words/numbers.ts';
import { ISSUE_PANES } from '../../words/assessment-issues.ts';
import { SECTION_WORDS, type Issue, type Risk } from './assessment-words.ts';

type Dimension = Risk['scheme']['dimensions'][number];

interface Given {
  readonly level: number | null;
  readonly reason: string;
  readonly evidence: string;
}
const NOTHING: Given = { level: null, reason: '', evidence: '' };

interface ScoreSheetProps {
  readonly risk: Risk;
  readonly issue: Issue;
  readonly scorer: string;
  readonly day: string;
  readonly nextName: string | null;
  readonly onNext: () => void;
}

/** What this scorer gave before; the sheet begins from it. */
function heldOf({ risk, issue, scorer }: ScoreSheetProps): Record<string, Given> {
  const own = risk.scores.filter((one) => one.issue === issue.id && one.scorer === scorer);
  return Object.fromEntries(
    own.map(({ dimension, level, reason, evidence }) => [dimension, { level, reason, evidence: evidence.join('; ') }]),
  );
}

const linksOf = (text: string): string[] =>
  text.split(';').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));

/** Every dimension as a row of levels. Digits set a level and go on; up and down change the row; Enter is the reason. */
export function ScoreSheet(props: ScoreSheetProps): ReactElement {
  const { risk, issue, scorer, day, nextName, onNext } = props;
  const { dimensions } = risk.scheme;
  const [held] = useState(() => heldOf(props));
  const [given, setGiven] = useState<Readonly<Record<string, Given>>>(held);
  const [evidence, setEvidence] = useState('');
  const [busy, setBusy] = useState(false);
  const rows = useRef<HTMLDivElement>(null);
  const say = useSay();

  const set = (dimension: string, change: Partial<Given>): void => {
    setGiven((now) => ({ ...now, [dimension]: { ...(now[dimension] ?? NOTHING), ...change } }));
  };
  const goTo = (at: number): void => {
    const row = rows.current?.querySelectorAll<HTMLElement>('.score-row')[at];
    (
      row?.querySelector<HTMLElement>('input[type="radio"]:checked') ?? row?.querySelector<HTMLElement>('input')
    )?.focus();
  };
  const changed = dimensions.filter(({ id }) => {
    const [now, before] = [given[id], held[id]];
    return now !== undefined && now.level !== null && JSON.stringify(now) !== JSON.stringify(before);
  });
  const withoutReason = changed.filter(({ id }) => (given[id]?.reason ?? '').trim() === '');
  const withoutLink = changed.filter(
    ({ id }) => linksOf(given[id]?.evidence ?? '').length === 0 && linksOf(evidence).length === 0,
  );

  const keep = async (): Promise<void> => {
    setBusy(true);
    const reply = await ask('risk.score', {
      year: risk.year,
      issue: issue.id,
      scorer,
      scoredOn: day,
      scores: changed.map(({ id }) => {
        const one = given[id] ?? NOTHING;
        const own = linksOf(one.evidence);
        return {
          dimension: id,
          level: one.level,
          reason: one.reason.trim(),
          evidence: own.length > 0 ? own : linksOf(evidence),
        };
      }),
    });
    setBusy(false);
    if (!reply.ok) {
      say(reply.failure.message, 'trouble');
      return;
    }
    say(ISSUE_PANES.keptOn(scorer, issue.name, howMany(changed.length, 'level', 'levels')));
    onNext();
  };
  const missing = [
    ...(scorer === '' ? [ISSUE_PANES.whoScores] : []),
    ...(withoutReason.length > 0 ? [ISSUE_PANES.theReasonFor(withoutReason.map(({ name }) => name).join(', '))] : []),
    ...(withoutLink.length > 0 ? [ISSUE_PANES.theEvidence] : []),
  ];
  const ready = changed.length > 0 && missing.length === 0;
  return (
    <div
      ref={rows}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.ctrlKey && ready && !busy) void keep();
      }}
    >
      <label className="score-evidence">
        <span>{ISSUE_PANES.evidenceForEveryLevel}</span>
        <input
          className="text-input"
          value={evidence}
          maxLength={1000}
          onChange={(event) => {
            setEvidence(event.currentTarget.value);
          }}
        />
      </label>
      <p className="score-keys">{ISSUE_PANES.aDigitSetsThe}</p>
      {dimensions.map((dimension, at) => (
        <div key={dimension.id}>
          {dimensions[at - 1]?.section !== dimension.section && (
            <h2 className="score-section">{SECTION_WORDS[dimension.section]}</h2>
          )}
          <ScoreRow
            dimension={dimension}
            given={given[dimension.id] ?? NOTHING}
            onChange={(change) => {
              set(dimension.id, change);
            }}
            onStep={(by) => {
              goTo(Math.min(dimensions.length - 1, Math.max(0, at + by)));
            }}
          />
        </div>
      ))}
      <div className="score-foot">
        <Button kind="primary" disabled={!ready || busy} onPress={() => void keep()}>
          {nextName === null ? ISSUE_PANES.keepTheseLevels : ISSUE_PANES.keepTheseLevelsAnd(nextName)}
        </Button>
        <p role="status">
          {changed.length === 0
            ? ISSUE_PANES.noLevelIsChanged
            : missing.length > 0
              ? ISSUE_PANES.stillNeeded(missing.join('; '))
              : ISSUE_PANES.toKeep(howMany(changed.length, 'level', 'levels'))}
        </p>
      </div>
    </div>
  );
}

function ScoreRow(props: {
  readonly dimension: Dimension;
  readonly given: Given;
  readonly onChange: (change: Partial<Given>) => void;
  readonly onStep: (by: 1 | -1) => void;
}): ReactElement {
  const { dimension, given, onChange, onStep } = props;
  const reason = useRef<HTMLInputElement>(null);
  const onLevelKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const level = dimension.levels.find(({ value }) => String(value) === event.key);
    if (level !== undefined) {
      event.preventDefault();
      onChange({ level: level.value });
      onStep(1);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      onStep(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      reason.current?.focus();
    }
  };
  return (
    <fieldset className="score-row">
      <legend>
        {dimension.name}
        {dimension.weight !== 1 && <span className="score-weight">{ISSUE_PANES.countsTimes(dimension.weight)}</span>}
      </legend>
      <div className="score-levels" role="presentation" onKeyDown={onLevelKey}>
        {dimension.levels.map(({ value, words }) => (
          <label key={value} className="score-level">
            <input
              type="radio"
              name={`level-${dimension.id}`}
              checked={given.level === value}
              onChange={() => {
                onChange({ level: value });
              }}
            />
            <span>
              <b>{value}</b> {words}
            </span>
          </label>
        ))}
      </div>
      <input
        ref={reason}
        className="text-input"
        aria-label={ISSUE_PANES.reasonFor(dimension.name)}
        placeholder={ISSUE_PANES.whyThisLevelAnd}
        maxLength={2000}
        value={given.reason}
        onChange={(event) => {
          onChange({ reason: event.currentTarget.value });
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey) return;
          event.preventDefault();
          onStep(1);
        }}
      />
      <input
        className="text-input"
        aria-label={ISSUE_PANES.evidenceFor(dimension.name)}
        placeholder={ISSUE_PANES.itsOwnEvidenceIf}
        maxLength={1000}
        value={given.evidence}
        onChange={(event) => {
          onChange({ evidence: event.currentTarget.value });
        }}
      />
    </fieldset>
  );
}
