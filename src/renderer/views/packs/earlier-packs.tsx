import { useEffect, useRef, type ReactElement } from 'react';
import { ask, useAnswer, valueOf } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { useSay } from '../../parts/notice.tsx';
import { longPeriod, momentInWords } from '../../words/dates.ts';
import { PACKS_ROOM } from '../../words/packs-room.ts';

const FORMATS = [
  ['xlsx', PACKS_ROOM.excel],
  ['docx', PACKS_ROOM.word],
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
    else if (reply.value.saved !== null) say(PACKS_ROOM.writtenAgainAsIt(reply.value.saved));
  };
  const stand = async (packId: number, standing: 'handed-over' | 'set-aside'): Promise<void> => {
    const reply = await ask('pack.stand', { packId, standing });
    if (!reply.ok) say(reply.failure.message, 'trouble');
    else say(standing === 'set-aside' ? PACKS_ROOM.packNeverLeftThe(packId) : PACKS_ROOM.packWasHandedOver(packId));
  };
  return (
    <section className="pack-part" aria-labelledby="earlier-title">
      <h2 id="earlier-title" ref={heading} tabIndex={-1}>
        {PACKS_ROOM.packsHandedOver}
      </h2>
      <p className="pack-in">{PACKS_ROOM.theNextPackMinds}</p>
      <ul className="pack-earlier">
        {packs.map((pack) => (
          <li key={pack.packId}>
            <p>
              <strong>{PACKS_ROOM.pack(pack.packId)}</strong>
              {PACKS_ROOM.figuresTo(longPeriod(pack.asAt), momentInWords(pack.madeAt))}
            </p>
            <p className="pack-in">
              {[
                ...(pack.standing === 'set-aside' ? [PACKS_ROOM.neverLeftTheDesk] : []),
                pack.marking ?? PACKS_ROOM.noMarking,
                PACKS_ROOM.imports(pack.imports.length),
                pack.files.map(({ fileName }) => fileName).join(', '),
              ].join(' · ')}
            </p>
            <div className="section-tools">
              {FORMATS.map(([format, name]) => (
                <Button
                  key={format}
                  kind="link"
                  label={PACKS_ROOM.writePackAgainFor(pack.packId, name)}
                  onPress={() => void again(pack.packId, format)}
                >
                  {PACKS_ROOM.writeAgain(name)}
                </Button>
              ))}
              <Button
                kind="link"
                label={PACKS_ROOM.packOf(
                  pack.packId,
                  pack.standing === 'set-aside' ? PACKS_ROOM.wasHandedOver : PACKS_ROOM.neverLeftTheDesk,
                )}
                onPress={() => void stand(pack.packId, pack.standing === 'set-aside' ? 'handed-over' : 'set-aside')}
              >
                {pack.standing === 'set-aside' ? PACKS_ROOM.itWasHandedOver : PACKS_ROOM.itNeverLeftThe}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
