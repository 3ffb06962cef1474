/** What the seed does has to succeed: a refusal is a mistake in the demonstration. Pure. */
export function done<T extends { ok: boolean }>(what: string, result: T | null): Extract<T, { ok: true }> {
  if (result?.ok) return result as Extract<T, { ok: true }>;
  throw new Error(`The demonstration was refused (${what}): ${JSON.stringify(result)}`);
}
