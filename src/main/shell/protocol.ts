import type { CustomScheme, Protocol } from 'electron';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { isOurs } from './address.ts';
import { PAGE_POLICY } from './page-policy.ts';

/** Told to Electron before it is ready. Standard and secure only: no way round the policy, no fetch, no service workers. */
export const SCHEME: CustomScheme = { scheme: 'app', privileges: { standard: true, secure: true } };

const KINDS: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** The built files of the window, listed once: what is not in the list is not served. */
export function builtFiles(folder: string): ReadonlySet<string> {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Set(found.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name)));
}

/** The file an address of ours stands for, or null where it stands for none. */
export function fileAt(address: string, folder: string, files: ReadonlySet<string>): string | null {
  if (!isOurs(address)) return null;
  const named = decoded(new URL(address).pathname);
  if (named === null || named.includes('\\') || named.includes('\0')) return null;
  const path = join(folder, named === '/' ? 'index.html' : named);
  const inside = relative(folder, path);
  if (inside === '..' || inside.startsWith(`..${sep}`)) return null;
  return files.has(path) && Object.hasOwn(KINDS, extname(path)) ? path : null;
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

/** Answers one request of the window. */
export async function answerRequest(request: Request, folder: string, files: ReadonlySet<string>): Promise<Response> {
  const headers = { 'Content-Security-Policy': PAGE_POLICY, 'X-Content-Type-Options': 'nosniff' };
  if (request.method !== 'GET') return new Response(null, { status: 405, headers });
  const path = fileAt(request.url, folder, files);
  if (path === null) return new Response(null, { status: 404, headers });
  const kind = KINDS[extname(path)] ?? '';
  return new Response(new Uint8Array(await readFile(path)), { headers: { ...headers, 'Content-Type': kind } });
}

export function serveWindowFiles(protocol: Protocol, folder: string): void {
  const files = builtFiles(folder);
  protocol.handle('app', (request) => answerRequest(request, folder, files));
}
