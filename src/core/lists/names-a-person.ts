const CONTACTS: readonly (readonly [RegExp, string])[] = [
  [/[\w.+-]+@[\w-]+\.[\w.]+/, 'an e-mail address'],
  [/(?:\+44|\b0)\d(?:[\s-]?\d){8,9}\b/, 'a telephone number'],
  [/\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b/i, 'a postcode'],
  [/(?<!\w)@\w{3,}/, 'an account name'],
  [
    /\b\d{1,4}[a-z]?,?\s+(?:[A-Z][\w’']+\s+){1,3}(?:Road|Rd|Street|St|Avenue|Ave|Lane|Close|Drive|Way|Terrace|Place|Court)\b/,
    'an address',
  ],
];
const TITLED = /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|PC|PCSO|Sgt|Cllr|Councillor|Rev)\.?\s+[A-Z][a-z’'-]+/;
/** Two or more words with capitals inside a sentence look like a name, unless they are one of these. */
const NAMED = /(?<=[a-z,;:]\s)[A-Z][a-z]+(?:[ -](?:Mc|Mac|O’)?[A-Z][a-z]+)+/g;
const CALLED = /\b(?:my name is|i am called|called|named)\s+[A-Z][a-z]+/;
const PLACES =
  /\b(?:Road|Street|City|Council|Police|Centre|Park|Plymouth|Devon|Cornwall|Board|Service|Services|School|Hospital|Hoe|Barbican|University|Green|Town|Estate|Union|Village|North|South|East|West)\b/;

/** What in somebody's words looks like a name or a way to reach a person, in words; empty: nothing does. Only looks are judged. */
export function namesAPerson(text: string): string[] {
  const found = CONTACTS.flatMap(([pattern, what]) => {
    const match = pattern.exec(text);
    return match === null ? [] : [`«${match[0].trim()}» looks like ${what}`];
  });
  const names = [TITLED.exec(text)?.[0], CALLED.exec(text)?.[0], ...(text.match(NAMED) ?? [])].filter(
    (name): name is string => name !== undefined && !PLACES.test(name),
  );
  return [...found, ...[...new Set(names)].map((name) => `«${name.trim()}» looks like a name`)];
}
