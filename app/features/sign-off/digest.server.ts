/** Canonical text (RFC 8785) and its SHA-256: what is signed is exactly these bytes. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** @throws when the value is not plain JSON: a defect of ours */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('What is signed must be plain JSON');
  return text;
}

/** SHA-256 as 64 hexadecimal digits. */
export const sha256Of = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
