const COMPOUND_FILE = 'd0cf11e0a1b11ae1';
const ZIP_BEGINNINGS = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'];

export const isZip = (head: Buffer): boolean => ZIP_BEGINNINGS.includes(head.toString('latin1', 0, 4));

export const isCompoundFile = (head: Buffer): boolean => head.toString('hex', 0, 8) === COMPOUND_FILE;

/** A bare BIFF2 to BIFF5 stream, as Excel 2 to 4 saved it: the record «beginning of file» with a sensible length. */
export function isBiffStream(head: Buffer): boolean {
  const [first, second = 1, length = 0, highLength] = head;
  return first === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(second) && length >= 4 && length <= 16 && highLength === 0;
}
