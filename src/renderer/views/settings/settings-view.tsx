import type { ReactElement } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { Page } from '../../parts/page.tsx';
import { PANES } from './panes.ts';
import './settings.css';

/** What holds for the whole workbench: a list of panes to the left, one of them open. `at`: the one to begin with. */
export function SettingsView({ at }: { readonly at?: string | undefined }): ReactElement {
  const first = PANES.find(({ id }) => id === at)?.id ?? 'store';
  return (
    <Page title="Settings">
      <Tabs className="settings" orientation="vertical" defaultSelectedKey={first}>
        <TabList className="settings-list" aria-label="Settings">
          {PANES.map(({ id, name }) => (
            <Tab key={id} id={id} className="settings-tab">
              {name}
            </Tab>
          ))}
        </TabList>
        {PANES.map(({ id, name, Body }) => (
          <TabPanel key={id} id={id} className="settings-pane">
            <h2>{name}</h2>
            <Body />
          </TabPanel>
        ))}
      </Tabs>
    </Page>
  );
}
