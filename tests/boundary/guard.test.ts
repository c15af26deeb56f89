import { EventEmitter } from 'node:events';
import type { App, Session, WebContents, WebFrameMain } from 'electron';
import { describe, expect, it } from 'vitest';
import {
  guardCommandLine,
  guardContents,
  guardEverything,
  guardSession,
  isFromOurWindow,
} from '../../src/main/shell/guard.ts';

/** Electron's session, standing still: it keeps what the guard set, so that the test can ask it. */
class StandInSession extends EventEmitter {
  readonly kept: Record<string, (...words: unknown[]) => unknown> = {};
  spelling = true;
  dictionariesFrom = 'https://redirector.gvt1.com/edgedl/chrome/dict/';
  proxy: unknown = null;
  readonly webRequest = {
    onBeforeRequest: (handler: (...words: unknown[]) => unknown) => {
      this.kept['request'] = handler;
    },
  };
  setPermissionRequestHandler = this.keeper('permission');
  setPermissionCheckHandler = this.keeper('check');
  setDevicePermissionHandler = this.keeper('device');
  setDisplayMediaRequestHandler = this.keeper('display');
  setSpellCheckerEnabled = (on: boolean): void => {
    this.spelling = on;
  };
  setSpellCheckerDictionaryDownloadURL = (address: string): void => {
    this.dictionariesFrom = address;
  };
  setProxy = (proxy: unknown): Promise<void> => {
    this.proxy = proxy;
    return Promise.resolve();
  };
  private keeper(name: string) {
    return (handler: (...words: unknown[]) => unknown): void => {
      this.kept[name] = handler;
    };
  }
}

const guarded = async (): Promise<StandInSession> => {
  const session = new StandInSession();
  await guardSession(session as unknown as Session);
  return session;
};

/** Every permission named in Electron's documentation. */
const PERMISSIONS = [
  'clipboard-read',
  'clipboard-sanitized-write',
  'display-capture',
  'fullscreen',
  'geolocation',
  'idle-detection',
  'media',
  'mediaKeySystem',
  'midi',
  'midiSysex',
  'notifications',
  'pointerLock',
  'keyboardLock',
  'openExternal',
  'speaker-selection',
  'storage-access',
  'top-level-storage-access',
  'window-management',
  'unknown',
  'fileSystem',
  'hid',
  'serial',
  'usb',
  'deprecated-sync-clipboard-read',
];

describe('the guard on the window’s session', () => {
  it.each(PERMISSIONS)('refuses the permission %s, asked or checked', async (permission) => {
    const { kept } = await guarded();
    const answers: unknown[] = [];
    kept['permission']?.({}, permission, (allowed: unknown) => answers.push(allowed), {});
    expect(answers).toEqual([false]);
    expect(kept['check']?.({}, permission, 'app://workbench', {})).toBe(false);
  });

  it('gives no device and no picture of the screen', async () => {
    const { kept } = await guarded();
    const answers: unknown[] = [];
    kept['display']?.({}, (streams: unknown) => answers.push(streams));
    expect(kept['device']?.({ deviceType: 'usb' })).toBe(false);
    expect(answers).toEqual([{}]);
  });

  it.each([
    'http://example.org/',
    'https://example.org/',
    'ws://example.org/',
    'wss://example.org/',
    'ftp://example.org/',
    'file:///etc/passwd',
    'data:text/html,x',
    'blob:app://workbench/1b4e28ba',
    'app://evil/',
    'devtools://devtools/x',
    'https://workbench/',
  ])('cancels a request for %s', async (url) => {
    const { kept } = await guarded();
    const answers: unknown[] = [];
    kept['request']?.({ url }, (answer: unknown) => answers.push(answer));
    expect(answers).toEqual([{ cancel: true }]);
  });

  it('lets the window’s own files through', async () => {
    const { kept } = await guarded();
    const answers: unknown[] = [];
    kept['request']?.({ url: 'app://workbench/assets/main.js' }, (answer: unknown) => answers.push(answer));
    expect(answers).toEqual([{ cancel: false }]);
  });

  it('stops every download, asks no proxy and fetches no dictionary', async () => {
    const early = new StandInSession();
    void guardSession(early as unknown as Session);
    // At once: a moment later the spell checker has asked already.
    expect(early.dictionariesFrom).toBe('app://workbench/');
    const session = await guarded();
    expect(isPrevented(session, 'will-download')).toBe(true);
    expect(session.proxy).toEqual({ mode: 'direct' });
    expect(session.spelling).toBe(false);
  });
});

