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
        `The unit costs were not kept. ${reply.value.refusals
          .slice(0, 4)
          .map(({ row, says }) => (row === null ? says : `Row ${String(row)}: ${says}`))
          .join(' ')}`,
        'trouble',
      );
    else say(`Kept: ${numberInWords(reply.value.held.costs.rows.length)} unit costs.`);
  };
  return (
    <section className="section" aria-labelledby="costs-title">
      <div className="section-head">
        <h2 id="costs-title">Unit costs</h2>
        <Button
          kind="link"
          onPress={() => {
            panel.open({ title: 'Unit costs', body: <UnitCostForm held={held} onDone={panel.close} /> });
          }}
        >
          {held === null ? 'Type them in' : 'Change them'}
        </Button>
      </div>
      {held !== null && (
        <p className="evidence-words">
          {numberInWords(held.costs.rows.length)} unit costs at {held.costs.pricesOf} prices, by {held.costs.source}
          {held.costs.illustrative ? ' (illustrative)' : ''}. Version {held.version},{' '}
          {held.fileName === null ? 'typed here' : `from ${held.fileName}`}, {momentInWords(held.savedAt)}.
        </p>
      )}
      <FileDrop
        label="A sheet of unit costs"
        title={held === null ? 'No unit costs yet' : 'A newer sheet of unit costs'}
        note="Rows «Prices of» and «Source», then a heading «Offence» with «Unit cost» beside it, one offence a row."
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
      say(`«${wrong.line}» is no offence with a cost. Write it as «Burglary: 5930».`, 'trouble');
      return;
    }
    const rows = read.map(({ offence, pounds }) => ({ offence, pounds: pounds ?? 0 }));
    await keep(
      ask('costs.save', { costs: { pricesOf, source, illustrative: isIllustrative, rows } }),
      'The unit costs are kept as a new version, and the table is drafted anew.',
    );
  };
  return (
    <PanelForm keep="Keep these costs" onKeep={save} leave="Leave them as they are" onDone={onDone}>
      <Field label="Prices of" value={pricesOf} onChange={setPricesOf} longest={40} hint="The year, as 2015/16." />
      <Field label="Source" value={source} onChange={setSource} longest={300} hint="Whose costs these are." />
      <Field
        label="Offences and their costs in pounds"
        value={lines}
        onChange={setLines}
        rows={14}
        hint="One a line: «Burglary: 5930». Named as the records name the offence or its group."
      />
      <Tick words="Illustrative: not real costs" on={isIllustrative} onChange={setIllustrative} />
    </PanelForm>
  );
}
