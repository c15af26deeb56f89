import { useEffect, useRef, useState, type ReactElement } from 'react';
import { Input, Label, SearchField } from 'react-aria-components';
import { Page } from '../../parts/page.tsx';
import { GLOSSARY, meaningOf, type Term } from '../../words/glossary.ts';
import { HELP_TOPICS, HELP_WORDS, type HelpTopic } from '../../words/help.ts';
import { KEYS } from '../../words/keys.ts';
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
    <Page title={HELP_WORDS.title} lead={HELP_WORDS.lead}>
      <div className="help">
        <div>
          <SearchField className="field" value={asked} onChange={setAsked}>
            <Label>{HELP_WORDS.search}</Label>
            <Input className="text-input" />
          </SearchField>
          <p className="visually-hidden" role="status">
            {asked === '' ? '' : HELP_WORDS.found(pages.length)}
          </p>
          <nav aria-label={HELP_WORDS.title}>
            <ul className="help-list">
              {pages.map(({ id, title }) => (
                <li key={id}>
                  <button
                    type="button"
                    aria-current={id === shown ? 'true' : undefined}
                    onClick={() => {
                      setChosen(id);
                    }}
                  >
                    {title}
                  </button>
                </li>
              ))}
            </ul>
          </nav>
          {pages.length === 0 && <p className="help-quiet">{HELP_WORDS.none}</p>}
        </div>
        <article className="help-page" aria-labelledby="help-title">
          <HelpPage id={shown} arrives={at !== undefined} />
        </article>
      </div>
    </Page>
  );
}

/** One page; come to from elsewhere, its heading takes the focus once. */
function HelpPage({ id, arrives }: { readonly id: string; readonly arrives: boolean }): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (arrives) heading.current?.focus();
  }, [arrives]);
  const topic = HELP_TOPICS.find((one) => one.id === id);
  return (
    <>
      <h2 id="help-title" ref={heading} tabIndex={-1}>
        {topic?.title ?? (id === 'keys' ? HELP_WORDS.keys : HELP_WORDS.glossary)}
      </h2>
      {topic === undefined ? id === 'keys' ? <Keys /> : <Words /> : <Job topic={topic} />}
    </>
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
          <h3>{HELP_WORDS.more}</h3>
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
          <figcaption>{picture.says}. The figures are the sample’s.</figcaption>
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
