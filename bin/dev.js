#!/usr/bin/env node
/** `npm run dev`: the same server on the same database, with pages compiled on request and replaced while you edit. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildNode, root } from './build.js';

process.env.NODE_ENV = 'development';
process.chdir(root);
const parent = process.env.npm_lifecycle_event ? process.ppid : undefined;

await buildNode();
const { main } = await import(pathToFileURL(join(root, 'build', 'server-main.js')).href);
await main({ dev: true, parent });
