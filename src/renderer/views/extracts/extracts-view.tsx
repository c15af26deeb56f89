import type { ReactElement } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useAnswer, valueOf } from '../../ask.ts';
import { Page } from '../../parts/page.tsx';
import { EXTRACTS_ROOM } from '../../words/extracts-room.ts';
import { AreaNames } from './area-names.tsx';
import { BringIn } from './bring-in.tsx';
import { History } from './history.tsx';
import { KeptMappings } from './kept-mappings.tsx';
import './area-names.css';
import './extracts.css';
import './kept-mappings.css';
import './recommendation-list.css';

/** Files in, and what was kept of them. */
export function ExtractsView({ at }: { readonly at: string | undefined }): ReactElement {
  const imports = valueOf(useAnswer('import.list', {}));
  return (
    <Page title={EXTRACTS_ROOM.extracts}>
      <Tabs className="tabs" defaultSelectedKey={at === 'history' || at === 'areas' ? at : 'bring-in'}>
        <TabList aria-label={EXTRACTS_ROOM.extracts} className="tab-list">
          <Tab id="bring-in" className="tab">
            {EXTRACTS_ROOM.bringIn}
          </Tab>
          <Tab id="history" className="tab">
            {EXTRACTS_ROOM.history(imports !== null && imports.length > 0 ? ` (${String(imports.length)})` : '')}
          </Tab>
          <Tab id="areas" className="tab">
            {EXTRACTS_ROOM.areasAndNames}
          </Tab>
          <Tab id="mappings" className="tab">
            {EXTRACTS_ROOM.howSheetsAreRead}
          </Tab>
        </TabList>
        <TabPanel id="bring-in" className="tab-panel">
          <BringIn looks={at === 'look'} />
        </TabPanel>
        <TabPanel id="history" className="tab-panel">
          <History />
        </TabPanel>
        <TabPanel id="areas" className="tab-panel">
          <AreaNames />
        </TabPanel>
        <TabPanel id="mappings" className="tab-panel">
          <KeptMappings />
        </TabPanel>
      </Tabs>
    </Page>
  );
}
