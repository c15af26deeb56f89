import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { executable, newFolder, removeFolder, root } from './open-workbench.ts';
import { familyOf } from './processes.ts';

/*
 * The other tests run as root and through a debugger, both of which turn Chromium's own sandbox off. This one starts the app as
 * an officer would, as an ordinary user and with nothing added. (A container may forbid user namespaces; then there is no sandbox.)
 */
const ordinary = process.getuid?.() === 0 ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : ['env'];
const [first = 'env', ...others] = ordinary;
const canSandbox = spawnSync(first, [...others, 'unshare', '--user', 'true']).status === 0;
const canRead = spawnSync(first, [...others, 'test', '-r', join(root, 'package.json')]).status === 0;

it.skipIf(!canSandbox || !canRead)('an ordinary user’s window runs in Chromium’s own sandbox', async () => {
  const folder = newFolder();
  chmodSync(folder, 0o777);
  // The key to the virtual display is root's own; the ordinary user gets a copy.
  const key = join(folder, 'display-key');
  const { XAUTHORITY } = process.env;
  if (XAUTHORITY !== undefined) {
    copyFileSync(XAUTHORITY, key);
    chmodSync(key, 0o644);
  }
  const window = spawn(
    first,
    [...others, executable(), root, `--user-data-dir=${join(folder, 'data')}`, '--store', join(folder, 's.sqlite')],
    {
      stdio: 'ignore',
      env: {
        ...process.env,
        HOME: folder,
        XDG_CONFIG_HOME: folder,
        TMPDIR: folder,
        ...(XAUTHORITY === undefined ? {} : { XAUTHORITY: key }),
        WORKBENCH_NODE: process.execPath,
      },
    },
  );
  try {
    const renderer = (): string | null => {
      const found = familyOf(window.pid ?? -1).find((one) => one.command.includes('--type=renderer'));
      return found === undefined ? null : readFileSync(`/proc/${String(found.pid)}/status`, 'utf8');
    };
    await expect.poll(() => /^Seccomp:\s*(\d)/m.exec(renderer() ?? '')?.[1], { timeout: 20_000 }).toBe('2');
    expect(renderer()).toMatch(/^NoNewPrivs:\s*1/m);
    await expect.poll(() => statSync(join(folder, 'data')).mode & 0o777, { timeout: 20_000 }).toBe(0o700);
  } finally {
    const ended = new Promise((over) => window.once('exit', over));
    window.kill('SIGTERM');
    if (window.exitCode === null) await ended;
    removeFolder(folder);
  }
});
