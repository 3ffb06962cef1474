/** Vitest's global setup: one throw-away PostgreSQL for the run, with a migrated database to clone. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildNode } from '../bin/build.js';
import { embeddedConnections } from './connections.server.ts';
import { startEmbedded } from './embedded.server.ts';
import { migrate } from './migrate.server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Socket folder of the run's PostgreSQL; its database `changemark` is the migrated template. */
    socketDir: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'changemark-test-'));
  const server = await startEmbedded({ dataDir: folder, durable: false });
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    // All migrations are replayed, so triggers and policies are what production has.
    await Promise.all([migrate(embeddedConnections(server.socketDir).owner), buildNode()]);
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide('socketDir', server.socketDir);
  return stop;
}
