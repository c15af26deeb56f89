/*
 * Writes dist/about: what a release says about itself and about the work of others in it. Made from the lock file and the
 * packages on this disk, without a network, and the same every time.
 *   licences.json   name, version, licence and its text, for «About»
 *   licences.txt    the same to read
 *   sbom.cdx.json   the bill of materials, CycloneDX 1.6
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './places.mjs';
import { licenceText, shippedParts } from './shipped-parts.mjs';

const readJson = (...path) => JSON.parse(readFileSync(join(root, ...path), 'utf8'));
const read = (...path) => readFileSync(join(root, ...path), 'utf8').trim();

/** As the package registry and every auditor's tools name a package. */
const purl = ({ name, version }) => `pkg:npm/${name.replace(/^@/, '%40')}@${version}`;

/** Each package once, whatever number of places it stands in. */
const once = (parts) => [...new Map(parts.map((part) => [purl(part), part])).values()];

function electron() {
  const { version, license, integrity } = readJson('package-lock.json').packages['node_modules/electron'];
  return {
    place: 'node_modules/electron',
    name: 'electron',
    version,
    licence: license,
    integrity,
    optional: false,
    direct: true,
    needs: [],
  };
}

/** Every part with its licence's text, in the order of their names. */
function licences() {
  const parts = once([...shippedParts(root), electron()]).map((part) => ({
    name: part.name,
    version: part.version,
    licence: part.licence ?? 'not stated by its makers',
    text: licenceText(root, part.place),
  }));
  const font = { name: 'Source Sans 3', version: '', licence: 'OFL-1.1', text: read('resources/fonts/OFL.txt') };
  return [...parts, font].sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
}

const CHROMIUM =
  'Electron contains Chromium and Node.js; their licences stand in LICENSES.chromium.html beside the program.';

function asText(app, list) {
  const head = `${app.productName} ${app.version} (${app.license})\n\nIt contains the work of others:\n\n`;
  const line = '-'.repeat(100);
  const part = ({ name, version, licence, text }) =>
    `${line}\n${name} ${version}\nLicence: ${licence}\n\n${text ?? 'No licence text comes with this package.'}\n`;
  return `${head}${CHROMIUM}\n\n${list.map(part).join('\n')}`;
}

const IDS = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'MPL-2.0',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'OFL-1.1',
  'Unlicense',
]);

function licensesOf(licence) {
  if (licence === null) return {};
  if (IDS.has(licence) || licence === 'BlueOak-1.0.0') return { licenses: [{ license: { id: licence } }] };
  if (/^\(.* (?:AND|OR) .*\)$/.test(licence)) return { licenses: [{ expression: licence.slice(1, -1) }] };
  return { licenses: [{ license: { name: licence } }] };
}

/** The integrity of the lock file (base64) as CycloneDX writes a hash (hex). */
function hashesOf(integrity) {
  const [, bits, sum] = /^sha(\d+)-(.+)$/.exec(integrity ?? '') ?? [];
  return sum === undefined
    ? {}
    : { hashes: [{ alg: `SHA-${bits}`, content: Buffer.from(sum, 'base64').toString('hex') }] };
}

/** CycloneDX 1.6. No time and no random number stand in it: the same release has the same bill. */
function billOfMaterials() {
  const app = readJson('package.json');
  const parts = [...shippedParts(root), electron()];
  const byPlace = new Map(parts.map((part) => [part.place, part]));
  const own = `pkg:npm/${app.name}@${app.version}`;
  const component = (part) => ({
    type: part.name === 'electron' ? 'framework' : 'library',
    'bom-ref': purl(part),
    name: part.name,
    version: part.version,
    scope: part.optional ? 'optional' : 'required',
    ...hashesOf(part.integrity),
    ...licensesOf(part.licence),
    purl: purl(part),
  });
  const needed = new Map();
  for (const part of parts) {
    const refs = part.needs.map((place) => purl(byPlace.get(place)));
    needed.set(purl(part), [...new Set([...(needed.get(purl(part)) ?? []), ...refs])].sort());
  }
  const roots = parts.filter(({ direct }) => direct);
  const bill = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': own,
        name: app.name,
        version: app.version,
        description: app.description,
        licenses: [{ license: { id: app.license } }],
        purl: own,
      },
    },
    components: once(parts).map(component),
    dependencies: [
      { ref: own, dependsOn: [...new Set(roots.map(purl))].sort() },
      ...[...needed].map(([ref, dependsOn]) => ({ ref, dependsOn })),
    ],
  };
  const sum = createHash('sha256').update(JSON.stringify(bill)).digest('hex');
  const serialNumber = `urn:uuid:${sum.slice(0, 8)}-${sum.slice(8, 12)}-8${sum.slice(13, 16)}-a${sum.slice(17, 20)}-${sum.slice(20, 32)}`;
  return { $schema: bill.$schema, bomFormat: bill.bomFormat, specVersion: bill.specVersion, serialNumber, ...bill };
}

export function writeAbout() {
  const folder = join(root, 'dist/about');
  mkdirSync(folder, { recursive: true });
  const app = readJson('package.json');
  const list = licences();
  const write = (name, text) => writeFileSync(join(folder, name), text);
  write('licences.json', `${JSON.stringify({ version: app.version, chromium: CHROMIUM, parts: list }, null, 1)}\n`);
  write('licences.txt', asText(app, list));
  write('sbom.cdx.json', `${JSON.stringify(billOfMaterials(), null, 1)}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeAbout();
