/*
 * What other people's work a release carries, from the lock file alone and without a network: the packages that the source
 * imports and all that those need, for every computer a release is made for. (Type declarations and the project's own
 * Node are for building and testing; Electron is named by whoever asks.)
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Imports such as 'react', 'docx/layout', '@e965/xlsx' or import('pdfkit'). */
const IMPORTED = /(?:\bfrom\s*|\bimport\s*\(?\s*)'((?:@[\w.-]+\/)?[\w.-]+)(?:\/[^']*)?'/g;
const NOT_SHIPPED = /(?:^|\/)node_modules\/(?:@types\/|electron$|node-(?:linux|win|darwin)-)/;
const LICENCE_FILE = /^(?:licen[cs]e|copying|unlicense|notice)(?:[.-].*)?$/i;

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

function importedBySource(root) {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
  const names = files
    .filter((name) => /\.(?:tsx?|css|html)$/.test(name))
    .flatMap((name) => [...readFileSync(join(root, 'src', name), 'utf8').matchAll(IMPORTED)].map(([, found]) => found));
  return [...new Set(names)];
}

/** Where Node would find a package that another one asks for; null where it is not in the lock file. */
function placeOf(lock, name, from) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (lock.packages[place] !== undefined) return place;
    if (folder === '') return null;
  }
}

/**
 * What a package asks for and the workbench never reaches: exceljs packs and unpacks streams with these, and only its
 * workbook is taken (`engine/report/new-workbook.ts`). They stay out of a release, and what only they need with them.
 */
const NEVER_REACHED = { exceljs: new Set(['archiver', 'tmp', 'unzipper']) };

/** Every shipped package by its place in the lock file; `direct`: the source itself asks for it; `needs`: places. */
export function shippedParts(root, { all = false } = {}) {
  const lock = readJson(join(root, 'package-lock.json'));
  const { dependencies = {} } = readJson(join(root, 'package.json'));
  const found = new Map();
  const add = (place) => {
    if (place === null || found.has(place) || NOT_SHIPPED.test(place)) return;
    const held = lock.packages[place];
    const part = {
      place,
      name: held.name ?? place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: held.version,
      licence: held.license ?? licenceOnDisk(root, place),
      integrity: held.integrity ?? null,
      optional: held.optional === true,
      direct: false,
      needs: [],
    };
    found.set(place, part);
    const asked = { ...held.dependencies, ...held.optionalDependencies, ...required(held) };
    for (const name of Object.keys(asked).sort()) {
      if (!all && NEVER_REACHED[part.name]?.has(name)) continue;
      const needed = placeOf(lock, name, place);
      add(needed);
      if (needed !== null && found.has(needed)) part.needs.push(needed);
    }
  };
  for (const name of new Set([...Object.keys(dependencies), ...importedBySource(root)])) {
    const place = placeOf(lock, name, '');
    add(place);
    if (found.has(place)) found.get(place).direct = true;
  }
  return [...found.values()].sort((a, b) => (a.place < b.place ? -1 : 1));
}

/** Places of packages that a release leaves out though its lock file asks for them. */
export function leftOut(root) {
  const shipped = new Set(shippedParts(root).map(({ place }) => place));
  return shippedParts(root, { all: true })
    .map(({ place }) => place)
    .filter((place) => !shipped.has(place));
}

const required = ({ peerDependencies = {}, peerDependenciesMeta = {} }) =>
  Object.fromEntries(
    Object.entries(peerDependencies).filter(([name]) => peerDependenciesMeta[name]?.optional !== true),
  );

/** Some old packages say their licence in a form that the lock file leaves out, or only in its text. */
function licenceOnDisk(root, place) {
  const path = join(root, place, 'package.json');
  if (!existsSync(path)) return null;
  const { license, licenses } = readJson(path);
  const [first] = [license, ...(licenses ?? [])].flatMap((one) =>
    typeof one === 'string' ? [one] : (one?.type ?? []),
  );
  return (
    first ??
    (/\bMIT\b|Permission is hereby granted, free of charge/.test(licenceText(root, place) ?? '') ? 'MIT' : null)
  );
}

/** The licence text a package brings along; null where it brings none or is for another computer. */
export function licenceText(root, place) {
  const folder = join(root, place);
  if (!existsSync(folder)) return null;
  const names = readdirSync(folder)
    .filter((name) => LICENCE_FILE.test(name))
    .sort();
  const texts = names.map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim());
  return texts.length === 0 ? null : texts.join('\n\n');
}
