import { useState, type ReactElement } from 'react';
import { Page } from '../../parts/page.tsx';
import { SideList } from '../../parts/side-list.tsx';
import { SETTINGS_ROOM } from '../../words/settings-room.ts';
import { PANES } from './panes.ts';
import './settings.css';

/** What holds for the whole workbench: a list of panes to the left, one of them open. `at`: the one to begin with. */
export function SettingsView({ at }: { readonly at?: string | undefined }): ReactElement {
  const [open, setOpen] = useState(at);
  const shown = PANES.find(({ id }) => id === open) ?? PANES[0];
  return (
    <SideList label={SETTINGS_ROOM.settings} groups={[{ items: PANES }]} shown={shown.id} onChoose={setOpen}>
      <Page title={shown.name}>
        <div className="settings-pane">
          <shown.Body key={shown.id} />
        </div>
      </Page>
    </SideList>
  );
}
