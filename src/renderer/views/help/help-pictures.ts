import type { HelpPicture } from '../../words/help.ts';

/** Where each picture lies among the window's own files. */
export const HELP_PICTURES: Readonly<Record<HelpPicture, string>> = {
  'this-month': new URL('../../../../resources/pictures/this-month.png', import.meta.url).href,
  extracts: new URL('../../../../resources/pictures/extracts.png', import.meta.url).href,
  measures: new URL('../../../../resources/pictures/measures.png', import.meta.url).href,
  gap: new URL('../../../../resources/pictures/gap.png', import.meta.url).href,
  comparison: new URL('../../../../resources/pictures/comparison.png', import.meta.url).href,
  packs: new URL('../../../../resources/pictures/packs.png', import.meta.url).href,
  assessment: new URL('../../../../resources/pictures/assessment.png', import.meta.url).href,
  settings: new URL('../../../../resources/pictures/settings.png', import.meta.url).href,
};
