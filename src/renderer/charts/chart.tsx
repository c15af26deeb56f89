import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import {
  GraphicComponent,
  GridComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components';
import { init, use as register, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useLayoutEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { DARK_LOOK, LIGHT_LOOK, type Look } from '../../core/picture/look.ts';
import type { Picture } from '../../core/picture/picture.ts';
import { useDarkness } from './darkness.ts';
import './chart.css';

register([
  BarChart,
  CustomChart,
  LineChart,
  ScatterChart,
  GraphicComponent,
  GridComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
  SVGRenderer,
]);

interface ChartProps {
  /** The picture at a width in pixels. Keep it stable between renders. */
  readonly picture: (width: number, look: Look) => Picture;
  /** The finding in a sentence: what a screen reader hears instead of the drawing. */
  readonly label: string;
}

/** A picture drawn to fit its place. Beside each stands its table, so nothing is in the drawing alone. */
export function Chart({ picture, label }: ChartProps): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const [width, setWidth] = useState(0);
  const dark = useDarkness();
  const drawn = useMemo(
    () => (width < 120 ? null : picture(width, dark ? DARK_LOOK : LIGHT_LOOK)),
    [picture, width, dark],
  );

  useLayoutEffect(() => {
    const box = place.current;
    if (box === null) return undefined;
    const measure = (): void => {
      setWidth(Math.floor(box.clientWidth));
    };
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(box);
    return () => {
      watcher.disconnect();
      chart.current?.dispose();
      chart.current = null;
    };
  }, []);

  useLayoutEffect(() => {
    const box = place.current;
    if (box === null || drawn === null) return;
    const size = { width: drawn.width, height: drawn.height };
    if (chart.current === null) chart.current = init(box, null, { renderer: 'svg', ...size });
    else chart.current.resize(size);
    chart.current.setOption(drawn.option, { notMerge: true });
  }, [drawn]);

  return (
    <figure className="chart" role="img" aria-label={label}>
      <div ref={place} style={{ height: drawn?.height ?? 320 }} />
    </figure>
  );
}
