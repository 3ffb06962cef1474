import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import { mendedForVite } from './bin/mended-postgres.js';
import remixConfig from './remix.config.js';
import { aliases } from './vite.aliases';

export default defineConfig({
  plugins: [mendedForVite, tailwindcss(), remix(remixConfig)],
  ssr: { noExternal: ['postgres'] },
  resolve: { alias: aliases },
  // Remix would empty all of build/, programs included; bin/build.js empties its two folders.
  build: {
    emptyOutDir: false,
    target: 'es2022',
    sourcemap: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1024,
  },
  logLevel: process.env.CHANGEMARK_QUIET ? 'warn' : 'info',
});
