#!/usr/bin/env node
/** The command line. Builds its program first when that is missing or older than the sources. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildNode, isFresh, root } from './build.js';

process.env.NODE_ENV ??= 'production';

if (!isFresh('node')) await buildNode();
await import(pathToFileURL(join(root, 'build', 'cli.js')).href);
