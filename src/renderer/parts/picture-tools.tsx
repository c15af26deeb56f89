import { useState, type ReactElement } from 'react';
import type { Input } from '../../preload/contract.ts';
import { ask } from '../ask.ts';
import { PARTS } from '../words/parts.ts';
import { Button } from './button.tsx';
import { useSay } from './notice.tsx';

type Chart = Input<'chart.draw'>['chart'];

/** Copies or saves a chart as the engine draws it: the same picture, at 300 dots per inch. */
export function PictureTools({ chart }: { readonly chart: Chart }): ReactElement {
  const say = useSay();
  const [busy, setBusy] = useState(false);

  const draw = async (format: 'png' | 'svg', use: 'copy' | 'save'): Promise<void> => {
    setBusy(true);
    const drawn = await ask('chart.draw', { chart, format });
    if (!drawn.ok) {
      say(drawn.failure.message, 'trouble');
    } else if (use === 'copy') {
      const copied = await ask('chart.copy', { png: drawn.value.bytes });
      if (copied.ok) say(PARTS.theChartIsOn);
      else say(copied.failure.message, 'trouble');
    } else {
      const saved = await ask('chart.save', { bytes: drawn.value.bytes, name: drawn.value.name });
      if (!saved.ok) say(saved.failure.message, 'trouble');
      else if (saved.value.saved !== null) say(PARTS.theChartIsSaved(saved.value.saved));
    }
    setBusy(false);
  };
  return (
    <div className="section-tools">
      <Button kind="link" disabled={busy} onPress={() => void draw('png', 'copy')}>
        {PARTS.copyChart}
      </Button>
      <Button kind="link" disabled={busy} onPress={() => void draw('png', 'save')}>
        {PARTS.saveAsPng}
      </Button>
      <Button kind="link" disabled={busy} onPress={() => void draw('svg', 'save')}>
        {PARTS.saveAsSvg}
      </Button>
    </div>
  );
}
