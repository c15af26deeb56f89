import { useState, type ReactElement } from 'react';
import type { Failure } from '../../../preload/contract.ts';
import { ask, useAnswer } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { useSay } from '../../parts/notice.tsx';
import { Trouble, Waiting } from '../../parts/states.tsx';
import { LICENCES } from '../../words/licences.ts';
import { SETTINGS_ROOM } from '../../words/settings-room.ts';

/** Which workbench this is, what it is made of, and what a report for support would say. */
export function AboutPane(): ReactElement {
  const answer = useAnswer('app.about', {});
  if (answer.state === 'asking') return <Waiting says={SETTINGS_ROOM.looking} />;
  if (answer.state === 'failed') return <Trouble failure={answer.failure} />;
  const { version, electron, chromium } = answer.value;
  return (
    <>
      <dl className="settings-facts">
        <dt>{SETTINGS_ROOM.saferWorkbench}</dt>
        <dd>{SETTINGS_ROOM.mitLicence(version)}</dd>
        <dt>{SETTINGS_ROOM.electron}</dt>
        <dd>{electron}</dd>
        <dt>{SETTINGS_ROOM.chromium}</dt>
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
    else if (reply.value.saved !== null) say(SETTINGS_ROOM.savedAsItWas(reply.value.saved));
  };
  return (
    <section className="settings-part">
      <h2>{SETTINGS_ROOM.aReportForSupport}</h2>
      <p>{SETTINGS_ROOM.whenSomethingWentWrong}</p>
      <div className="settings-tools">
        <Button onPress={() => void show()}>
          {report === null ? SETTINGS_ROOM.showWhatItWould : SETTINGS_ROOM.showItAnew}
        </Button>
        {report !== null && (
          <Button kind="primary" onPress={() => void save(report)}>
            {SETTINGS_ROOM.saveThisReport}
          </Button>
        )}
      </div>
      {failure !== null && <Trouble failure={failure} />}
      {report !== null && (
        <pre className="support-report" tabIndex={0} role="region" aria-label={SETTINGS_ROOM.theReport}>
          {report}
        </pre>
      )}
    </section>
  );
}

function Licences(): ReactElement {
  return (
    <section className="settings-part">
      <h2>{SETTINGS_ROOM.madeWith}</h2>
      <p>{SETTINGS_ROOM.freeSoftwareEachUnder}</p>
      <table className="settings-table">
        <caption className="visually-hidden">{SETTINGS_ROOM.softwareThisIsMade}</caption>
        <thead>
          <tr>
            <th scope="col">{SETTINGS_ROOM.what}</th>
            <th scope="col">{SETTINGS_ROOM.version}</th>
            <th scope="col">{SETTINGS_ROOM.licence}</th>
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
