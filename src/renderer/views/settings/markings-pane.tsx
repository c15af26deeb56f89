import type { ReactElement } from 'react';
import { Markings } from '../packs/markings.tsx';

/** Which handling markings can be chosen for a pack. */
export function MarkingsPane(): ReactElement {
  return <Markings />;
}
