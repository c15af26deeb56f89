import type { ReactElement } from 'react';
import './sparkline.css';

const WIDTH = 104;
const HEIGHT = 26;
const EDGE = 3;

/** The last periods as one small line; gaps stay gaps. Its words stand in the table beside it, so it is decoration. */
export function Sparkline({ values: all }: { readonly values: readonly (number | null)[] }): ReactElement {
  // Months to come take no room: the line ends at the right edge, where the newest figure is.
  const first = all.findIndex((value) => value !== null);
  const values = first < 0 ? [] : all.slice(first, all.findLastIndex((value) => value !== null) + 1);
  const known = values.filter((value) => value !== null);
  const low = Math.min(...known);
  const high = Math.max(...known);
  const x = (index: number): number => EDGE + ((WIDTH - 2 * EDGE) * index) / Math.max(1, values.length - 1);
  const y = (value: number): number =>
    high === low ? HEIGHT / 2 : HEIGHT - EDGE - ((HEIGHT - 2 * EDGE) * (value - low)) / (high - low);
  let path = '';
  let pen = false;
  let last: { x: number; y: number } | null = null;
  values.forEach((value, index) => {
    if (value === null) {
      pen = false;
      return;
    }
    last = { x: x(index), y: y(value) };
    path += `${pen ? 'L' : 'M'}${last.x.toFixed(1)} ${last.y.toFixed(1)}`;
    pen = true;
  });
  const end = last as { x: number; y: number } | null;
  return (
    <svg className="sparkline" viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`} aria-hidden="true">
      <path d={path} />
      {end !== null && <circle cx={end.x} cy={end.y} r="2.75" />}
    </svg>
  );
}
