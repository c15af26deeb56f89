/** The one address the window may show. */
export const ADDRESS = 'app://workbench/';

/** Whether an address is the workbench's own. (Node gives `app:` addresses the origin "null", so the parts are compared.) */
export function isOurs(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  return protocol === 'app:' && host === 'workbench' && username === '' && password === '';
}
