import type { ReactElement } from 'react';
import { AboutPane } from './about-pane.tsx';
import { MarkingsPane } from './markings-pane.tsx';
import { AuditPane } from './audit-pane.tsx';
import { RetentionPane } from './retention-pane.tsx';
import { StorePane } from './store-pane.tsx';

interface Pane {
  readonly id: string;
  /** As it stands in the list to the left, and at the head of the pane. */
  readonly name: string;
  readonly Body: () => ReactElement;
}

/** Every pane of the settings, in the order of the list. One more is one line here and a file beside. */
export const PANES: readonly [Pane, ...Pane[]] = [
  { id: 'store', name: 'Store', Body: StorePane },
  { id: 'markings', name: 'Handling markings', Body: MarkingsPane },
  { id: 'audit', name: 'Audit trail', Body: AuditPane },
  { id: 'retention', name: 'Retention', Body: RetentionPane },
  { id: 'about', name: 'About and support', Body: AboutPane },
];
