#!/usr/bin/env node
/** `npm start`: builds what changed, then serves. PORT, HOST, ORIGIN, TRUST_PROXY, CHANGEMARK_DATA, DATABASE_URL. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fingerprint, isFresh, root } from './build.js';

process.env.NODE_ENV ??= 'production';
const parent = process.env.npm_lifecycle_event ? process.ppid : undefined;

const print = fingerprint();
if (!isFresh('node', print) || !isFresh('web', print)) {
  // In a process of its own, so that the server does not carry the compilers' memory.
  const built = spawnSync(process.execPath, [join(root, 'bin', 'build.js')], { stdio: 'inherit' });
  if (built.status !== 0) process.exit(built.status ?? 1);
}
const { main } = await import(pathToFileURL(join(root, 'build', 'server-main.js')).href);
await main({ parent });
