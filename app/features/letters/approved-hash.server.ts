/** The digest that binds an approval to a text: what was approved is what is issued. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** SHA-256 (hex) of the canonical JSON (RFC 8785) of a version's model and form. */
export function approvedHash(version: { model: unknown; form: unknown }): string {
  const canonical = canonicalize({ model: version.model, form: version.form ?? null });
  if (canonical === undefined) throw new TypeError('The model of a letter is not JSON');
  return createHash('sha256').update(canonical).digest('hex');
}
