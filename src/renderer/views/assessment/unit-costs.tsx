import { useState, type ReactElement } from 'react';
import type { Output } from '../../../preload/contract.ts';
import { ask, useAnswer, valueOf } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { FileDrop } from '../../parts/file-drop.tsx';
import { useSay } from '../../parts/notice.tsx';
import { PanelForm, useKeep } from '../../parts/panel-form.tsx';
import { useSidePanel } from '../../parts/side-panel.tsx';
import { Tick } from '../../parts/tick.tsx';
import { momentInWords } from '../../words/dates.ts';
import { numberInWords } from '../../words/numbers.ts';
import { EVIDENCE_PANES } from '../../words/assessment-evidence.ts';

type Held = NonNullable<Output<'costs.show'>>;

/** Where unit costs come from: a sheet, or the officer's own list. None are built in. */
export function UnitCosts(): ReactElement {
  const held = valueOf(useAnswer('costs.show', {}));
  const say = useSay();
  const panel = useSidePanel();
  const bring = async (file: string): Promise<void> => {
    const reply = await ask('costs.import', { file });
    if (!reply.ok) say(reply.failure.message, 'trouble');
    else if (reply.value.held === null)
      say(
        EVIDENCE_PANES.theUnitCostsWere(
          reply.value.refusals
            .slice(0, 4)
            .map(({ row, says }) => (row === null ? says : EVIDENCE_PANES.row(row, says)))
            .join(' '),
        ),
        'trouble',
      );
    else say(EVIDENCE_PANES.keptUnitCosts(numberInWords(reply.value.held.costs.rows.length)));
  };
  return (
    <section className="section" aria-labelledby="costs-title">
      <div className="section-head">
        <h2 id="costs-title">{EVIDENCE_PANES.unitCosts}</h2>
        <Button
          kind="link"
          onPress={() => {
            panel.open({ title: EVIDENCE_PANES.unitCosts, body: <UnitCostForm held={held} onDone={panel.close} /> });
          }}
        >
          {held === null ? EVIDENCE_PANES.typeThemIn : EVIDENCE_PANES.changeThem}
        </Button>
      </div>
      {held !== null && (
        <p className="evidence-words">
          {EVIDENCE_PANES.unitCostsAtPrices(
            numberInWords(held.costs.rows.length),
            held.costs.pricesOf,
            held.costs.source,
            held.costs.illustrative ? EVIDENCE_PANES.illustrative : '',
            held.version,
            held.fileName === null ? EVIDENCE_PANES.typedHere : EVIDENCE_PANES.fromOf(held.fileName),
            momentInWords(held.savedAt),
          )}
        </p>
      )}
      <FileDrop
        label={EVIDENCE_PANES.aSheetOfUnit}
        title={held === null ? EVIDENCE_PANES.noUnitCostsYet : EVIDENCE_PANES.aNewerSheetOf}
        note={EVIDENCE_PANES.rowsPricesOfAnd}
        tall={false}
        primary={false}
        onFiles={([first]) => {
          if (first !== undefined) void bring(first.file);
        }}
      />
    </section>
  );
}

/** Rows as text, one offence a line: `Burglary: 5930`. */
const asLines = (held: Held | null): string =>
  (held?.costs.rows ?? []).map(({ offence, pounds }) => `${offence}: ${String(pounds)}`).join('\n');

function UnitCostForm({ held, onDone }: { readonly held: Held | null; readonly onDone: () => void }): ReactElement {
  const [pricesOf, setPricesOf] = useState(held?.costs.pricesOf ?? '');
  const [source, setSource] = useState(held?.costs.source ?? '');
  const [lines, setLines] = useState(asLines(held));
  const [isIllustrative, setIllustrative] = useState(held?.costs.illustrative ?? false);
  const say = useSay();
  const keep = useKeep(onDone);
  const save = async (): Promise<void> => {
    const read = lines
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => {
        const [, offence = '', pounds = ''] = /^(.*?)\s*[:\t]\s*£?\s*([\d,]+(?:\.\d+)?)$/.exec(line) ?? [];
        return { line, offence, pounds: pounds === '' ? null : Number(pounds.replaceAll(',', '')) };
      });
    const wrong = read.find(({ offence, pounds }) => offence === '' || pounds === null);
    if (wrong !== undefined) {
      say(EVIDENCE_PANES.isNoOffenceWith(wrong.line), 'trouble');
      return;
    }
    const rows = read.map(({ offence, pounds }) => ({ offence, pounds: pounds ?? 0 }));
    await keep(
      ask('costs.save', { costs: { pricesOf, source, illustrative: isIllustrative, rows } }),
      EVIDENCE_PANES.theUnitCostsAre,
    );
  };
  return (
    <PanelForm
      keep={EVIDENCE_PANES.keepTheseCosts}
      onKeep={save}
      leave={EVIDENCE_PANES.leaveThemAsThey}
      onDone={onDone}
    >
      <Field
        label={EVIDENCE_PANES.pricesOf}
        value={pricesOf}
        onChange={setPricesOf}
        longest={40}
        hint={EVIDENCE_PANES.theYearAs2015}
      />
      <Field
        label={EVIDENCE_PANES.source}
        value={source}
        onChange={setSource}
        longest={300}
        hint={EVIDENCE_PANES.whoseCostsTheseAre}
      />
      <Field
        label={EVIDENCE_PANES.offencesAndTheirCosts}
        value={lines}
        onChange={setLines}
        rows={14}
        hint={EVIDENCE_PANES.oneALineBurglary}
      />
      <Tick words={EVIDENCE_PANES.illustrativeNotRealCosts} on={isIllustrative} onChange={setIllustrative} />
    </PanelForm>
  );
}
