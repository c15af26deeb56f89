import { useState, type ReactElement } from 'react';
import type { Template } from '../../../preload/contract-packs.ts';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { Tick } from '../../parts/tick.tsx';
import { PACKS_ROOM } from '../../words/packs-room.ts';

type Section = Template['sections'][number];

/** A section with words of its own. */
export type Own = Extract<Section, { readonly kind: 'words' | 'recommendations' }>;

export const isOwn = (section: Section): section is Own =>
  section.kind === 'words' || section.kind === 'recommendations';

type Rows = Extract<Own, { readonly kind: 'recommendations' }>['rows'];

const lines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

/** `What is recommended | what became of it`, one a line. */
const rowsIn = (text: string): Rows =>
  lines(text).map((line) => {
    const [recommendation = '', progress = ''] = line.split('|').map((part) => part.trim());
    return { recommendation, progress: progress === '' ? null : progress };
  });
const rowsOut = (rows: Rows): string =>
  rows
    .map(({ recommendation, progress }) => (progress === null ? recommendation : `${recommendation} | ${progress}`))
    .join('\n');

interface SectionFormProps {
  readonly section: Own;
  /** The section as it is to be, or null to leave it as it is. */
  readonly onDone: (section: Own | null) => void;
}

/** The heading and the words of a section of the officer's own, or of the recommendations. */
export function SectionForm({ section, onDone }: SectionFormProps): ReactElement {
  const [title, setTitle] = useState(section.title);
  const [held, setHeld] = useState(section.kind === 'recommendations' && section.held === true);
  const [text, setText] = useState(section.kind === 'words' ? section.paragraphs.join('\n') : rowsOut(section.rows));
  const made = (): Own =>
    section.kind === 'words'
      ? { kind: 'words', title: title.trim(), paragraphs: lines(text) }
      : { kind: 'recommendations', title: title.trim(), held, rows: held ? [] : rowsIn(text) };
  return (
    <div className="words-form" role="group" aria-label={PACKS_ROOM.aSectionOfThe}>
      <Field label={PACKS_ROOM.headingOfTheSection} value={title} onChange={setTitle} />
      {section.kind === 'recommendations' && (
        <Tick words={PACKS_ROOM.thoseKeptUnderAssessment} on={held} onChange={setHeld} />
      )}
      {section.kind === 'words' && (
        <Field label={PACKS_ROOM.itsWordsAParagraph} rows={4} value={text} onChange={setText} />
      )}
      {section.kind === 'recommendations' && !held && (
        <Field
          label={PACKS_ROOM.recommendationsOneALine}
          rows={6}
          value={text}
          onChange={setText}
          hint={PACKS_ROOM.whatBecameOfOne}
        />
      )}
      <div className="section-tools">
        <Button
          disabled={title.trim() === ''}
          onPress={() => {
            onDone(made());
          }}
        >
          {PACKS_ROOM.keepThisSection}
        </Button>
        <Button
          kind="link"
          onPress={() => {
            onDone(null);
          }}
        >
          {PACKS_ROOM.leaveIt}
        </Button>
      </div>
    </div>
  );
}
