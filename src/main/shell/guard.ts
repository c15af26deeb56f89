import type { App, CommandLine, Session, WebContents, WebFrameMain } from 'electron';
import { ADDRESS, isOurs } from './address.ts';

/** Through these another program could look into the window and drive it: open for tests, never in a packaged app. */
const DEBUGGING_DOORS = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address'];

/** Before Electron is ready: no name is ever looked up, and the window has no way out. */
export function guardCommandLine(commandLine: CommandLine, packaged: boolean): void {
  if (packaged) for (const door of DEBUGGING_DOORS) commandLine.removeSwitch(door);
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  commandLine.appendSwitch('disable-background-networking');
}

/** Nothing leaves, nothing is asked for, nothing is downloaded. */
export async function guardSession(session: Session): Promise<void> {
  // Even switched off, the spell checker asks for a dictionary as soon as there is a session: it is sent to ourselves.
  session.setSpellCheckerDictionaryDownloadURL(ADDRESS);
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => {
    answer({});
  });
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isOurs(details.url) });
  });
  session.on('will-download', (event) => {
    event.preventDefault();
  });
  session.setSpellCheckerEnabled(false);
  await session.setProxy({ mode: 'direct' });
}

/** One page, which never goes elsewhere and opens nothing. */
export function guardContents(contents: WebContents): void {
  const refuse = (event: { preventDefault: () => void }): void => {
    event.preventDefault();
  };
  contents.on('will-navigate', refuse);
  contents.on('will-frame-navigate', refuse);
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', refuse);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // Calls between browsers send datagrams past every other rule here; by this one they need a proxy, and there is none.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** Every page and frame there will ever be, also one we did not expect. */
export function guardEverything(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    guardContents(contents);
  });
}

interface Asking {
  readonly sender: WebContents;
  readonly senderFrame: WebFrameMain | null;
}

/** Whether a message comes from the top page of our own window, still showing our own address. */
export function isFromOurWindow(event: Asking, ours: WebContents | null): boolean {
  const { sender, senderFrame } = event;
  if (ours === null || sender !== ours || sender.isDestroyed()) return false;
  return senderFrame !== null && !senderFrame.detached && senderFrame.parent === null && isOurs(senderFrame.url);
}
