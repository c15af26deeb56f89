/*
 * The illustrative assessment, by one command: the sample month, records with times and people drawn by lot, and the sheets of
 * resources/assessment, in a store of their own; then the whole document as Word, PDF and Excel.
 *   npm run assessment
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectNode, root } from './places.mjs';
import { rowsWithPeople } from './sample/records-with-people.mjs';

const folder = process.argv[2] ?? join(root, 'out/assessment');
const store = join(folder, 'assessment.sqlite');
const YEAR = '2015/16';

function workbench(...args) {
  const { status, stdout, stderr } = spawnSync(
    projectNode(),
    [join(root, 'resources/setup/workbench.mjs'), ...args, '--store', store],
    { encoding: 'utf8' },
  );
  if (status !== 0) {
    process.stderr.write(`${args.slice(0, 2).join(' ')}: ${stderr}${stdout}\n`);
    process.exit(status ?? 1);
  }
  return stdout;
}

const quoted = (cell) => (/[",\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell));

mkdirSync(folder, { recursive: true });
for (const ending of ['', '-wal', '-shm']) rmSync(`${store}${ending}`, { force: true });

console.log('Importing the sample month …');
const sample = join(root, 'resources/sample');
const files = ['iquanta', 'partner', 'police', 'voluntary'].flatMap((part) =>
  readdirSync(join(sample, part))
    .sort()
    .map((name) => join(sample, part, name)),
);
workbench('import', ...files);

console.log('Drawing two years of illustrative records …');
const records = join(folder, 'Illustrative recorded crime July 2013 to June 2015.csv');
const title = ['Recorded crime with times and people: ILLUSTRATIVE, drawn by lot. No row is a real crime.'];
writeFileSync(records, [title, ...rowsWithPeople()].map((row) => row.map(quoted).join(',')).join('\r\n'));
workbench('import', records);

const sheet = (name) => join(root, 'resources/assessment', name);
workbench('assess', 'import-costs', sheet('unit-costs-illustrative.csv'));
workbench('risk', 'import-issues', sheet('issues-2014-15-illustrative.csv'), '--year', '2014/15');
workbench('risk', 'import-issues', sheet('issues-illustrative.csv'), '--year', YEAR);
const priorities = [
  'Domestic abuse',
  'Sexual violence',
  'Anti-social behaviour in priority neighbourhoods',
  'Modern slavery',
];
const why = [
  'Modern slavery: Grave where it is found, and nobody knows how much there is; the Board will not wait for it to rank higher.',
  'Violence in the night-time economy: Bound to a few streets and hours; the licensing group deals with it.',
];
const decided = [
  '--year',
  YEAR,
  '--on',
  '2015-07-23',
  '--meeting',
  'the Board (illustrative)',
  '--reason',
  why.join('; '),
];
workbench('risk', 'agree', ...priorities, ...decided);
workbench('plan', 'import', sheet('plan-illustrative.csv'));
for (const list of ['voice', 'evidence', 'recommendations', 'outcomes', 'work', 'groups', 'grants', 'calendar']) {
  workbench('list', list, 'import', sheet(`${list}-illustrative.csv`));
}

console.log('Writing the assessment …');
for (const format of ['docx', 'pdf', 'xlsx']) {
  const out = join(folder, `assessment-2015-16.${format}`);
  workbench('assess', '--year', YEAR, '--title', `Strategic assessment ${YEAR}: an illustrative example`, '--out', out);
  console.log(`  ${out}`);
}
