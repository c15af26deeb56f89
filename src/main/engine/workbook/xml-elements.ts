import { damaged, unsafe } from './refusals.ts';
import { unescapeXml } from './xml-text.ts';

/** A start or end tag of a small XML part, by its local name (any namespace prefix is left out). */
export interface XmlTag {
  readonly name: string;
  readonly isEnd: boolean;
  readonly isEmpty: boolean;
  /** The value of an attribute by its local name; null when the tag does not have it. */
  attribute(name: string): string | null;
  /** Where the text after this tag starts. */
  readonly after: number;
  /** Where this tag starts. */
  readonly at: number;
}

/** The tags of a small XML part in order. Refuses a DOCTYPE, with which entities could be defined. */
export function* xmlTags(xml: string, from = 0): Generator<XmlTag> {
  let at = xml.indexOf('<', from);
  while (at >= 0) {
    const next = xml[at + 1];
    let end: number;
    if (next === '!' || next === '?') {
      end = afterDeclaration(xml, at);
    } else {
      const close = tagEnd(xml, at);
      yield tagAt(xml, at, close);
      end = close + 1;
    }
    at = xml.indexOf('<', end);
  }
}

export const doctypeRefusal = (): Error => unsafe('one of its parts defines its own XML entities (a DOCTYPE)');

function afterDeclaration(xml: string, at: number): number {
  const ends = xml.startsWith('<!--', at)
    ? '-->'
    : xml.startsWith('<![CDATA[', at)
      ? ']]>'
      : xml[at + 1] === '?'
        ? '?>'
        : null;
  if (ends === null) throw doctypeRefusal();
  const end = xml.indexOf(ends, at);
  if (end < 0) throw damaged('one of its parts ends in the middle');
  return end + ends.length;
}

/** The place of the `>` that ends a tag, passing over any inside quotation marks. */
function tagEnd(xml: string, at: number): number {
  for (let place = at + 1; place < xml.length; place++) {
    const sign = xml[place];
    if (sign === '>') return place;
    if (sign === '"' || sign === "'") {
      place = xml.indexOf(sign, place + 1);
      if (place < 0) break;
    }
  }
  throw damaged('one of its parts ends in the middle');
}

function tagAt(xml: string, at: number, close: number): XmlTag {
  const isEnd = xml[at + 1] === '/';
  const isEmpty = xml[close - 1] === '/';
  let nameEnd = at + 1;
  while (nameEnd < close && !/\s/.test(xml[nameEnd] ?? '') && (xml[nameEnd] !== '/' || nameEnd === at + 1)) nameEnd++;
  const fullName = xml.slice(at + (isEnd ? 2 : 1), nameEnd);
  let attributes: Map<string, string> | null = null;
  return {
    name: localName(fullName),
    isEnd,
    isEmpty,
    after: close + 1,
    at,
    attribute(name) {
      attributes ??= readAttributes(xml.slice(nameEnd, close));
      return attributes.get(name) ?? null;
    },
  };
}

const ATTRIBUTE = /([^\s=/"'<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** By local name; an attribute without a prefix wins over one with (`r:id` is read as `id`). */
function readAttributes(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE)) {
    const local = localName(name);
    if (name.startsWith('xmlns')) continue;
    const value = unescapeXml(double ?? single ?? '');
    if (local === name || !found.has(local)) found.set(local, value);
  }
  return found;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
