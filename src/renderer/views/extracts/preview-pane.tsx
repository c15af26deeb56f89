import type { ReactElement } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { Preview } from '../../../preload/contract.ts';
import { Button } from '../../parts/button.tsx';
import { Trouble } from '../../parts/states.tsx';
import { formatWords, keepWords, stepWords, whatIsFound } from '../../words/extracts.ts';
import { fileSize, howMany } from '../../words/numbers.ts';
import { EXTRACTS_ROOM } from '../../words/extracts-room.ts';
import { ChangesList } from './changes-list.tsx';
import { NameProposals } from './name-proposals.tsx';
import { PasswordForm } from './password-form.tsx';
import { PeopleColumns } from './people-columns.tsx';
import { queue, type QueuedFile } from './queue.ts';
import { RefusalList } from './refusal-list.tsx';
import { SheetDesk } from './sheet-desk.tsx';
import { SheetReports } from './sheet-reports.tsx';

interface PreviewPaneProps {
  readonly one: QueuedFile;
  /** False where several files are ready: the first button is then the one that keeps them all. */
  readonly alone: boolean;
}

/** What was found in one file, before anything of it is kept. */
export function PreviewPane({ one, alone }: PreviewPaneProps): ReactElement {
  const { preview, failure } = one;
  return (
    <section className="preview" aria-label={EXTRACTS_ROOM.whatWasFoundIn(one.name)}>
      <h2>{one.name}</h2>
      {failure !== null && one.step === 'trouble' && (
        <>
          <Trouble failure={failure} />
          <ReadAgain one={one} />
        </>
      )}
      {preview === null && one.step !== 'trouble' && <p className="preview-quiet">{stepWords(one)}</p>}
      {one.step === 'stopped' && <ReadAgain one={one} />}
      {preview !== null && one.step !== 'trouble' && <Found one={one} alone={alone} preview={preview} />}
    </section>
  );
}

function ReadAgain({ one }: { readonly one: QueuedFile }): ReactElement {
  return (
    <p className="preview-again">
      <Button
        onPress={() => {
          queue.readAgain(one.file, one.password);
        }}
      >
        {EXTRACTS_ROOM.readItAgain}
      </Button>
    </p>
  );
}

function Found({ one, alone, preview }: PreviewPaneProps & { readonly preview: Preview }): ReactElement {
  const refusals = preview.sheets.reduce((sum, sheet) => sum + sheet.refusals.length, 0);
  const warnings = preview.sheets.reduce((sum, sheet) => sum + sheet.warnings.length, 0);
  const { changed, gone } = preview.changes;
  return (
    <>
      <p className="preview-quiet">
        {formatWords(preview.format)} · {fileSize(preview.bytes)}
        {preview.outcome === 'ready' && ` · ${howMany(preview.sheets.length, 'sheet', 'sheets')}`}
      </p>
      <Verdict one={one} alone={alone} preview={preview} />
      {preview.sheets.length > 0 && (
        <Tabs className="tabs" defaultSelectedKey={preview.outcome === 'refused' ? 'sheet' : 'found'}>
          <TabList aria-label={EXTRACTS_ROOM.about(one.name)} className="tab-list">
            <Tab id="found" className="tab">
              {EXTRACTS_ROOM.whatWasFound}
            </Tab>
            <Tab id="doubt" className="tab">
              {EXTRACTS_ROOM.worthALook(refusals + warnings > 0 ? ` (${String(refusals + warnings)})` : '')}
            </Tab>
            <Tab id="changes" className="tab">
              {EXTRACTS_ROOM.whatChanges(changed + gone > 0 ? ` (${String(changed + gone)})` : '')}
            </Tab>
            <Tab id="sheet" className="tab">
              {EXTRACTS_ROOM.theSheet}
            </Tab>
          </TabList>
          <TabPanel id="found" className="tab-panel">
            <PeopleColumns one={one} preview={preview} />
            <SheetReports sheets={preview.sheets} />
          </TabPanel>
          <TabPanel id="doubt" className="tab-panel">
            <NameProposals one={one} sheets={preview.sheets} />
            <RefusalList sheets={preview.sheets} />
          </TabPanel>
          <TabPanel id="changes" className="tab-panel">
            <ChangesList changes={preview.changes} />
          </TabPanel>
          <TabPanel id="sheet" className="tab-panel">
            <SheetDesk one={one} preview={preview} />
          </TabPanel>
        </Tabs>
      )}
    </>
  );
}

/** What can be done with the file now, in one sentence and at most one button. */
function Verdict({ one, alone, preview }: PreviewPaneProps & { readonly preview: Preview }): ReactElement {
  if (one.step === 'kept')
    return (
      <p className="verdict verdict-done">{EXTRACTS_ROOM.keptOf2(one.kept?.about ?? whatIsFound(preview.sheets))}</p>
    );
  if (one.step !== 'read') return <p className="verdict">{stepWords(one)}</p>;
  if (one.drafts.length > 0) {
    return <p className="verdict">{EXTRACTS_ROOM.youChangedWhatThe}</p>;
  }
  switch (preview.outcome) {
    case 'refused':
      return <p className="verdict verdict-trouble">{preview.reason ?? EXTRACTS_ROOM.nothingInThisFile}</p>;
    case 'already-held':
      return (
        <p className="verdict">{EXTRACTS_ROOM.thereIsNothingMore(preview.reason ?? EXTRACTS_ROOM.thisVeryFileIs)}</p>
      );
    case 'needs-password':
      return <PasswordForm one={one} reason={preview.reason} />;
    case 'ready':
      return (
        <div className="verdict verdict-ready">
          <Button
            kind={alone ? 'primary' : 'plain'}
            onPress={() => {
              queue.keep([one.file]);
            }}
          >
            {keepWords(preview)}
          </Button>
        </div>
      );
  }
}
