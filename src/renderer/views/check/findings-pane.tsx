import { useState, type ReactElement } from 'react';
import type { FileFindings, SheetFinding } from '../../../preload/contract-check.ts';
import { checkWords } from '../../words/checks.ts';
import { CHECK_ROOM } from '../../words/check-room.ts';
import { LitSheet } from './lit-sheet.tsx';

interface FindingsPaneProps {
  readonly file: string;
  readonly answer: FileFindings;
}

/** The findings of one file by sheet and cell, and beside them the sheet with the cells lit. */
export function FindingsPane({ file, answer }: FindingsPaneProps): ReactElement {
  const { sheets, findings } = answer;
  const [chosen, setChosen] = useState<SheetFinding | null>(findings[0] ?? null);
  const [looked, setLooked] = useState<string | null>(null);
  const sheet = looked ?? chosen?.sheet ?? sheets[0]?.sheet ?? null;
  const found = sheets.filter(({ sheet: name }) => findings.some((finding) => finding.sheet === name));
  const right = sheets.filter((one) => !found.includes(one));
  return (
    <div className="check-pane">
      <div className="check-findings">
        {findings.length === 0 && <p className="verdict verdict-done">{CHECK_ROOM.everythingAddsUpAs}</p>}
        {found.map((one) => (
          <section key={one.sheet} aria-label={CHECK_ROOM.sheet(one.sheet)}>
            <h3>{one.sheet}</h3>
            <ul className="check-finding-list">
              {findings.flatMap((finding, at) =>
                finding.sheet === one.sheet
                  ? [
                      <li key={`${String(at)} ${finding.check}`}>
                        <FindingButton
                          finding={finding}
                          isChosen={finding === chosen && looked === null}
                          onChoose={() => {
                            setChosen(finding);
                            setLooked(null);
                          }}
                        />
                      </li>,
                    ]
                  : [],
              )}
            </ul>
          </section>
        ))}
        {right.length > 0 && (
          <section aria-label={CHECK_ROOM.sheetsWithoutFindings}>
            <h3 className="check-quiet">{findings.length === 0 ? CHECK_ROOM.sheetsRead : CHECK_ROOM.nothingFoundIn}</h3>
            <ul className="check-finding-list">
              {right.map((one) => (
                <li key={one.sheet}>
                  <button
                    type="button"
                    className="check-finding"
                    aria-current={sheet === one.sheet ? 'true' : undefined}
                    onClick={() => {
                      setLooked(one.sheet);
                    }}
                  >
                    <span className="check-finding-where">{one.sheet}</span>
                    <span>{one.says}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      {sheet !== null && (
        <LitSheet
          key={sheet}
          file={file}
          sheet={sheet}
          findings={findings.filter((finding) => finding.sheet === sheet)}
          chosen={looked === null ? chosen : null}
        />
      )}
    </div>
  );
}

interface FindingButtonProps {
  readonly finding: SheetFinding;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function FindingButton({ finding, isChosen, onChoose }: FindingButtonProps): ReactElement {
  const { cells, check, says, found, expected } = finding;
  return (
    <button type="button" className="check-finding" aria-current={isChosen ? 'true' : undefined} onClick={onChoose}>
      <span className="check-finding-where">
        {cells} <small>{checkWords(check)}</small>
      </span>
      <span>{says}</span>
      {found !== null && expected !== null && (
        <span className="check-finding-values">{CHECK_ROOM.standsThereWouldBe(found, expected)}</span>
      )}
    </button>
  );
}
