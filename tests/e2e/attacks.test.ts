import { spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { executable, newFolder, openWorkbench, removeFolder, root } from './open-workbench.ts';
import type { Opened } from './open-workbench.ts';

/* What a hostile page, a second program or a dropped file could try, tried on the real window. */
describe('an attack on the real window', () => {
  const folder = newFolder();
  let opened: Opened;

  beforeAll(async () => {
    opened = await openWorkbench(folder);
    await opened.page.waitForSelector('#root > *');
  });
  afterAll(async () => {
    await opened.close();
    removeFolder(folder);
  });

  const stillOurs = async (): Promise<void> => {
    await expect.poll(() => opened.page.url()).toBe('app://workbench/');
    await expect.poll(() => opened.page.evaluate(() => document.querySelector('#root > *') !== null)).toBe(true);
    const pages = await opened.app.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((contents) => contents.getURL()),
    );
    expect(pages).toEqual(['app://workbench/']);
  };

  it('by asking for what a page may ask for: place, camera, microphone, screen, notices, devices', async () => {
    const answers = await opened.page.evaluate(async () => {
      const outcome = (what: Promise<unknown>): Promise<string> =>
        what.then(
          (given) => (Array.isArray(given) && given.length === 0 ? 'nothing' : 'allowed'),
          (error: unknown) => (error instanceof Error ? error.name : 'refused'),
        );
      const here = navigator as unknown as Record<string, { requestDevice?: (ask: object) => Promise<unknown> }>;
      const device = (kind: string, ask: object): Promise<string> =>
        here[kind]?.requestDevice === undefined ? Promise.resolve('absent') : outcome(here[kind].requestDevice(ask));
      return {
        place: await new Promise<string>((told) => {
          navigator.geolocation.getCurrentPosition(
            () => {
              told('allowed');
            },
            ({ code }) => {
              told(code === 1 ? 'denied' : `error ${String(code)}`);
            },
          );
        }),
        camera: await outcome(navigator.mediaDevices.getUserMedia({ video: true })),
        microphone: await outcome(navigator.mediaDevices.getUserMedia({ audio: true })),
        screen: await outcome(navigator.mediaDevices.getDisplayMedia({ video: true })),
        notices: await Notification.requestPermission(),
        usb: await device('usb', { filters: [] }),
        hid: await device('hid', { filters: [] }),
        clipboard: await outcome(navigator.clipboard.readText()),
      };
    });
    expect(Object.entries(answers).filter(([, answer]) => answer === 'allowed' || answer === 'granted')).toEqual([]);
    expect(answers).toMatchObject({ place: 'denied', notices: 'denied', clipboard: 'NotAllowedError' });
  });

  it('by markup: handlers, javascript addresses, frames, plug-ins, forms, another base, a webview', async () => {
    const found = await opened.page.evaluate(async () => {
      const refused = new Set<string>();
      const heard = (event: SecurityPolicyViolationEvent): void => {
        refused.add(event.effectiveDirective);
      };
      document.addEventListener('securitypolicyviolation', heard);
      const host = document.createElement('div');
      document.body.append(host);
      host.setHTMLUnsafe(
        [
          '<img src="app://workbench/none.png" onerror="window.attacked = 1">',
          '<a href="javascript:window.attacked = 2">x</a>',
          '<iframe src="app://workbench/"></iframe><iframe srcdoc="<script>top.attacked = 3</script>"></iframe>',
          '<object data="app://workbench/index.html"></object><embed src="app://workbench/index.html">',
          '<form action="app://workbench/" method="post"><button>y</button></form>',
          '<base href="https://example.org/">',
          '<p style="background: url(https://example.org/a.png)">z</p>',
          '<webview src="app://workbench/" nodeintegration></webview>',
        ].join(''),
      );
      host.querySelector('a')?.click();
      host.querySelector('button')?.click();
      const worker = ((): string => {
        try {
          new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])));
          return 'made';
        } catch {
          return 'refused';
        }
      })();
      await new Promise((later) => setTimeout(later, 300));
      const result = {
        refused: [...refused].sort(),
        attacked: 'attacked' in window,
        base: document.baseURI,
        inFrame: [...document.querySelectorAll('iframe')].some((frame) => {
          try {
            return frame.contentDocument?.querySelector('#root') != null;
          } catch {
            return false;
          }
        }),
        webview: Object.hasOwn(HTMLElement.prototype, 'getWebContentsId') || 'WebViewElement' in window,
        worker,
      };
      host.remove();
      document.removeEventListener('securitypolicyviolation', heard);
      return result;
    });
    expect(found).toMatchObject({ attacked: false, base: 'app://workbench/', inFrame: false, webview: false });
    expect(found.refused).toEqual(
      expect.arrayContaining([
        'base-uri',
        'form-action',
        'frame-src',
        'object-src',
        'script-src-attr',
        'style-src-attr',
      ]),
    );
    await stillOurs();
  });

  it.each([
    'app://workbench/../main/index.js',
    'app://workbench/%2e%2e/main/index.js',
    'app://workbench/..%2fmain%2findex.js',
    'app://workbench/..%5cmain%5cindex.js',
    'app://workbench/assets/..%2f..%2f..%2fpackage.json',
    'app://workbench//etc/passwd',
    'app://evil/index.html',
  ])('by an address outside the window’s own files: %s', async (address) => {
    const answer = await opened.app.evaluate(async ({ session }, asked) => {
      try {
        return (await session.fromPartition('workbench').fetch(asked)).status;
      } catch {
        return 'cancelled';
      }
    }, address);
    expect([404, 'cancelled']).toContain(answer);
  });

  it('by reaching out: no connection comes of a request, a hint, a socket, a call between browsers', async () => {
    const heard: string[] = [];
    const server = createServer((socket) => {
      heard.push('a connection');
      socket.destroy();
    });
    const datagrams = createSocket('udp4', () => heard.push('a datagram'));
    await new Promise<void>((open) => {
      server.listen(0, '127.0.0.1', () => {
        const { port } = server.address() as AddressInfo;
        datagrams.bind(port, '127.0.0.1', open);
      });
    });
    const at = `127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    await opened.page.evaluate(async (there) => {
      const quietly = (what: () => unknown): void => {
        try {
          const made = what();
          if (made instanceof Promise) made.catch(() => undefined);
        } catch {
          // refused at once is as good
        }
      };
      for (const rel of [
        'preconnect',
        'dns-prefetch',
        'prefetch',
        'preload',
        'modulepreload',
        'stylesheet',
        'icon',
        'manifest',
      ]) {
        const link = document.createElement('link');
        link.rel = rel;
        if (rel === 'preload') link.as = 'image';
        link.href = `http://${there}/${rel}`;
        document.head.append(link);
      }
      quietly(() => fetch(`http://${there}/`));
      quietly(() => new WebSocket(`ws://${there}/`));
      quietly(() => new EventSource(`http://${there}/`));
      quietly(() => navigator.sendBeacon(`http://${there}/`, 'x'));
      quietly(() => new WebTransport(`https://${there}/`));
      quietly(() => import(/* @vite-ignore */ `http://${there}/x.js`));
      quietly(() => {
        new Image().src = `http://${there}/x.png`;
      });
      quietly(() => {
        const caller = new RTCPeerConnection({
          iceServers: [
            { urls: `stun:${there}` },
            { urls: `turn:${there}?transport=tcp`, username: 'a', credential: 'b' },
            { urls: `turn:${there}?transport=udp`, username: 'a', credential: 'b' },
          ],
        });
        caller.createDataChannel('x');
        return caller.createOffer().then((offer) => caller.setLocalDescription(offer));
      });
      await new Promise((later) => setTimeout(later, 2500));
      for (const link of document.head.querySelectorAll(`link[href*="${there}"]`)) link.remove();
    }, at);
    server.close();
    datagrams.close();
    expect(heard).toEqual([]);
  });

  it('by a download, which is stopped before it begins', async () => {
    const stopped = opened.app.evaluate(
      ({ session }) =>
        new Promise<boolean>((told) => {
          session.fromPartition('workbench').once('will-download', (event) => {
            told(event.defaultPrevented);
          });
        }),
    );
    await wait(200);
    await opened.page.evaluate(() => {
      const link = document.createElement('a');
      link.href = 'app://workbench/index.html';
      link.download = 'figures.html';
      document.body.append(link);
      link.click();
      link.remove();
    });
    expect(await stopped).toBe(true);
    await stillOurs();
  });

  it('by a file dropped beside the place for files: the window does not go to it', async () => {
    const devtools = await opened.page.context().newCDPSession(opened.page);
    const data = { items: [], files: [join(root, 'package.json')], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await devtools.send('Input.dispatchDragEvent', { type, x: 20, y: 400, data });
    }
    await wait(500);
    await devtools.detach();
    await stillOurs();
  });

  it('by another page with the same doorway: only the workbench’s own window is answered', async () => {
    const reply = await opened.app.evaluate(
      async ({ BrowserWindow }, preload) => {
        const other = new BrowserWindow({
          show: false,
          webPreferences: { preload, partition: 'workbench', sandbox: true },
        });
        await other.loadURL('app://workbench/');
        const said: unknown = await other.webContents.executeJavaScript("window.workbench.invoke('import.list', {})");
        other.destroy();
        return said;
      },
      join(root, 'dist/preload/index.cjs'),
    );
    expect(reply).toMatchObject({ ok: false, failure: { kind: 'invalid' } });
    expect(JSON.stringify(reply)).toContain('answers only its own window');
    await stillOurs();
  });

  it('by starting it a second time with a store, an address and a file of one’s own: they are ignored', async () => {
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const evil = join(folder, 'evil.sqlite');
    const other = join(folder, 'Other board.workbench');
    writeFileSync(other, '');
    const words = [
      '--store',
      evil,
      'app://evil/',
      'https://example.org/',
      join(root, 'package.json'),
      other,
      '--inspect=9341',
    ];
    const second = spawnSync(executable(), [root, ...asRoot, `--user-data-dir=${join(folder, 'data')}`, ...words], {
      env: { ...process.env, NODE_OPTIONS: '', WORKBENCH_NODE: process.execPath },
      timeout: 60_000,
    });
    expect(second.status).toBe(0);
    expect(existsSync(evil)).toBe(false);
    expect(statSync(other).size).toBe(0);
    await expect
      .poll(() => opened.page.evaluate(() => document.body.innerText))
      .toContain('“Other board.workbench” was not opened: one store is open at a time');
    await stillOurs();
    const about = await opened.page.evaluate(() => window.workbench.invoke('app.about', {}));
    expect(about).toMatchObject({ ok: true, value: { store: 'workbench.sqlite' } });
  });
});
