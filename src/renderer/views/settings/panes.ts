import type { ReactElement } from 'react';
import { AboutPane } from './about-pane.tsx';
import { MarkingsPane } from './markings-pane.tsx';
import { AuditPane } from './audit-pane.tsx';
import { RetentionPane } from './retention-pane.tsx';
import { StorePane } from './store-pane.tsx';
import { SETTINGS_ROOM } from '../../words/settings-room.ts';

interface Pane {
  readonly id: string;
  /** As it stands in the list to the left, and at the head of the pane. */
  readonly name: string;
  readonly Body: () => ReactElement;
}

/** Every pane of the settings, in the order of the list. One more is one line here and a file beside. */
export const PANES: readonly [Pane, ...Pane[]] = [
  { id: 'store', name: SETTINGS_ROOM.store, Body: StorePane },
  { id: 'markings', name: SETTINGS_ROOM.handlingMarkings, Body: MarkingsPane },
  { id: 'audit', name: SETTINGS_ROOM.auditTrail, Body: AuditPane },
  { id: 'retention', name: SETTINGS_ROOM.retention, Body: RetentionPane },
  { id: 'about', name: SETTINGS_ROOM.aboutAndSupport, Body: AboutPane },
];
