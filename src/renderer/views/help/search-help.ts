import { GLOSSARY } from '../../words/glossary.ts';
import { HELP_TOPICS, HELP_WORDS } from '../../words/help.ts';
import { KEYS } from '../../words/keys.ts';

/** What the help lists: a job, the keys, or the words. */
export interface HelpPage {
  readonly id: string;
  readonly title: string;
  /** All that may be searched for in it, in small letters. */
  readonly text: string;
}

const plain = (text: string): string => text.toLowerCase().replaceAll('’', "'");

export const HELP_PAGES: readonly HelpPage[] = [
  ...HELP_TOPICS.map(({ id, title, lead, steps, more }) => ({
    id,
    title,
    text: plain([title, lead, ...steps, ...(more ?? [])].join(' ')),
  })),
  {
    id: 'keys',
    title: HELP_WORDS.keys,
    text: plain(KEYS.map(({ keys, does }) => `${keys.join(' ')} ${does}`).join(' ')),
  },
  {
    id: 'words',
    title: HELP_WORDS.glossary,
    text: plain(
      Object.entries(GLOSSARY)
        .map(([word, meaning]) => `${word} ${meaning}`)
        .join(' '),
    ),
  },
];

/** The pages that hold every word asked for, those that have it in their title first. */
export function searchHelp(asked: string): HelpPage[] {
  const words = plain(asked)
    .split(/\s+/)
    .filter((word) => word !== '');
  const inTitle = ({ title }: HelpPage): number => (words.some((word) => plain(title).includes(word)) ? 0 : 1);
  return HELP_PAGES.filter(({ text, title }) =>
    words.every((word) => text.includes(word) || plain(title).includes(word)),
  )
    .map((page) => page)
    .sort((a, b) => (words.length === 0 ? 0 : inTitle(a) - inTitle(b)));
}
