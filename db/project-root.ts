import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

function isProject(folder: string): boolean {
  const file = join(folder, 'package.json');
  return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).name === 'changemark';
}

/**
 * The project's folder (absolute), found from where this code lies: the same from `db/`, from `build/` and from any
 * working directory. Throws when the code was moved out of the project.
 */
export function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!isProject(folder)) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`No Changemark project above ${fileURLToPath(import.meta.url)}`);
    folder = parent;
  }
  return folder;
}

/** The folder for everything that is kept: `CHANGEMARK_DATA` (relative to the working directory) or `data` in the project. */
export function dataFolder(): string {
  const moved = process.env.CHANGEMARK_DATA;
  return moved ? resolve(moved) : join(projectRoot(), 'data');
}
