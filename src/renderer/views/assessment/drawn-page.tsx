import type { ReactElement } from 'react';
import { FONT_FAMILY } from '../../../core/picture/look.ts';
import type { DrawnPage, PageShape } from '../../../core/picture/page-shapes.ts';

/** A page drawn from its shapes, the very ones the files are written from; always on white paper. */
export function DrawnPageView({ page, label }: { readonly page: DrawnPage; readonly label: string }): ReactElement {
  return (
    <svg
      className="drawn-page"
      viewBox={`0 0 ${String(page.width)} ${String(page.height)}`}
      role="img"
      aria-label={label}
      fontFamily={FONT_FAMILY}
    >
      {page.shapes.map((shape, at) => (
        <Drawn key={at} shape={shape} />
      ))}
    </svg>
  );
}

function Drawn({ shape }: { readonly shape: PageShape }): ReactElement {
  if (shape.kind === 'box')
    return (
      <rect x={shape.x} y={shape.y} width={shape.width} height={shape.height} rx={shape.radius} fill={shape.fill} />
    );
  if (shape.kind === 'mark')
    return (
      <path
        d={shape.path}
        fill={shape.fill}
        stroke={shape.stroke}
        strokeWidth={1.5}
        strokeDasharray={shape.dashed ? '2 2' : undefined}
      />
    );
  return (
    <text
      x={shape.x}
      y={shape.y}
      fontSize={shape.size}
      fontWeight={shape.weight}
      fill={shape.fill}
      textAnchor={shape.anchor}
      transform={shape.turned ? `rotate(-90 ${String(shape.x)} ${String(shape.y)})` : undefined}
    >
      {shape.text}
    </text>
  );
}
