const SOURCES: Readonly<Record<string, string>> = {
  'recorded-crime': 'Recorded crime',
  'street-crime': 'Street-level crime',
};

/** What a kind of record extract is called: «Recorded crime», «Records of asb». */
export const sourceWords = (dataset: string): string =>
  SOURCES[dataset] ?? `Records of ${dataset.replace(/^records\//, '').replaceAll('-', ' ')}`;
