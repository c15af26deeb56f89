import { useEffect, useRef, type ReactElement } from 'react';
import { ask, useAnswer, valueOf } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { useSay } from '../../parts/notice.tsx';
import { longPeriod, momentInWords } from '../../words/dates.ts';

const FORMATS = [
  ['xlsx', 'Excel'],
  ['docx', 'Word'],
  ['pdf', 'PDF'],
] as const;

/** Packs handed over before; each can be written again as it was, whatever has come since. */
export function EarlierPacks({ arrives }: { readonly arrives: boolean }): ReactElement | null {
  const packs = valueOf(useAnswer('pack.list', {}));
  const say = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = packs !== null && packs.length > 0;
  useEffect(() => {
    if (arrives && shown) heading.current?.focus();
  }, [arrives, shown]);
  if (!shown) return null;
  const again = async (packId: number, format: 'xlsx' | 'docx' | 'pdf'): Promise<void> => {
    const reply = await ask('pack.save-again', { packId, format });
    if (!reply.ok) say(reply.failure.message, 'trouble');
    else if (reply.value.saved !== null) say(`Written again as it was: ${reply.value.saved}`);
  };
  const stand = async (packId: number, standing: 'handed-over' | 'set-aside'): Promise<void> => {
    const reply = await ask('pack.stand', { packId, standing });
    if (!reply.ok) say(reply.failure.message, 'trouble');
    else
      say(
        standing === 'set-aside'
          ? `Pack ${String(packId)} never left the desk: the packs after it do not mind it.`
          : `Pack ${String(packId)} was handed over: the packs after it mind what it printed.`,
      );
  };
  return (
    <section className="pack-part" aria-labelledby="earlier-title">
      <h2 id="earlier-title" ref={heading} tabIndex={-1}>
        Packs handed over
      </h2>
      <p className="pack-in">
        The next pack minds what these printed: what one left out cannot be worked out from the next, and a figure that
        one printed otherwise is marked [r].
      </p>
      <ul className="pack-earlier">
        {packs.map((pack) => (
          <li key={pack.packId}>
            <p>
              <strong>Pack {pack.packId}</strong>, figures to {longPeriod(pack.asAt)} · {momentInWords(pack.madeAt)}
            </p>
            <p className="pack-in">
              {[
                ...(pack.standing === 'set-aside' ? ['never left the desk'] : []),
                pack.marking ?? 'no marking',
                `${String(pack.imports.length)} imports`,
                pack.files.map(({ fileName }) => fileName).join(', '),
              ].join(' · ')}
            </p>
            <div className="section-tools">
              {FORMATS.map(([format, name]) => (
                <Button
                  key={format}
                  kind="link"
                  label={`Write pack ${String(pack.packId)} again for ${name}`}
                  onPress={() => void again(pack.packId, format)}
                >
                  Write again: {name}
                </Button>
              ))}
              <Button
                kind="link"
                label={`Pack ${String(pack.packId)} ${pack.standing === 'set-aside' ? 'was handed over' : 'never left the desk'}`}
                onPress={() => void stand(pack.packId, pack.standing === 'set-aside' ? 'handed-over' : 'set-aside')}
              >
                {pack.standing === 'set-aside' ? 'It was handed over' : 'It never left the desk'}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
