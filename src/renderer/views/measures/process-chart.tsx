import { useCallback, type ReactElement } from 'react';
import type { SpcView } from '../../../core/performance/spc-view.ts';
import type { Look } from '../../../core/picture/look.ts';
import { spcPicture } from '../../../core/picture/spc-picture.ts';
import { useAnswer } from '../../ask.ts';
import { Chart } from '../../charts/chart.tsx';
import { Chooser } from '../../parts/chooser.tsx';
import { CopyTable } from '../../parts/copy-table.tsx';
import { FigureTable } from '../../parts/figure-table.tsx';
import { useSay } from '../../parts/notice.tsx';
import { PictureTools } from '../../parts/picture-tools.tsx';
import { Trouble, Waiting } from '../../parts/states.tsx';
import { rulesWords } from '../../words/process-chart.ts';
import { MEASURES_ROOM } from '../../words/measures-room.ts';
import { Callout } from '../comparison/callout.tsx';
import { ChartSettings } from './chart-settings.tsx';
import { spcTable } from './change-tables.ts';
import { saveSetting, type Setting } from './save-setting.ts';

/** A measure's process chart by its saved rules, with what the officer has set about it. */
export function ProcessChart({ measure }: { readonly measure: string }): ReactElement {
  const chart = useAnswer('spc.show', { measure });
  const setting = useAnswer('spc.setting', { measure });
  const say = useSay();
  if (chart.state === 'asking' || setting.state === 'asking')
    return <Waiting says={MEASURES_ROOM.drawingTheProcessChart} />;
  if (chart.state === 'failed') return <Trouble failure={chart.failure} />;
  if (setting.state === 'failed') return <Trouble failure={setting.failure} />;
  const chosen = setting.value;
  const saveRules = async (rules: Setting['rules']): Promise<void> => {
    const trouble = await saveSetting(chosen, { rules });
    if (trouble === null) say(MEASURES_ROOM.theRulesAreKept(rulesWords(rules)));
    else say(trouble, 'trouble');
  };
  return (
    <section className="section" aria-labelledby="spc-title">
      <div className="section-head">
        <h2 id="spc-title">{MEASURES_ROOM.processChart}</h2>
        <Chooser
          label={MEASURES_ROOM.rules}
          value={chosen.rules}
          options={chosen.ruleSets.map(({ id }) => ({ id, words: rulesWords(id) }))}
          onChoose={(rules) => void saveRules(rules)}
        />
      </div>
      <ProcessChartBody view={chart.value} />
      <ChartSettings setting={chosen} view={chart.value} />
    </section>
  );
}

function ProcessChartBody({ view }: { readonly view: SpcView }): ReactElement {
  const picture = useCallback((width: number, look: Look) => spcPicture(view, { width }, look), [view]);
  const table = spcTable(view);
  return (
    <>
      {view.trial && (
        <Callout>
          <strong>{MEASURES_ROOM.trialLimits}</strong>
          {MEASURES_ROOM.under13PointsThe}
        </Callout>
      )}
      <Chart picture={picture} label={MEASURES_ROOM.processChartOf(view.name, view.sentence)} />
      <div className="section-under">
        <PictureTools chart={{ view: 'spc', measure: view.measure }} />
      </div>
      <details className="fold">
        <summary>{MEASURES_ROOM.theSameFiguresPoint}</summary>
        <div className="section-under">
          <CopyTable table={table} />
        </div>
        <FigureTable table={table} captionHidden tall />
      </details>
    </>
  );
}
