/** Two people add the same thing at once: the second gets a sentence instead of an error. */

const UNIQUE_VIOLATION = '23505';

/** The name of the unique index that refused, or null when the error is another. Looks through wrapped errors. */
function refusingIndex(error: unknown): string | null {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    const { code, constraint_name: index } = at as { code?: unknown; constraint_name?: unknown };
    if (code === UNIQUE_VIOLATION && typeof index === 'string') return index;
  }
  return null;
}

/**
 * Runs a whole transaction; when one of the named unique indexes refuses it, gives the refusal that belongs to it
 * instead. Everything else is thrown on.
 */
export async function unlessTaken<T>(refusals: Record<string, T>, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const index = refusingIndex(error);
    const refusal = index === null ? undefined : refusals[index];
    if (refusal === undefined) throw error;
    return refusal;
  }
}
