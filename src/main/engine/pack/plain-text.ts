/**
 * Words from a workbook as words: signs that XML cannot hold are left out, and line breaks become spaces. Whatever they
 * begin with, they are written as text runs and never as a field.
 */
export const plainText = (text: string): string =>
  text
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    // eslint-disable-next-line no-control-regex -- exactly these must go: XML 1.0 has no way to write them
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    // Marks that turn the reading direction.
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, '')
    // Halves of a pair without the other, which no encoding can write.
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
