/**
 * Things a process may hold only one of (connection pools, worker pools), whichever bundle asks first.
 * The server's main file and the Remix bundle each carry their own copy of our modules, so a module variable is not
 * one per process; a place on globalThis is.
 */

const registry = Symbol.for('changemark.once');

type Registry = Map<string, unknown>;
const holder = globalThis as { [registry]?: Registry };

function entries(): Registry {
  holder[registry] ??= new Map();
  return holder[registry];
}

/**
 * Returns the value kept under `name`, making it on the first call.
 * @param name unique in the process, for example `db.pools`
 * @param make called at most once per name; when it throws, nothing is kept and the next call tries again
 */
export function once<T>(name: string, make: () => T): T {
  const kept = entries();
  if (!kept.has(name)) kept.set(name, make());
  return kept.get(name) as T;
}

/** Returns what `once` keeps under `name`, or undefined when nobody asked for it yet (used when stopping). */
export function kept<T>(name: string): T | undefined {
  return entries().get(name) as T | undefined;
}

/** Forgets what is kept under `name`, so that the next `once` makes it anew (a test that changes its database). */
export function forget(name: string): void {
  entries().delete(name);
}
