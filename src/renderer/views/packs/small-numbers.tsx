import { useState, type ReactElement } from 'react';
import type { SmallNumbers } from '../../../preload/contract-packs.ts';
import { ask, useAnswer, valueOf } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { useSay } from '../../parts/notice.tsx';
import { Tick } from '../../parts/tick.tsx';

/** The small-number rule of packs, and what it would leave out of this one. Unsuppressed figures stay in the window. */
export function SmallNumbersSection({ asAt }: { readonly asAt: string }): ReactElement | null {
  const setting = valueOf(useAnswer('small-numbers.show', {}));
  const withheld = valueOf(useAnswer('pack.withheld', { asAt }));
  const [editing, setEditing] = useState(false);
  if (setting === null) return null;
  const left = withheld?.filter(({ symbol }) => symbol !== null) ?? [];
  const cautions = withheld?.filter(({ symbol }) => symbol === null) ?? [];
  return (
    <section className="pack-part" aria-labelledby="small-title">
      <div className="section-head">
        <h2 id="small-title">Small numbers</h2>
        <Button
          kind="link"
          onPress={() => {
            setEditing(!editing);
          }}
        >
          {editing ? 'Put away' : 'Change the rule'}
        </Button>
      </div>
      <p>{sayRule(setting)}</p>
      {editing && (
        <RuleForm
          setting={setting}
          onDone={() => {
            setEditing(false);
          }}
        />
      )}
      {left.length > 0 && (
        <>
          <p className="pack-late">
            {left.length} {left.length === 1 ? 'figure is' : 'figures are'} left out of this pack. They are shown in the
            window only.
          </p>
          <ul className="pack-withheld">
            {left.map(({ table, cell, symbol, why }) => (
              <li key={`${table} ${cell}`}>
                <span>{table}</span>
                <span>
                  {cell}: {symbol}. {why}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {cautions.length > 0 && (
        <>
          <p className="pack-late">What leaving figures out cannot prevent:</p>
          <ul className="pack-withheld">
            {cautions.map(({ table, why }) => (
              <li key={`${table} ${why}`}>
                <span>{table}</span>
                <span>{why}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {withheld?.length === 0 && setting.applied && <p className="pack-in">Nothing has to be left out of this pack.</p>}
    </section>
  );
}

function sayRule({ applied, threshold, showsZero, symbol, rounding }: SmallNumbers): string {
  if (!applied) return 'Packs print every figure.';
  const small = `${showsZero ? '1' : '0'} to ${String(threshold)}`;
  return rounding === null
    ? `Counts of ${small} are printed as ${symbol}, with as few others as keep them out of reach.`
    : `Counts are rounded to the nearest ${String(rounding.base)}; counts of ${small} are printed as ${rounding.symbol}.`;
}

function RuleForm({ setting, onDone }: { readonly setting: SmallNumbers; readonly onDone: () => void }): ReactElement {
  const [applied, setApplied] = useState(setting.applied);
  const [showsZero, setShowsZero] = useState(setting.showsZero);
  const [threshold, setThreshold] = useState(String(setting.threshold));
  const [symbol, setSymbol] = useState(setting.symbol);
  const [rounding, setRounding] = useState(setting.rounding === null ? '' : String(setting.rounding.base));
  const say = useSay();
  const save = async (): Promise<void> => {
    const base = rounding.trim() === '' ? null : Number(rounding);
    const reply = await ask('small-numbers.save', {
      ...setting,
      applied,
      showsZero,
      threshold: Number(threshold),
      symbol,
      rounding: base === null ? null : { base, symbol: '~' },
    });
    if (reply.ok) onDone();
    else
      say(
        reply.failure.kind === 'invalid'
          ? 'The threshold is a whole number from 1, rounding one from 2, and the symbol is not empty.'
          : reply.failure.message,
        'trouble',
      );
  };
  return (
    <div className="words-form">
      <Tick words="Leave small numbers out of packs" on={applied} onChange={setApplied} />
      <Tick words="Print noughts" on={showsZero} onChange={setShowsZero} />
      <Field label="Small: counts from 1 to" value={threshold} onChange={setThreshold} />
      <Field label="Printed as" value={symbol} onChange={setSymbol} />
      <Field
        label="Round counts to the nearest"
        value={rounding}
        onChange={setRounding}
        hint="Empty: counts are printed as they are."
      />
      <Button kind="primary" onPress={() => void save()}>
        Save the rule
      </Button>
    </div>
  );
}
