/** Holds a CSAF 2.0 document against its schema and the mandatory tests of the standard (its section 6.1). */

const MOST = 5;

/** Whether a document says that it is CSAF. */
export const isCsaf = (json: unknown): boolean =>
  typeof (json as { document?: { csaf_version?: unknown } } | null)?.document?.csaf_version === 'string';

/** What a document does not meet, in words with the place; empty when it meets all. */
export async function csafFaults(json: unknown): Promise<string[]> {
  // Loaded when needed: its schemas take as long as everything else of this thread.
  const [{ default: validate }, tests] = await Promise.all([
    import('@secvisogram/csaf-validator-lib/validate.js'),
    import('@secvisogram/csaf-validator-lib/basic.js'),
  ]);
  const result = await validate(Object.values(tests), json);
  const faults = result.tests.flatMap(({ name, isValid, errors }) =>
    isValid ? [] : errors.map(({ message, instancePath }) => `${instancePath || '/'} ${message ?? name}`.slice(0, 200)),
  );
  return faults.length > MOST ? [...faults.slice(0, MOST), `and ${faults.length - MOST} more places`] : faults;
}
