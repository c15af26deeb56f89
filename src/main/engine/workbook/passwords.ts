import officeCrypto from 'officecrypto-tool';
import { WorkbookRefusal } from './open-workbook.ts';

/** Excel itself tries this one on files that are locked against changes only (MS-OFFCRYPTO 2.4.2.3). */
const PASSWORD_OF_EXCEL = 'VelvetSweatshop';

const NEEDS_PASSWORD = 'This workbook is password-protected. Type its password to read it.';
const WRONG_PASSWORD = 'That is not the password of this workbook. Check capitals and spaces and type it again.';
const UNKNOWN_LOCK =
  'This workbook is password-protected in a way that cannot be unlocked here. ' +
  'Open it in Excel, remove the password under File › Info › Protect Workbook, save it and choose that file.';

/** Unlocks a password-protected workbook in memory; the password is not kept and appears in no message. */
export async function unlocked(bytes: Buffer, password: string | undefined): Promise<Buffer> {
  const given = password === undefined || password === '' ? null : password;
  let plain: Buffer;
  try {
    plain = await officeCrypto.decrypt(bytes, { password: given ?? PASSWORD_OF_EXCEL });
  } catch (reason) {
    // The library's own words; they never hold the password.
    const isWrong = reason instanceof Error && /password is incorrect/i.test(reason.message);
    if (!isWrong) throw new WorkbookRefusal('not-a-workbook', UNKNOWN_LOCK);
    throw given === null
      ? new WorkbookRefusal('needs-password', NEEDS_PASSWORD)
      : new WorkbookRefusal('wrong-password', WRONG_PASSWORD);
  }
  return plain;
}
