import { useState, type ReactElement } from 'react';
import type { Template } from '../../../preload/contract-packs.ts';
import { ask } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { useSay } from '../../parts/notice.tsx';
import { PACKS_ROOM } from '../../words/packs-room.ts';
import { isOwn, SectionForm, type Own } from './section-form.tsx';

type Section = Template['sections'][number];

const NAMES: Readonly<Record<Section['kind'], string>> = {
  exceptions: PACKS_ROOM.exceptionItems,
  group: PACKS_ROOM.currentFamilyGroupPosition,
  gap: PACKS_ROOM.closingTheGap,
  measures: PACKS_ROOM.performanceMeasures,
  actions: PACKS_ROOM.actionLog,
  notes: PACKS_ROOM.dataNotes,
  sources: PACKS_ROOM.appendixWhereTheFigures,
  words: PACKS_ROOM.wordsOfOurOwn,
  recommendations: PACKS_ROOM.recommendations,
};
const PLAIN = ['exceptions', 'group', 'gap', 'measures', 'actions', 'notes', 'sources'] as const;

const titleOf = (section: Section): string => ('title' in section ? section.title : NAMES[section.kind]);

/** Which sections a pack has and in which order, saved as a template under a name. */
export function ComposePack({
  template,
  onDone,
}: {
  readonly template: Template;
  readonly onDone: () => void;
}): ReactElement {
  const [sections, setSections] = useState(template.sections);
  const [name, setName] = useState(template.name);
  /** Which section's own words are open: its place, or that of a new one. */
  const [open, setOpen] = useState<{ readonly at: number; readonly section: Own } | null>(null);
  const say = useSay();
  const move = (from: number, by: -1 | 1): void => {
    setSections((before) => {
      const after = [...before];
      const [moved] = after.splice(from, 1);
      if (moved !== undefined) after.splice(from + by, 0, moved);
      return after;
    });
  };
  const missing = PLAIN.filter((kind) => !sections.some((section) => section.kind === kind));
  const save = async (): Promise<void> => {
    const reply = await ask('template.save', { name, sections });
    if (reply.ok) {
      say(PACKS_ROOM.theTemplateIsSaved(name));
      onDone();
    } else say(reply.failure.kind === 'invalid' ? PACKS_ROOM.aTemplateNeedsA : reply.failure.message, 'trouble');
  };
  return (
    <div className="words-form">
      <ol className="pack-sections">
        {sections.map((section, index) => (
          <li key={`${section.kind} ${titleOf(section)}`}>
            <span>{titleOf(section)}</span>
            {isOwn(section) && (
              <Button
                kind="link"
                label={PACKS_ROOM.edit(titleOf(section))}
                onPress={() => {
                  setOpen({ at: index, section });
                }}
              >
                {PACKS_ROOM.editWord}
              </Button>
            )}
            <Button
              kind="link"
              disabled={index === 0}
              label={PACKS_ROOM.moveUp(titleOf(section))}
              onPress={() => {
                move(index, -1);
              }}
            >
              {PACKS_ROOM.up}
            </Button>
            <Button
              kind="link"
              disabled={index === sections.length - 1}
              label={PACKS_ROOM.moveDown(titleOf(section))}
              onPress={() => {
                move(index, 1);
              }}
            >
              {PACKS_ROOM.down}
            </Button>
            <Button
              kind="link"
              label={PACKS_ROOM.leaveOut(titleOf(section))}
              onPress={() => {
                setSections(sections.filter((_, at) => at !== index));
              }}
            >
              {PACKS_ROOM.leaveOutWord}
            </Button>
          </li>
        ))}
      </ol>
      {missing.length > 0 && (
        <p>
          {missing.map((kind) => (
            <Button
              key={kind}
              kind="link"
              onPress={() => {
                setSections([...sections, { kind }]);
              }}
            >
              {PACKS_ROOM.add(NAMES[kind])}
            </Button>
          ))}
        </p>
      )}
      {open === null ? (
        <div className="section-tools">
          <Button
            kind="link"
            onPress={() => {
              setOpen({ at: sections.length, section: { kind: 'words', title: '', paragraphs: [] } });
            }}
          >
            {PACKS_ROOM.addWordsOfYour}
          </Button>
          <Button
            kind="link"
            onPress={() => {
              const title = PACKS_ROOM.strategicRecommendations;
              setOpen({ at: sections.length, section: { kind: 'recommendations', title, held: true, rows: [] } });
            }}
          >
            {PACKS_ROOM.addRecommendations}
          </Button>
        </div>
      ) : (
        <SectionForm
          key={open.at}
          section={open.section}
          onDone={(section) => {
            if (section !== null) setSections([...sections.slice(0, open.at), section, ...sections.slice(open.at + 1)]);
            setOpen(null);
          }}
        />
      )}
      <Field label={PACKS_ROOM.nameOfTheTemplate} value={name} onChange={setName} />
      <div className="section-tools">
        <Button onPress={() => void save()}>{PACKS_ROOM.saveTheTemplate}</Button>
        <Button onPress={onDone}>{PACKS_ROOM.leaveItAsIt}</Button>
      </div>
    </div>
  );
}
