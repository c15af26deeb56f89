import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { SCHEME, answerRequest, builtFiles, fileAt } from '../../src/main/shell/protocol.ts';

const outside = mkdtempSync(join(tmpdir(), 'workbench-protocol-'));
const folder = join(outside, 'renderer');
mkdirSync(join(folder, 'assets'), { recursive: true });
writeFileSync(join(outside, 'secret.js'), 'secret');
writeFileSync(join(folder, 'index.html'), '<!doctype html>');
writeFileSync(join(folder, 'assets/main.js'), 'export {};');
writeFileSync(join(folder, 'assets/notes.sqlite'), 'no kind of ours');
const files = builtFiles(folder);
afterAll(() => {
  rmSync(outside, { recursive: true });
});

const answer = (address: string, method = 'GET'): Promise<Response> =>
  answerRequest({ url: address, method } as Request, folder, files);

describe('what the window is served', () => {
  it('is its own page, with the policy on it', async () => {
    const response = await answer('app://workbench/');
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('<!doctype html>');
    expect(Object.fromEntries(response.headers)).toEqual({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; " +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    });
  });

  it('is a built file by its name', async () => {
    const response = await answer('app://workbench/assets/main.js?v=1#part');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  it.each([
    'app://workbench/../secret.js',
    'app://workbench/%2e%2e/secret.js',
    'app://workbench/..%2fsecret.js',
    'app://workbench/..%2Fsecret.js',
    'app://workbench/assets/..%2f..%2fsecret.js',
    'app://workbench/..%5csecret.js',
    'app://workbench/..\\secret.js',
    'app://workbench/assets\\..\\..\\secret.js',
    'app://workbench/%00index.html',
    'app://workbench/index.html%00.js',
    'app://workbench/%E0%A4%A',
    'app://workbench//etc/passwd',
    'app://workbench/assets/',
    'app://workbench/assets/notes.sqlite',
    'app://workbench/assets/missing.js',
    'app://workbench/constructor',
    'app://evil/index.html',
    'file:///etc/passwd',
  ])('is nothing else: %s', async (address) => {
    expect((await answer(address)).status).toBe(404);
  });

  it('is not written to', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS']) {
      expect((await answer('app://workbench/', method)).status).toBe(405);
    }
  });

  it('is not a path beside the folder with the same beginning', () => {
    expect(fileAt('app://workbench/..renderer/index.html', folder, files)).toBeNull();
  });

  it('comes by a scheme that has no way round the policy', () => {
    expect(SCHEME).toEqual({ scheme: 'app', privileges: { standard: true, secure: true } });
  });
});
