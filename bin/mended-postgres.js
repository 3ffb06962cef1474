/**
 * postgres.js 3.4.9 (the newest) ends the whole process when a connection is lost in the middle of a transaction: it
 * writes the ROLLBACK to a socket that is gone (github.com/porsager/postgres, issues 1066, 1154 and 1208, open). Our
 * server has to outlive its database, so a few places are mended as the package is bundled, for the server, the pages
 * and the tests alike. When a newer version no longer has these places, the build says so: look whether it still needs
 * mending, and remove this file if not.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const MENDS = {
  'connection.js': [
    [
      // A query handed to a connection without a socket is refused like any other on a lost connection.
      "    if (stream)\n      return queryError(q, Errors.generic('COPY_IN_PROGRESS'",
      "    if (socket === null)\n      return (queryError(q, Errors.connection('CONNECTION_CLOSED', options)), true)\n\n" +
        "    if (stream)\n      return queryError(q, Errors.generic('COPY_IN_PROGRESS'",
    ],
    [
      // Bytes meant for the lost connection must not precede the first ones on the next.
      '    clearImmediate(nextWriteTimer)\n    socket.removeListener',
      '    clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n    socket.removeListener',
    ],
    [
      // Also after an error: a query may have come in between the error and the close, and would wait for ever. And
      // with the server's reason, which must not be kept for the first query on the next connection.
      "    !hadError && (query || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))\n",
      "    ;(query || sent.length) && error(errorResponse || Errors.connection('CONNECTION_CLOSED', options, socket))\n" +
        '    query = errorResponse = null\n',
    ],
  ],
  'index.js': [
    ['    let savepoints = 0\n      , connection\n', '    let savepoints = 0\n      , connection\n      , lost\n'],
    [
      '        new Promise((_, reject) => connection.onclose = reject)\n',
      '        new Promise((_, reject) => connection.onclose = e => (lost = e, reject(e)))\n',
    ],
    [
      // What is left of a lost transaction must not run on the connection once somebody else has it.
      '        q.catch(e => uncaughtError || (uncaughtError = e))\n',
      '        q.catch(e => uncaughtError || (uncaughtError = e))\n        if (lost)\n          return q.reject(lost)\n',
    ],
  ],
};

const FILES = /[\\/]postgres[\\/]src[\\/](connection|index)\.js$/;

/** The text of one of the package's files with its mends. Throws when a place is not there exactly once. */
function mended(file, code) {
  const name = file.split(/[\\/]/).at(-1) ?? '';
  return (MENDS[name] ?? []).reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) {
      throw new Error(`postgres.js has changed in ${file}: see bin/mended-postgres.js whether it still needs mending.`);
    }
    return text.replace(from, () => to);
  }, code);
}

/** For esbuild: takes the package into the bundle, mended. */
export const mendedForEsbuild = {
  name: 'mended-postgres',
  setup(build) {
    // Packages stay outside the bundle; this one alone comes in.
    build.onResolve({ filter: /^postgres$/ }, () => ({ path: fileURLToPath(import.meta.resolve('postgres')) }));
    build.onLoad({ filter: FILES }, ({ path }) => ({
      contents: mended(path, readFileSync(path, 'utf8')),
      loader: 'js',
    }));
  },
};

/** For Vite and Vitest; they must be told to take the package in (`ssr.noExternal`, `server.deps.inline`). */
export const mendedForVite = {
  name: 'mended-postgres',
  enforce: 'pre',
  transform(code, id) {
    const [file = ''] = id.split('?');
    return FILES.test(file) ? { code: mended(file, code), map: null } : undefined;
  },
};
