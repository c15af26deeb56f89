import type { Output } from '../../preload/contract.ts';

type Area = Output<'area.list'>['areas'][number];

/** What an area is, in the officer's words. */
export const AREA_KIND_WORDS: Readonly<Record<Area['kind'], string>> = {
  city: 'City',
  neighbourhood: 'Neighbourhood',
  partnership: 'Partnership',
  force: 'Police force',
  region: 'Region',
  ward: 'Ward',
  other: 'Other',
};

/** Where another name comes from. */
export const NAME_BY_WORDS: Readonly<Record<Area['otherNames'][number]['by'], string>> = {
  officer: 'Added here',
  extract: 'A code that stood beside the name in an extract',
  workbench: 'Known from the start',
};
