import { notesSection, recommendationsSection, sourcesSection, wordsSection } from './about-sections.ts';
import { actionsSection } from './actions-section.ts';
import { exceptionsSection } from './exceptions-section.ts';
import { gapSection, groupSection, measuresSection } from './figure-sections.ts';
import { frontPage } from './front-page.ts';
import type { PackContent, PackSection } from './pack-content.ts';
import { countPictures, type PackPart, type PictureCount } from './pack-parts.ts';

const TITLES = {
  exceptions: 'Exception items',
  group: 'Current family group position',
  gap: 'Closing the gap',
  measures: 'Performance measures',
  actions: 'Action log',
  notes: 'Data notes',
  sources: 'Appendix: where the figures come from',
} as const;

function partsOf(content: PackContent, section: PackSection, title: string, count: PictureCount): PackPart[] {
  switch (section.kind) {
    case 'exceptions':
      return [exceptionsSection(content, title)];
    case 'group':
      return [groupSection(content, title, count)];
    case 'gap':
      return gapSection(content, title, count);
    case 'measures':
      return [measuresSection(content, title, count)];
    case 'actions':
      return content.actionLog.length === 0 ? [] : [actionsSection(content, title)];
    case 'notes':
      return [notesSection(content, title)];
    case 'sources':
      return [sourcesSection(content, title)];
    case 'words':
      return [wordsSection(section, title)];
    case 'recommendations':
      return [recommendationsSection(section, title)];
  }
}

/** Sections are numbered as the Board is used to; the appendix is not. */
function titled(sections: readonly PackSection[]): { section: PackSection; title: string }[] {
  let number = 0;
  return sections.map((section) => {
    if (section.kind === 'sources') return { section, title: TITLES.sources };
    number += 1;
    const own = section.kind === 'words' || section.kind === 'recommendations' ? section.title : TITLES[section.kind];
    return { section, title: `${String(number)}. ${own}` };
  });
}

/** A pack laid out in parts: the front page, then its sections in their order, each numbered. */
export function composePack(content: PackContent): PackPart[] {
  const count = countPictures();
  // A log with nothing in it takes no number.
  const sections = content.sections.filter(({ kind }) => kind !== 'actions' || content.actionLog.length > 0);
  return [
    frontPage(content),
    ...titled(sections).flatMap(({ section, title }) => partsOf(content, section, title, count)),
  ];
}
