import { useState, type ReactElement } from 'react';
import type { Template } from '../../../preload/contract-packs.ts';
import { ask } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { useSay } from '../../parts/notice.tsx';
import { isOwn, SectionForm, type Own } from './section-form.tsx';

type Section = Template['sections'][number];

const NAMES: Readonly<Record<Section['kind'], string>> = {
  exceptions: 'Exception items',
  group: 'Current family group position',
  gap: 'Closing the gap',
  measures: 'Performance measures',
  actions: 'Action log',
  notes: 'Data notes',
  sources: 'Appendix: where the figures come from',
  words: 'Words of our own',
  recommendations: 'Recommendations',
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
      say(`The template «${name}» is saved.`);
      onDone();
    } else
      say(
        reply.failure.kind === 'invalid' ? 'A template needs a name and at least one section.' : reply.failure.message,
        'trouble',
      );
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
                label={`Edit ${titleOf(section)}`}
                onPress={() => {
                  setOpen({ at: index, section });
                }}
              >
                Edit
              </Button>
            )}
            <Button
              kind="link"
              disabled={index === 0}
              label={`Move ${titleOf(section)} up`}
              onPress={() => {
                move(index, -1);
              }}
            >
              Up
            </Button>
            <Button
              kind="link"
              disabled={index === sections.length - 1}
              label={`Move ${titleOf(section)} down`}
              onPress={() => {
                move(index, 1);
              }}
            >
              Down
            </Button>
            <Button
              kind="link"
              label={`Leave out ${titleOf(section)}`}
              onPress={() => {
                setSections(sections.filter((_, at) => at !== index));
              }}
            >
              Leave out
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
              Add {NAMES[kind]}
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
            Add words of your own
          </Button>
          <Button
            kind="link"
            onPress={() => {
              const title = 'Strategic recommendations';
              setOpen({ at: sections.length, section: { kind: 'recommendations', title, held: true, rows: [] } });
            }}
          >
            Add recommendations
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
      <Field label="Name of the template" value={name} onChange={setName} />
      <div className="section-tools">
        <Button kind="primary" onPress={() => void save()}>
          Save the template
        </Button>
        <Button onPress={onDone}>Leave it as it is</Button>
      </div>
    </div>
  );
}
