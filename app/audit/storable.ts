/** What PostgreSQL can hold, byte for byte: an act is recorded, and verifies, whatever somebody typed. */

const text = (value: string) => value.replace(/\0|\p{Surrogate}/gu, '\ufffd');

/**
 * A copy as plain JSON in which U+0000 and halves of surrogate pairs, which PostgreSQL refuses or alters, are U+FFFD in
 * keys and values. Hash this copy and store this copy: then what is read back hashes the same.
 */
export function storable<T>(value: T): T {
  return JSON.parse(JSON.stringify(clean(value))) as T;
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value)) return value.map(clean);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [text(key), clean(member)]));
}
