/** Keeps what a pure function gave for a text: names of makers and products come again thousands of times in one run. */

const MOST = 50_000;

/** The function, asked once for each key. @param keyOf what two calls with the same result share */
export function remembered<A extends unknown[], R>(
  work: (...args: A) => R,
  keyOf: (...args: A) => string,
): (...args: A) => R {
  const kept = new Map<string, { result: R }>();
  return (...args) => {
    const key = keyOf(...args);
    const found = kept.get(key);
    if (found) return found.result;
    const result = work(...args);
    if (kept.size >= MOST) kept.clear();
    kept.set(key, { result });
    return result;
  };
}
