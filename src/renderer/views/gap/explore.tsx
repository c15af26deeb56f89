import { useCallback, useState, type ReactElement } from 'react';
import { Input as TextInput, Label, NumberField } from 'react-aria-components';
import type { GapExploreView } from '../../../core/performance/gap-explore-view.ts';
import { gapExploredPicture, gapPartsPicture } from '../../../core/picture/gap-explored-picture.ts';
import type { Look } from '../../../core/picture/look.ts';
import type { Input } from '../../../preload/contract.ts';
import { useAnswer } from '../../ask.ts';
import { Chart } from '../../charts/chart.tsx';
import { Chooser } from '../../parts/chooser.tsx';
import { TableBlock } from '../../parts/table-block.tsx';
import { PictureTools } from '../../parts/picture-tools.tsx';
import { Trouble, Waiting } from '../../parts/states.tsx';
import {
  CITY_WORDS,
  METHOD_SAYS,
  METHOD_WORDS,
  PRIORITY_WORDS,
  partsSentence,
  type GapMethod,
} from '../../words/gap.ts';
import { GAP_ROOM } from '../../words/gap-room.ts';
import { useSteady } from '../comparison/steady.ts';
import { exploredTable, partsTable } from './explore-tables.ts';

type Asked = Input<'gap.explore'>;

const optionsOf = <T extends string>(words: Readonly<Record<T, string>>): { id: T; words: string }[] =>
  (Object.keys(words) as T[]).map((id) => ({ id, words: words[id] }));
const METHODS = optionsOf(METHOD_WORDS);
const PRIORITIES = optionsOf(PRIORITY_WORDS);
const CITIES = optionsOf(CITY_WORDS);

/** The gap by other methods, named, and what each neighbourhood adds to it. */
export function ExploreGap({
  year,
  years,
}: {
  readonly year: string;
  readonly years: readonly string[];
}): ReactElement {
  const [method, setMethod] = useState<GapMethod>('named');
  const [worst, setWorst] = useState(10);
  const [baseline, setBaseline] = useState<string | null>(null);
  const [priority, setPriority] = useState<keyof typeof PRIORITY_WORDS>('pooled');
  const [city, setCity] = useState<keyof typeof CITY_WORDS>('with-priority');
  const asked: Asked = {
    year,
    method,
    priority,
    city,
    ...(method === 'named' ? {} : { worst }),
    ...(method === 'worst-in-baseline' && baseline !== null ? { baselineYear: baseline } : {}),
  };
  const answer = useSteady(useAnswer('gap.explore', asked));
  const shownBaseline = baseline ?? (answer.state === 'known' ? answer.value.baselineYear : null);
  return (
    <>
      <div className="choices" role="group" aria-label={GAP_ROOM.howTheGapIs}>
        <Chooser label={GAP_ROOM.priorityNeighbourhoods} value={method} options={METHODS} onChoose={setMethod} />
        {method !== 'named' && (
          <NumberField
            className="chooser"
            value={worst}
            minValue={1}
            maxValue={200}
            onChange={(value) => {
              if (value >= 1) setWorst(value);
            }}
          >
            <Label className="chooser-label">{GAP_ROOM.howMany}</Label>
            <TextInput className="text-input short-input" />
          </NumberField>
        )}
        {method === 'worst-in-baseline' && (
          <Chooser
            label={GAP_ROOM.baselineYear}
            value={shownBaseline}
            options={[...new Set([...years, ...(shownBaseline === null ? [] : [shownBaseline])])].map((one) => ({
              id: one,
              words: one,
            }))}
            onChoose={setBaseline}
          />
        )}
        <Chooser label={GAP_ROOM.theirRate} value={priority} options={PRIORITIES} onChoose={setPriority} />
        <Chooser label={GAP_ROOM.setAgainst} value={city} options={CITIES} onChoose={setCity} />
      </div>
      {answer.state === 'asking' && <Waiting says={GAP_ROOM.workingItOut} />}
      {answer.state === 'failed' && <Trouble failure={answer.failure} />}
      {answer.state === 'known' && <Explored view={answer.value} asked={asked} says={METHOD_SAYS[method]} />}
    </>
  );
}

function Explored(props: {
  readonly view: GapExploreView;
  readonly asked: Asked;
  readonly says: string;
}): ReactElement {
  const { view, asked, says } = props;
  const line = useCallback((width: number, look: Look) => gapExploredPicture(view, { width }, look), [view]);
  const parts = useCallback((width: number, look: Look) => gapPartsPicture(view, { width }, look), [view]);
  const hasParts = view.neighbourhoods.some(({ partOfGap }) => partOfGap !== null);
  const months = exploredTable(view);
  const table = partsTable(view);
  return (
    <>
      <p className="finding-under">
        {says} {asked.method === 'named' ? '' : GAP_ROOM.theyAre(view.areas.join(', '))}
      </p>
      <Chart picture={line} label={GAP_ROOM.theGapByThis(view.sentence)} />
      <div className="section-under">
        <PictureTools chart={{ view: 'gap-explored', shows: 'over-time', ...asked }} />
      </div>
      <TableBlock table={months} heading={GAP_ROOM.byMonthCumulativeSince} kind="board" notesHidden />
      <section className="section" aria-labelledby="explored-parts">
        <h2 id="explored-parts">{GAP_ROOM.whatEachNeighbourhoodAdds}</h2>
        {hasParts ? (
          <>
            <Chart picture={parts} label={partsSentence(view.neighbourhoods)} />
            <div className="section-under">
              <PictureTools chart={{ view: 'gap-explored', shows: 'parts', ...asked }} />
            </div>
          </>
        ) : (
          <p className="finding-under">{GAP_ROOM.partsThatAddUp}</p>
        )}
        <div className="close-set">
          <TableBlock table={table} heading={GAP_ROOM.eachNeighbourhood} level={3} kind="list" tall />
        </div>
      </section>
    </>
  );
}