const isPrevented = (emitter: EventEmitter, event: string): boolean => {
  let prevented = false;
  emitter.emit(event, {
    preventDefault: () => {
      prevented = true;
    },
  });
  return prevented;
};

class StandInContents extends EventEmitter {
  calls = '';
  setWebRTCIPHandlingPolicy = (policy: string): void => {
    this.calls = policy;
  };
  openHandler: ((details: { url: string }) => unknown) | null = null;
  setWindowOpenHandler = (handler: (details: { url: string }) => unknown): void => {
    this.openHandler = handler;
  };
}

describe('the guard on every page', () => {
  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])('prevents %s', (event) => {
    const contents = new StandInContents();
    guardContents(contents as unknown as WebContents);
    expect(isPrevented(contents, event)).toBe(true);
  });

  it('opens no other window, not even one of its own address', () => {
    const contents = new StandInContents();
    guardContents(contents as unknown as WebContents);
    expect(contents.openHandler?.({ url: 'https://example.org/' })).toEqual({ action: 'deny' });
    expect(contents.openHandler?.({ url: 'app://workbench/' })).toEqual({ action: 'deny' });
  });

  it('lets no call between browsers send datagrams of its own', () => {
    const contents = new StandInContents();
    guardContents(contents as unknown as WebContents);
    expect(contents.calls).toBe('disable_non_proxied_udp');
  });

  it('stands before pages nobody expected', () => {
    const app = new EventEmitter();
    guardEverything(app as unknown as App);
    const contents = new StandInContents();
    app.emit('web-contents-created', {}, contents);
    expect(contents.openHandler).not.toBeNull();
    expect(isPrevented(contents, 'will-navigate')).toBe(true);
  });

  it('lets no name be looked up', () => {
    const switches: string[] = [];
    const removed: string[] = [];
    const commandLine = {
      appendSwitch: (name: string, value?: string) => switches.push(`${name}=${value ?? ''}`),
      removeSwitch: (name: string) => removed.push(name),
    } as never;
    guardCommandLine(commandLine, false);
    expect(switches).toContain('host-resolver-rules=MAP * ~NOTFOUND');
    expect(removed).toEqual([]);
    guardCommandLine(commandLine, true);
    expect(removed).toEqual(['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address']);
  });
});

describe('who is answered', () => {
  const standIn = (what: object): unknown => what;
  const contents = (destroyed = false) => standIn({ isDestroyed: () => destroyed }) as WebContents;
  const ours = contents();
  const frame = (change: object = {}) =>
    standIn({ url: 'app://workbench/', parent: null, detached: false, ...change }) as WebFrameMain;

  it('is the top page of our own window', () => {
    expect(isFromOurWindow({ sender: ours, senderFrame: frame() }, ours)).toBe(true);
  });

  it.each([
    ['a frame inside the page', { sender: ours, senderFrame: frame({ parent: frame() }) }],
    ['a page of another host', { sender: ours, senderFrame: frame({ url: 'app://evil/' }) }],
    ['an emptied page', { sender: ours, senderFrame: frame({ url: 'about:blank' }) }],
    ['a frame that is gone', { sender: ours, senderFrame: null }],
    ['a frame taken out of its page', { sender: ours, senderFrame: frame({ detached: true }) }],
    ['another window', { sender: contents(), senderFrame: frame() }],
  ])('is not %s', (_who, event) => {
    expect(isFromOurWindow(event, ours)).toBe(false);
  });

  it('is nobody once the window is gone', () => {
    const gone = contents(true);
    expect(isFromOurWindow({ sender: gone, senderFrame: frame() }, gone)).toBe(false);
    expect(isFromOurWindow({ sender: ours, senderFrame: frame() }, null)).toBe(false);
  });
});
