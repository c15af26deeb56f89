import type { ReactElement } from 'react';
import { useAnswer } from '../../ask.ts';
import { Trouble, Waiting } from '../../parts/states.tsx';
import { momentInWords } from '../../words/dates.ts';
import { fileSize } from '../../words/numbers.ts';
import { EXTRACTS_ROOM } from '../../words/extracts-room.ts';
import { RecommendationList } from './recommendation-list.tsx';
import { RefusalList } from './refusal-list.tsx';
import { SheetReports } from './sheet-reports.tsx';

/** One kept import in full: when, what file, how each sheet was read. */
export function ImportDetail({ importId }: { readonly importId: number }): ReactElement {
  const answer = useAnswer('import.show', { importId });
  if (answer.state === 'asking') return <Waiting says={EXTRACTS_ROOM.lookingItUp} />;
  if (answer.state === 'failed') return <Trouble failure={answer.failure} />;
  const { import: one, sheets } = answer.value;
  return (
    <>
      <p>{one.about}</p>
      <p className="preview-quiet">{EXTRACTS_ROOM.keptOf(fileSize(one.bytes), momentInWords(one.importedAt))}</p>
      <p className="preview-quiet import-print">{EXTRACTS_ROOM.sha256(one.sha256)}</p>
      {sheets.some((sheet) => sheet.layout === 'recommendations') && <RecommendationList importId={importId} />}
      <SheetReports sheets={sheets} />
      <RefusalList sheets={sheets} />
    </>
  );
}
