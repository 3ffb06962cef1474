/** Vitest's global setup: one throw-away PostgreSQL for the run, with a migrated database to clone. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { embeddedConnections } from './connections.server';
import { startEmbedded } from './embedded.server';
import { migrate } from './migrate.server';
import { projectRoot } from './project-root';

declare module 'vitest' {
  interface ProvidedContext {
    /** Socket folder of the run's PostgreSQL; its database `changemark` is the migrated template. */
    socketDir: string;
  }
}

/**
 * The command line and the document worker run as built files; tests that start them want today's. When they cannot be
 * built, the tests that need them fail, and the others are still worth running.
 */
const buildPrograms = () =>
  promisify(execFile)(process.execPath, [join(projectRoot(), 'bin', 'build.js'), '--node']).catch((error) =>
    console.error(`The programs could not be built, tests see the last ones:\n${error.stderr}`),
  );

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'changemark-test-'));
  const server = await startEmbedded({ dataDir: folder, durable: false });
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    process.env.CHANGEMARK_SOCKET = server.socketDir;
    // All migrations are replayed, so triggers and policies are what production has.
    await Promise.all([migrate(embeddedConnections(server.socketDir).owner), buildPrograms()]);
    delete process.env.CHANGEMARK_SOCKET;
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide('socketDir', server.socketDir);
  return stop;
}
