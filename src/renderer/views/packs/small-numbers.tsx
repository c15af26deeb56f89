import { useState, type ReactElement } from 'react';
import type { SmallNumbers } from '../../../preload/contract-packs.ts';
import { ask, useAnswer, valueOf } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { useSay } from '../../parts/notice.tsx';
import { Tick } from '../../parts/tick.tsx';
import { PACKS_ROOM } from '../../words/packs-room.ts';

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
        <h2 id="small-title">{PACKS_ROOM.smallNumbers}</h2>
        <Button
          kind="link"
          onPress={() => {
            setEditing(!editing);
          }}
        >
          {editing ? PACKS_ROOM.putAway : PACKS_ROOM.changeTheRule}
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
            {PACKS_ROOM.leftOutOfThis(left.length, left.length === 1 ? PACKS_ROOM.figureIs : PACKS_ROOM.figuresAre)}
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
          <p className="pack-late">{PACKS_ROOM.whatLeavingFiguresOut}</p>
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
      {withheld?.length === 0 && setting.applied && <p className="pack-in">{PACKS_ROOM.nothingHasToBe}</p>}
    </section>
  );
}

function sayRule({ applied, threshold, showsZero, symbol, rounding }: SmallNumbers): string {
  if (!applied) return PACKS_ROOM.packsPrintEveryFigure;
  const small = PACKS_ROOM.toOf(showsZero ? '1' : '0', threshold);
  return rounding === null
    ? PACKS_ROOM.countsOfArePrinted(small, symbol)
    : PACKS_ROOM.countsAreRoundedTo(rounding.base, small, rounding.symbol);
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
    else say(reply.failure.kind === 'invalid' ? PACKS_ROOM.theThresholdIsA : reply.failure.message, 'trouble');
  };
  return (
    <div className="words-form pack-rule">
      <Tick words={PACKS_ROOM.leaveSmallNumbersOut} on={applied} onChange={setApplied} />
      <Tick words={PACKS_ROOM.printNoughts} on={showsZero} onChange={setShowsZero} />
      <Field label={PACKS_ROOM.smallCountsFrom1} value={threshold} onChange={setThreshold} />
      <Field label={PACKS_ROOM.printedAs} value={symbol} onChange={setSymbol} />
      <Field
        label={PACKS_ROOM.roundCountsToThe}
        value={rounding}
        onChange={setRounding}
        hint={PACKS_ROOM.emptyCountsArePrinted}
      />
      <Button kind="primary" onPress={() => void save()}>
        {PACKS_ROOM.saveTheRule}
      </Button>
    </div>
  );
}
