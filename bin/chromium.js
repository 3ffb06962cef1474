/** Finds a Chromium for the browser tests, or installs one. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const runnable = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Path of a Chromium on this machine: CHROMIUM_PATH, the PATH, or Playwright's own; undefined when there is none. */
export async function findChromium() {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted) {
    if (runnable(wanted)) return wanted;
    throw new Error(`CHROMIUM_PATH="${wanted}" is not a program that can be run.`);
  }
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/snap/bin'];
  const found = folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(runnable);
  if (found) return found;
  const { chromium } = await import('@playwright/test');
  const own = chromium.executablePath();
  return own && runnable(own) ? own : undefined;
}

const runs = (command, args, env = {}) =>
  spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } }).status === 0;

function aptInstall(prefix) {
  const [command, ...words] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
  return (
    runs(command, [...words, 'update', '-q']) &&
    runs(command, [...words, 'install', '-y', '-q', '--no-install-recommends', 'chromium'])
  );
}

/** Finds or installs Chromium: by the system as root or with sudo, otherwise by Playwright. Throws with the way out. */
export async function ensureChromium() {
  const there = await findChromium();
  if (there) return there;
  console.log('No Chromium on this machine; installing one.');
  const root = process.getuid?.() === 0;
  const apt = runnable('/usr/bin/apt-get');
  const ways = [
    () => apt && root && aptInstall([]),
    () => apt && !root && runs('sudo', ['-n', 'true']) && aptInstall(['sudo', '-n']),
    () => runs('npx', ['playwright', 'install', 'chromium']),
  ];
  for (const way of ways) {
    if (!way()) continue;
    const installed = await findChromium();
    if (installed) return installed;
  }
  throw new Error(
    'No Chromium could be found or installed. Install one (apt-get install chromium), or set CHROMIUM_PATH.',
  );
}
