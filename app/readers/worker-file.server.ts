/** Where the program of the reading thread lies. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../../db/project-root';

let fromSource: Promise<string> | undefined;

/** The one built with the server; when this module runs from source (tests, development), one built just now. */
export async function workerFile(): Promise<string> {
  if (!import.meta.url.endsWith('.ts')) return path.join(projectRoot(), 'build', 'file-reader.js');
  fromSource ??= buildFromSource();
  return fromSource;
}

async function buildFromSource(): Promise<string> {
  const root = projectRoot();
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [path.join(root, 'app', 'readers', 'worker.server.ts')],
    absWorkingDir: root,
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
  });
  const code = outputFiles[0]?.contents ?? new Uint8Array();
  const folder = path.join(root, 'build', 'from-source');
  const file = path.join(folder, `file-reader-${createHash('sha256').update(code).digest('hex').slice(0, 16)}.js`);
  if (existsSync(file)) return file;
  await mkdir(folder, { recursive: true });
  // Under another name first: two test processes may do this at once.
  const unfinished = `${file}.${process.pid}.${Math.round(performance.now() * 1000)}`;
  await writeFile(unfinished, code);
  await rename(unfinished, file);
  return file;
}
