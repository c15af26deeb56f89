import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newFolder, openWorkbench, removeFolder } from './open-workbench.ts';
import type { Opened } from './open-workbench.ts';
import { connectionsBeyond, engineOf, familyOf } from './processes.ts';

describe('the window in a real Electron', () => {
  const folder = newFolder();
  let opened: Opened;

  beforeAll(async () => {
    opened = await openWorkbench(folder);
  });
  afterAll(async () => {
    await opened.close();
    removeFolder(folder);
  });

  const appPid = (): number => opened.app.process().pid ?? -1;

  it('opens without a console error, a policy violation or a request for anything but its own files', async () => {
    await opened.page.waitForSelector('#root > *');
    await wait(1000);
    expect(await opened.troubles()).toEqual([]);
  });

  it('shows the page only at its own address', () => {
    expect(opened.page.url()).toBe('app://workbench/');
  });

  it('has no Node in it', async () => {
    const found = await opened.page.evaluate(() => {
      const here = globalThis as Record<string, unknown>;
      return ['process', 'require', 'module', 'Buffer', '__dirname', 'electron'].filter((name) => name in here);
    });
    expect(found).toEqual([]);
  });

  it('has one doorway with three ways to use it, which the page cannot change', async () => {
    const found = await opened.page.evaluate(() => {
      try {
        (window.workbench as { invoke: unknown }).invoke = () => 'mine';
      } catch {
        // refused loudly is as good as refused quietly
      }
      return {
        names: Object.keys(window.workbench).sort(),
        replaced: String(window.workbench.invoke).includes('mine'),
      };
    });
    expect(found).toEqual({ names: ['invoke', 'offer', 'onTold'], replaced: false });
  });

  it('refuses commands that only the shell may send, and words that are no command', async () => {
    const replies = await opened.page.evaluate(async () => {
      const invoke = window.workbench.invoke as unknown as (
        ...words: unknown[]
      ) => Promise<{ ok: boolean; failure?: { kind: string } }>;
      return Promise.all([
        invoke('file.offer', { path: '/etc/passwd' }),
        invoke('report.write', { asAt: '2015-06', path: '/tmp/x.xlsx' }),
        invoke('toString', {}),
        invoke('__proto__', {}),
        invoke('offer', ['/etc/passwd']),
        invoke('home.show', { more: 1 }),
        invoke(42, null),
      ]);
    });
    expect(replies.map((reply) => reply.failure?.kind)).toEqual(Array.from({ length: 7 }, () => 'invalid'));
  });

  it('turns away a file that is none of this computer’s', async () => {
    const reply = await opened.page.evaluate(() => window.workbench.offer([new File(['a,b'], 'made-up.csv')]));
    expect(reply).toMatchObject({ ok: false, failure: { kind: 'refused' } });
  });

  it('cannot fetch, run a script of its own making, or load a picture from elsewhere', async () => {
    const tried = await opened.page.evaluate(async () => {
      const attempt = async (what: () => unknown): Promise<string> => {
        try {
          await what();
          return 'worked';
        } catch {
          return 'refused';
        }
      };
      const script = document.createElement('script');
      script.textContent = 'window.injected = true';
      document.head.append(script);
      const picture = (src: string): Promise<unknown> =>
        new Promise((loaded, failed) => {
          const image = new Image();
          image.onload = loaded;
          image.onerror = failed;
          image.src = src;
        });
      return {
        fetchOwn: await attempt(() => fetch('app://workbench/index.html')),
        fetchElsewhere: await attempt(() => fetch('https://example.org/')),
        socket: await attempt(
          () =>
            new Promise((opened, failed) => {
              const socket = new WebSocket('wss://example.org/');
              socket.onopen = opened;
              socket.onerror = failed;
            }),
        ),
        evaluate: await attempt(() => (0, eval)('1 + 1') as unknown),
        inline: 'injected' in window ? 'worked' : 'refused',
        picture: await attempt(() => picture('https://example.org/a.png')),
        dataPicture: await attempt(() => picture('data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=')),
        file: await attempt(() => picture('file:///usr/share/pixmaps/debian-logo.png')),
        beacon: navigator.sendBeacon('https://example.org/', 'x') ? 'worked' : 'refused',
      };
    });
    // The evaluate call itself runs through the debugger, which the policy does not bind; the test's own `eval` is bound.
    expect(tried).toEqual({
      fetchOwn: 'refused',
      fetchElsewhere: 'refused',
      socket: 'refused',
      evaluate: 'refused',
      inline: 'refused',
      picture: 'refused',
      dataPicture: 'refused',
      file: 'refused',
      beacon: expect.any(String) as string,
    });
  });

  it('opens no other window and goes nowhere', async () => {
    const { app, page } = opened;
    expect(await page.evaluate(() => window.open('https://example.org/') === null)).toBe(true);
    for (const target of [
      'https://example.org/',
      'file:///etc/passwd',
      'app://evil/',
      'about:blank',
      'data:text/html,x',
    ]) {
      await page
        .evaluate((address) => {
          const link = document.createElement('a');
          link.href = address;
          link.target = '_blank';
          link.click();
          link.target = '';
          link.click();
          location.href = address;
        }, target)
        .catch(() => undefined);
      await wait(100);
      await expect.poll(() => page.url(), { message: target }).toBe('app://workbench/');
    }
    await expect.poll(() => page.evaluate(() => document.querySelector('#root > *') !== null)).toBe(true);
    expect(app.windows()).toHaveLength(1);
  });

  it('gives a frame inside the page no doorway', async () => {
    const inside = await opened.page.evaluate(() => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const found = frame.contentWindow !== null && 'workbench' in frame.contentWindow;
      frame.remove();
      return found;
    });
    expect(inside).toBe(false);
  });

  it('is refused every permission', async () => {
    const states = await opened.page.evaluate(async () => {
      const names = [
        'geolocation',
        'notifications',
        'camera',
        'microphone',
        'clipboard-read',
        'midi',
        'persistent-storage',
      ];
      const asked = await Promise.all(
        names.map((name) =>
          navigator.permissions.query({ name: name as PermissionName }).then((status) => status.state),
        ),
      );
      return [...new Set(asked)];
    });
    expect(states).toEqual(['denied']);
  });

  it('puts a table and a picture on the clipboard when asked', async () => {
    const copied = await opened.page.evaluate(() =>
      window.workbench.invoke('table.copy', { html: '<table><tr><td>577</td></tr></table>', text: '577\t' }),
    );
    expect(copied).toEqual({ ok: true, value: {} });
    expect(await opened.app.evaluate(async ({ clipboard }) => clipboard.readText())).toBe('577\t');
    const nonsense = await opened.page.evaluate(() =>
      window.workbench.invoke('chart.copy', { png: new Uint8Array([1, 2, 3]) }),
    );
    expect(nonsense).toMatchObject({ ok: false, failure: { kind: 'refused' } });
  });

  it('answers a changed passer-by nothing: the sandbox and isolation are on', async () => {
    const preferences = await opened.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences: () => Record<string, unknown>;
      };
      const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } = contents.getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag };
    });
    expect(preferences).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    });
  });

  it('keeps its data folder closed to everyone else', () => {
    expect(statSync(join(folder, 'data')).mode & 0o777).toBe(0o700);
  });

  it('holds no connection to anywhere beyond this computer', () => {
    expect(connectionsBeyond(familyOf(appPid()).map((one) => one.pid))).toEqual([]);
  });

  it('survives the sudden end of its engine, says so, and answers again', async () => {
    const { page } = opened;
    const pid = engineOf(appPid());
    expect(pid).not.toBeNull();
    // The window listens before the engine is ended, or it could miss what it is told.
    const told = await page.evaluateHandle(() => ({
      says: new Promise<string>((heard) => {
        const stop = window.workbench.onTold((one) => {
          if (one.about !== 'engine-restarted') return;
          stop();
          heard(one.says);
        });
      }),
    }));
    process.kill(pid ?? 0, 'SIGKILL');
    expect(await told.evaluate(({ says }) => says)).toContain('started again');
    const reply = await page.evaluate(() => window.workbench.invoke('import.list', {}));
    expect(reply).toEqual({ ok: true, value: [] });
    expect(engineOf(appPid())).not.toBe(pid);
  });

  it('leaves no engine behind when it is closed', async () => {
    const engine = engineOf(appPid());
    await opened.close();
    await expect.poll(() => familyOf(engine ?? 0).length, { timeout: 10_000 }).toBe(0);
    opened = await openWorkbench(folder);
  });
});
