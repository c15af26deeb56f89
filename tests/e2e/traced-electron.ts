import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** True where a program may be watched here: strace is installed, and the kernel lets it. */
export function canTrace(): boolean {
  try {
    execFileSync('strace', ['-qq', '-e', 'trace=none', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A stand-in for Electron that starts the real one with every network call of all its processes written down. */
export function tracedElectron(
  folder: string,
  electron: string,
): { readonly executable: string; readonly log: string } {
  const executable = join(folder, 'traced-electron.sh');
  const log = join(folder, 'network-calls');
  const lines = ['#!/bin/sh', `exec strace -f -qq -e trace=%network -o '${log}' '${electron}' "$@"`, ''];
  writeFileSync(executable, lines.join('\n'), { mode: 0o755 });
  return { executable, log };
}

const LOOPBACK = /inet_addr\("127\.|inet_pton\(AF_INET6, "::1"/;

/** Every call in the log that reaches, or tries to reach, anything beyond this computer's own loopback. */
export const callsBeyond = (log: string): string[] =>
  readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => /\b(?:connect|bind|sendto|sendmsg|sendmmsg)\(/.test(line))
    .filter((line) => /sa_family=AF_INET6?\b/.test(line) && !LOOPBACK.test(line));
