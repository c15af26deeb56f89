import { useState, type ReactElement } from 'react';
import { Input, Label, TextArea, TextField } from 'react-aria-components';
import { ask } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { Chooser } from '../../parts/chooser.tsx';
import { FigureTable } from '../../parts/figure-table.tsx';
import { useSay } from '../../parts/notice.tsx';
import { useSidePanel } from '../../parts/side-panel.tsx';
import { Empty } from '../../parts/states.tsx';
import type { TableValue } from '../../parts/table-value.ts';
import { ISSUE_PANES } from '../../words/assessment-issues.ts';
import { KIND_WORDS, KINDS, type Issue, type Risk } from './assessment-words.ts';
import { Schemes } from './schemes.tsx';

/** The register of issues, in the assessment's bands, and the scheme they are scored by. */
export function Register({ risk }: { readonly risk: Risk }): ReactElement {
  const panel = useSidePanel();
  const openForm = (issue: Issue | null): void => {
    panel.open({
      title: issue === null ? ISSUE_PANES.aNewIssue : issue.name,
      body: <IssueForm key={issue?.id ?? 'new'} issue={issue} onDone={panel.close} />,
    });
  };
  const add = (
    <Button
      kind="primary"
      onPress={() => {
        openForm(null);
      }}
    >
      {ISSUE_PANES.addAnIssue}
    </Button>
  );
  if (risk.issues.length === 0)
    return (
      <>
        <Empty title={ISSUE_PANES.noIssueInThe}>
          <p>{ISSUE_PANES.anIssueIsWhat}</p>
          {add}
        </Empty>
        <Schemes risk={risk} />
      </>
    );
  const scored = (id: string): number =>
    new Set(risk.scores.filter((one) => one.issue === id).map((one) => one.scorer)).size;
  const sorted = KINDS.flatMap((kind) => risk.issues.filter((one) => one.kind === kind));
  const table: TableValue = {
    caption: ISSUE_PANES.issuesInTheRegister,
    rowHead: ISSUE_PANES.issue,
    columns: [
      { head: ISSUE_PANES.band, text: true },
      { head: ISSUE_PANES.whatItIs, text: true },
      { head: ISSUE_PANES.state, text: true },
      { head: ISSUE_PANES.scorers, under: risk.year },
    ],
    rows: sorted.map((issue, at) => ({
      head: issue.name,
      divider: at > 0 && sorted[at - 1]?.kind !== issue.kind,
      onHead: () => {
        openForm(issue);
      },
      cells: [
        { text: KIND_WORDS[issue.kind] },
        { text: issue.description },
        { text: issue.state === 'open' ? 'open' : 'closed' },
        { text: String(scored(issue.id)) },
      ],
    })),
    notes: [],
  };
  return (
    <>
      <div className="section-head">
        <h2>{ISSUE_PANES.issues}</h2>
        {add}
      </div>
      <FigureTable table={table} captionHidden />
      <Schemes risk={risk} />
    </>
  );
}

function IssueForm({ issue, onDone }: { readonly issue: Issue | null; readonly onDone: () => void }): ReactElement {
  const [name, setName] = useState(issue?.name ?? '');
  const [kind, setKind] = useState<Issue['kind']>(issue?.kind ?? 'key-issue');
  const [description, setDescription] = useState(issue?.description ?? '');
  const [state, setState] = useState<Issue['state']>(issue?.state ?? 'open');
  const say = useSay();
  const save = async (): Promise<void> => {
    const reply = await ask('risk.save-issue', { id: issue?.id ?? null, name, kind, description, state });
    if (!reply.ok) {
      say(reply.failure.message, 'trouble');
      return;
    }
    say(ISSUE_PANES.isInTheRegister(reply.value.name));
    onDone();
  };
  return (
    <div className="panel-form">
      <TextField value={name} onChange={setName} maxLength={200} className="field" autoFocus>
        <Label>{ISSUE_PANES.name}</Label>
        <Input className="text-input" />
      </TextField>
      <Chooser
        label={ISSUE_PANES.band}
        value={kind}
        options={KINDS.map((id) => ({ id, words: KIND_WORDS[id] }))}
        onChoose={setKind}
      />
      <TextField value={description} onChange={setDescription} maxLength={2000} className="field">
        <Label>{ISSUE_PANES.whatItIsIn}</Label>
        <TextArea className="text-input" rows={4} />
      </TextField>
      <Chooser
        label={ISSUE_PANES.state}
        value={state}
        options={[
          { id: 'open' as const, words: ISSUE_PANES.openScoredAndRanked },
          { id: 'closed' as const, words: ISSUE_PANES.closedKeptNoLonger },
        ]}
        onChoose={setState}
      />
      <div className="section-tools">
        <Button kind="primary" disabled={name.trim() === ''} onPress={() => void save()}>
          {ISSUE_PANES.keepThisIssue}
        </Button>
        <Button onPress={onDone}>{ISSUE_PANES.leaveItAsIt}</Button>
      </div>
    </div>
  );
}
