/** Two people edit one record of the register: what the second is told. */
import { eq } from 'drizzle-orm';
import type { Tx } from '../../db/client.server';
import { users } from '../../db/schema/index.server';
import { type FieldChange, factInWords } from './provenance/statements';
import type { SaveResult } from './save-result';

/**
 * The refusal of a form that is based on an older version, or null when it says the same as what is saved now.
 * @param differences fields in which the saved record (`from`) and the typed one (`to`) differ
 */
export async function conflictOver(
  tx: Tx,
  row: { version: number; updatedBy: string | null; updatedAt: Date },
  differences: readonly FieldChange[],
): Promise<SaveResult | null> {
  if (differences.length === 0) return null;
  const [person] = row.updatedBy
    ? await tx.select({ name: users.name }).from(users).where(eq(users.id, row.updatedBy))
    : [];
  return {
    ok: false,
    errors: {},
    conflict: {
      version: row.version,
      savedBy: person?.name ?? 'somebody else',
      savedAt: row.updatedAt.toISOString(),
      differences: differences.map(({ label, from, to }) => ({
        label,
        theirs: from === null ? 'empty' : factInWords(from),
        typed: to === null ? 'empty' : factInWords(to),
      })),
    },
  };
}
