import store from './001-store.sql?raw';
import comparison from './002-comparison.sql?raw';
import areaNames from './003-area-names.sql?raw';
import audit from './004-audit.sql?raw';
import packs from './005-packs.sql?raw';
import mapping from './006-mapping.sql?raw';
import assessment from './007-assessment.sql?raw';
import lookups from './008-lookups.sql?raw';
import recommendations from './009-recommendations.sql?raw';
import sheetCopies from './010-sheet-copies.sql?raw';
import evidence from './011-evidence.sql?raw';
import printedFigures from './012-printed-figures.sql?raw';
import references from './013-references.sql?raw';
import figureNotes from './014-figure-notes.sql?raw';
import lists from './015-lists.sql?raw';
import edits from './016-edits.sql?raw';
import retention from './017-retention.sql?raw';
import undo from './018-undo.sql?raw';
import assessmentFiles from './019-assessment-files.sql?raw';

/** Every migration, in the order they run; never edited once released. `user_version` says how many have run. */
export const migrations: readonly { readonly name: string; readonly sql: string }[] = [
  { name: '001-store', sql: store },
  { name: '002-comparison', sql: comparison },
  { name: '003-area-names', sql: areaNames },
  { name: '004-audit', sql: audit },
  { name: '005-packs', sql: packs },
  { name: '006-mapping', sql: mapping },
  { name: '007-assessment', sql: assessment },
  { name: '008-lookups', sql: lookups },
  { name: '009-recommendations', sql: recommendations },
  { name: '010-sheet-copies', sql: sheetCopies },
  { name: '011-evidence', sql: evidence },
  { name: '012-printed-figures', sql: printedFigures },
  { name: '013-references', sql: references },
  { name: '014-figure-notes', sql: figureNotes },
  { name: '015-lists', sql: lists },
  { name: '016-edits', sql: edits },
  { name: '017-retention', sql: retention },
  { name: '018-undo', sql: undo },
  { name: '019-assessment-files', sql: assessmentFiles },
];
