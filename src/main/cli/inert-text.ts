/**
 * Text as a terminal may print it. Words out of a workbook could carry signs that steer a terminal (move the cursor, change
 * its title, hide a line) or turn the order of letters round; they are shown as «·» instead. Line breaks and tabs stay.
 */
export const inertText = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- exactly these steer a terminal
  text.replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '·');
