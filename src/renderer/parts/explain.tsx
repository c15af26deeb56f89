import { useCallback, type ReactElement } from 'react';
import type { FigureAsked } from '../../preload/contract.ts';
import { useAnswer } from '../ask.ts';
import { periodsInWords } from '../words/dates.ts';
import { PARTS } from '../words/parts.ts';
import { FigureCells } from './figure-cells.tsx';
import { FigureNote } from './figure-note.tsx';
import { Trouble, Waiting } from './states.tsx';
import { useSidePanel } from './side-panel.tsx';
import './explain.css';

/** Opens «Where this figure comes from» for a figure; focus goes back to `from` when it is closed. */
export function useExplain(): (figure: FigureAsked, from: HTMLElement) => void {
  const { open } = useSidePanel();
  return useCallback(
    (figure, from) => {
      open({ title: PARTS.whereThisFigureComes, body: <Explained figure={figure} /> }, from);
    },
    [open],
  );
}

/** Method, inputs and cells of one figure. */
function Explained({ figure }: { readonly figure: FigureAsked }): ReactElement {
  const answer = useAnswer('figure.explain', figure);
  if (answer.state === 'asking') return <Waiting says={PARTS.lookingItUp} />;
  if (answer.state === 'failed') return <Trouble failure={answer.failure} />;
  const { title, shown, method, inputs, from } = answer.value;
  return (
    <div className="explained">
      <p className="explained-title">{periodsInWords(title)}</p>
      <p className="explained-value">{shown === '' ? PARTS.notKnown : shown}</p>
      <h3>{PARTS.howItWasWorked}</h3>
      <p>{periodsInWords(method)}</p>
      {inputs.length > 0 && (
        <>
          <h3>{PARTS.fromTheseNumbers}</h3>
          <dl>
            {inputs.map(({ name, value }) => (
              <div key={`${name} ${value}`}>
                <dt>{periodsInWords(name)}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <FigureCells from={from} />
      <FigureNote figure={figure} />
    </div>
  );
}
