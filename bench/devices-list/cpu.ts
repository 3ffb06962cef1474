/** Processor time, which other work on the machine does not distort as it does wall time. */
import type { ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds a server of server.ts has used so far. */
export const serverCpu = (child: ChildProcess): Promise<number> =>
  new Promise((resolve) => {
    child.once('message', (message) => resolve((message as { cpuMs: number }).cpuMs));
    child.send('cpu');
  });

/** Clock ticks a second, as /proc counts: 100 on every Linux of the last twenty years. */
const TICK_MS = 10;

/** Milliseconds the database's processes have used so far; null where there is no /proc to read it from. */
export function databaseCpu(postmaster: number): number | null {
  let ticks = 0;
  try {
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue;
      const fields = statOf(name);
      // Field 4 is the parent, 14 and 15 are user and system time; two are already behind us.
      if (Number(name) === postmaster || Number(fields[1]) === postmaster)
        ticks += Number(fields[11]) + Number(fields[12]);
    }
  } catch {
    return null;
  }
  return ticks * TICK_MS;
}

function statOf(process: string): string[] {
  try {
    const line = readFileSync(`/proc/${process}/stat`, 'utf8');
    return line.slice(line.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}
