import { defineConfig } from 'vitest/config';
import { mendedForVite } from './bin/mended-postgres.js';
import { aliases } from './vite.aliases';

export default defineConfig({
  plugins: [mendedForVite],
  resolve: { alias: aliases },
  test: {
    include: ['app/**/*.test.{ts,tsx}', 'db/**/*.test.ts', 'documents/**/*.test.{ts,tsx}', 'bin/**/*.test.ts'],
    globalSetup: ['db/testing-setup.ts'],
    server: { deps: { inline: ['postgres'] } },
    // Two cores: more workers only take turns. Threads begin faster than processes and nothing here needs the latter.
    pool: 'threads',
    maxWorkers: 2,
    minWorkers: 1,
    testTimeout: 60_000,
    hookTimeout: 180_000,
    // An empty suite is a failure, never a success.
    passWithNoTests: false,
  },
});
