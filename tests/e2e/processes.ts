import { readFileSync, readdirSync, readlinkSync } from 'node:fs';

interface Running {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** Every process of this machine, from /proc. */
function running(): Running[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const status = readFileSync(`/proc/${name}/stat`, 'utf8');
        const parent = Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1]);
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return [{ pid: Number(name), parent, command }];
      } catch {
        return []; // it ended meanwhile
      }
    });
}

/** A process and all that it started. */
export function familyOf(pid: number): Running[] {
  const all = running();
  const family = all.filter((one) => one.pid === pid);
  for (const member of family) family.push(...all.filter((one) => one.parent === member.pid));
  return family;
}

/** The engine's process among those the app started. */
export function engineOf(appPid: number): number | null {
  return familyOf(appPid).find((one) => one.command.includes('engine.js'))?.pid ?? null;
}

/** Ports at which any of these processes waits to be called. */
export function portsOpen(pids: readonly number[]): string[] {
  const sockets = new Set(pids.flatMap(socketsOf));
  return ['tcp', 'tcp6'].flatMap((kind) =>
    readFileSync(`/proc/net/${kind}`, 'utf8')
      .split('\n')
      .slice(1)
      .flatMap((line) => {
        const fields = line.trim().split(/\s+/);
        const [local = '', state, inode = ''] = [fields[1], fields[3], fields[9]];
        return state === '0A' && sockets.has(inode) ? [`${kind} ${local}`] : [];
      }),
  );
}

/** Addresses beyond this computer that any of these processes holds a connection to. */
export function connectionsBeyond(pids: readonly number[]): string[] {
  const sockets = new Set(pids.flatMap(socketsOf));
  return ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((kind) =>
    readFileSync(`/proc/net/${kind}`, 'utf8')
      .split('\n')
      .slice(1)
      .flatMap((line) => {
        const fields = line.trim().split(/\s+/);
        const [remote = '', inode = ''] = [fields[2], fields[9]];
        const address = remote.split(':')[0] ?? '';
        const near =
          /^0+$/.test(address) ||
          address === '0100007F' ||
          address.endsWith('0100007F') ||
          /^0{24}01000000$/.test(address);
        return !near && sockets.has(inode) ? [`${kind} ${remote}`] : [];
      }),
  );
}

function socketsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${String(pid)}/fd`).flatMap((fd) => {
      const target = readlinkSync(`/proc/${String(pid)}/fd/${fd}`);
      return /^socket:\[(\d+)\]$/.exec(target)?.[1] ?? [];
    });
  } catch {
    return [];
  }
}
