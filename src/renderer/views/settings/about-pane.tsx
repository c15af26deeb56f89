import { useState, type ReactElement } from 'react';
import type { Failure } from '../../../preload/contract.ts';
import { ask, useAnswer } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { useSay } from '../../parts/notice.tsx';
import { Trouble, Waiting } from '../../parts/states.tsx';
import { LICENCES } from '../../words/licences.ts';

/** Which workbench this is, what it is made of, and what a report for support would say. */
export function AboutPane(): ReactElement {
  const answer = useAnswer('app.about', {});
  if (answer.state === 'asking') return <Waiting says="Looking…" />;
  if (answer.state === 'failed') return <Trouble failure={answer.failure} />;
  const { version, electron, chromium } = answer.value;
  return (
    <>
      <dl className="settings-facts">
        <dt>Safer Workbench</dt>
        <dd>{version}, MIT licence</dd>
        <dt>Electron</dt>
        <dd>{electron}</dd>
        <dt>Chromium</dt>
        <dd>{chromium}</dd>
      </dl>
      <Support />
      <Licences />
    </>
  );
}

/** The report, shown word for word before it is saved. */
function Support(): ReactElement {
  const [report, setReport] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const say = useSay();
  const show = async (): Promise<void> => {
    const reply = await ask('support.show', {});
    setFailure(reply.ok ? null : reply.failure);
    if (reply.ok) setReport(reply.value.report);
  };
  const save = async (shown: string): Promise<void> => {
    const reply = await ask('support.save', { report: shown });
    if (!reply.ok) say(reply.failure.message, 'trouble');
    else if (reply.value.saved !== null) say(`Saved as ${reply.value.saved}. It was sent nowhere.`);
  };
  return (
    <section className="settings-part">
      <h2>A report for support</h2>
      <p>
        When something went wrong: versions, how many rows each table has, and the numbers of the faults. No figure, no
        name, no path. It is shown here word for word, and is sent nowhere: you decide who gets the file.
      </p>
      <div className="settings-tools">
        <Button onPress={() => void show()}>{report === null ? 'Show what it would say' : 'Show it anew'}</Button>
        {report !== null && (
          <Button kind="primary" onPress={() => void save(report)}>
            Save this report…
          </Button>
        )}
      </div>
      {failure !== null && <Trouble failure={failure} />}
      {report !== null && (
        <pre className="support-report" tabIndex={0} role="region" aria-label="The report">
          {report}
        </pre>
      )}
    </section>
  );
}

function Licences(): ReactElement {
  return (
    <section className="settings-part">
      <h2>Made with</h2>
      <p>Free software, each under the licence its makers chose.</p>
      <table className="settings-table">
        <caption className="visually-hidden">Software this is made with</caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Version</th>
            <th scope="col">Licence</th>
          </tr>
        </thead>
        <tbody>
          {LICENCES.map(({ name, version, licence }) => (
            <tr key={name}>
              <td>{name}</td>
              <td>{version}</td>
              <td>{licence}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
