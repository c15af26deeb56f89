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
  const lines = ['#!/bin/sh', `exec strace -f -qq -e trace=%network,close -o '${log}' '${electron}' "$@"`, ''];
  writeFileSync(executable, lines.join('\n'), { mode: 0o755 });
  return { executable, log };
}

const LOOPBACK = /inet_addr\("127\.|inet_pton\(AF_INET6, "::1"/;
/**
 * Chromium asks the kernel whether there is a way to the IPv6 internet by naming an address on a datagram socket. The
 * kernel looks into its own table; nothing is sent, unless something were sent on that socket, which is looked for.
 */
const ROUTE_QUESTION = /connect\((\d+), \{sa_family=AF_INET6, sin6_port=htons\((?:53|443)\).*"2001:4860:4860::8888"/;

/** Every call in the log that reaches, or tries to reach, anything beyond this computer's own loopback. */
export function callsBeyond(log: string): string[] {
  const asked = new Set<string>();
  return readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => {
      const [, pid = '', call = '', socket = ''] = /^(\d+) +(\w+)\((\d+)/.exec(line) ?? [];
      const question = ROUTE_QUESTION.exec(line);
      if (question !== null) {
        asked.add(`${pid} ${socket}`);
        return false;
      }
      if (call === 'close') asked.delete(`${pid} ${socket}`);
      if (/^send/.test(call) && asked.has(`${pid} ${socket}`)) return true;
      if (!/^(?:connect|bind|sendto|sendmsg|sendmmsg)$/.test(call)) return false;
      return /sa_family=AF_INET6?\b/.test(line) && !LOOPBACK.test(line);
    });
}
