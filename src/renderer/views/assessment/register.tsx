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
import { KIND_WORDS, KINDS, type Issue, type Risk } from './assessment-words.ts';
import { Schemes } from './schemes.tsx';

/** The register of issues, in the assessment's bands, and the scheme they are scored by. */
export function Register({ risk }: { readonly risk: Risk }): ReactElement {
  const panel = useSidePanel();
  const openForm = (issue: Issue | null): void => {
    panel.open({
      title: issue === null ? 'A new issue' : issue.name,
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
      Add an issue
    </Button>
  );
  if (risk.issues.length === 0)
    return (
      <>
        <Empty title="No issue in the register yet">
          <p>
            An issue is what the assessment weighs: a kind of victim or offender, a community, or a key issue such as
            modern slavery.
          </p>
          {add}
        </Empty>
        <Schemes risk={risk} />
      </>
    );
  const scored = (id: string): number =>
    new Set(risk.scores.filter((one) => one.issue === id).map((one) => one.scorer)).size;
  const sorted = KINDS.flatMap((kind) => risk.issues.filter((one) => one.kind === kind));
  const table: TableValue = {
    caption: 'Issues in the register',
    rowHead: 'Issue',
    columns: [
      { head: 'Band', text: true },
      { head: 'What it is', text: true },
      { head: 'State', text: true },
      { head: 'Scorers', under: risk.year },
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
        <h2>Issues</h2>
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
    say(`«${reply.value.name}» is in the register.`);
    onDone();
  };
  return (
    <div className="panel-form">
      <TextField value={name} onChange={setName} maxLength={200} className="field" autoFocus>
        <Label>Name</Label>
        <Input className="text-input" />
      </TextField>
      <Chooser
        label="Band"
        value={kind}
        options={KINDS.map((id) => ({ id, words: KIND_WORDS[id] }))}
        onChoose={setKind}
      />
      <TextField value={description} onChange={setDescription} maxLength={2000} className="field">
        <Label>What it is, in a sentence</Label>
        <TextArea className="text-input" rows={4} />
      </TextField>
      <Chooser
        label="State"
        value={state}
        options={[
          { id: 'open' as const, words: 'open: scored and ranked' },
          { id: 'closed' as const, words: 'closed: kept, no longer scored' },
        ]}
        onChoose={setState}
      />
      <div className="section-tools">
        <Button kind="primary" disabled={name.trim() === ''} onPress={() => void save()}>
          Keep this issue
        </Button>
        <Button onPress={onDone}>Leave it as it is</Button>
      </div>
    </div>
  );
}
