import { useEffect, useRef, useState, type ReactElement } from 'react';
import { Input, Label, SearchField } from 'react-aria-components';
import { Page } from '../../parts/page.tsx';
import { SideList } from '../../parts/side-list.tsx';
import { GLOSSARY, meaningOf, type Term } from '../../words/glossary.ts';
import { HELP_TOPICS, HELP_WORDS, type HelpTopic } from '../../words/help.ts';
import { KEYS } from '../../words/keys.ts';
import { HELP_ROOM } from '../../words/help-room.ts';
import { HELP_PICTURES } from './help-pictures.ts';
import { searchHelp } from './search-help.ts';
import './help.css';

/** How each job is done, the keys and the words; `at` names the page to open. */
export function HelpView({ at }: { readonly at: string | undefined }): ReactElement {
  const [asked, setAsked] = useState('');
  const [chosen, setChosen] = useState(at ?? 'month');
  const pages = searchHelp(asked);
  const shown = pages.some(({ id }) => id === chosen) ? chosen : (pages[0]?.id ?? chosen);
  return (
    <SideList
      label={HELP_WORDS.title}
      groups={[{ items: pages.map(({ id, title }) => ({ id, name: title })) }]}
      shown={shown}
      onChoose={setChosen}
      head={
        <SearchField className="field" value={asked} onChange={setAsked}>
          <Label>{HELP_WORDS.search}</Label>
          <Input className="text-input" />
        </SearchField>
      }
      foot={
        <>
          <p className={pages.length === 0 ? 'help-none' : 'visually-hidden'} role="status">
            {asked === '' ? '' : pages.length === 0 ? HELP_WORDS.none : HELP_WORDS.found(pages.length)}
          </p>
          {asked === '' && <p className="help-none">{HELP_WORDS.lead}</p>}
        </>
      }
    >
      <HelpPage key={shown} id={shown} arrives={at !== undefined && shown === at} />
    </SideList>
  );
}

/** One page; come to from elsewhere, it takes the focus once. */
function HelpPage({ id, arrives }: { readonly id: string; readonly arrives: boolean }): ReactElement {
  const page = useRef<HTMLElement>(null);
  useEffect(() => {
    if (arrives) page.current?.focus();
  }, [arrives]);
  const topic = HELP_TOPICS.find((one) => one.id === id);
  const title = topic?.title ?? (id === 'keys' ? HELP_WORDS.keys : HELP_WORDS.glossary);
  return (
    <article className="help-page" aria-label={title} ref={page} tabIndex={-1}>
      <Page title={title}>{topic === undefined ? id === 'keys' ? <Keys /> : <Words /> : <Job topic={topic} />}</Page>
    </article>
  );
}

function Job({ topic }: { readonly topic: HelpTopic }): ReactElement {
  const { lead, steps, more, picture } = topic;
  return (
    <>
      <p className="help-lead">{lead}</p>
      <ol className="help-steps">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {more !== undefined && (
        <>
          <h2>{HELP_WORDS.more}</h2>
          <ul className="help-more">
            {more.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </>
      )}
      {picture !== undefined && (
        <figure className="help-picture">
          <img src={HELP_PICTURES[picture.name]} alt={picture.says} width={1280} height={800} />
          <figcaption>{HELP_ROOM.theFiguresAreThe(picture.says)}</figcaption>
        </figure>
      )}
    </>
  );
}

function Keys(): ReactElement {
  return (
    <>
      <p className="help-lead">{HELP_WORDS.keysLead}</p>
      <dl className="help-keys">
        {KEYS.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Words(): ReactElement {
  return (
    <>
      <p className="help-lead">{HELP_WORDS.glossaryLead}</p>
      <dl className="help-keys">
        {Object.keys(GLOSSARY)
          .sort((a, b) => a.localeCompare(b, 'en-GB'))
          .map((word) => (
            <div key={word}>
              <dt>{word}</dt>
              <dd>{meaningOf(word as Term)}</dd>
            </div>
          ))}
      </dl>
    </>
  );
}
