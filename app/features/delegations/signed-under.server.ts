/** What was signed under a delegation or an exception: it stays visible wherever it was used. */
import { and, desc, eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { changes, signatures } from '../../../db/schema/index.server';
import { SLOT_LABELS } from '../sign-off/slots';

export interface SignedUnder {
  id: string;
  changeId: string;
  reference: string;
  title: string;
  place: string;
  printedName: string;
  signedAt: string;
  voided: boolean;
}

/** The newest of them; more is in the record. */
export const MOST_SHOWN = 100;

export async function signedUnder(
  tx: Tx,
  orgId: string,
  under: { delegationId: string } | { exceptionId: string },
): Promise<SignedUnder[]> {
  const rows = await tx
    .select({ signature: signatures, reference: changes.reference, title: changes.title })
    .from(signatures)
    .innerJoin(changes, and(eq(changes.orgId, signatures.orgId), eq(changes.id, signatures.changeId)))
    .where(
      and(
        eq(signatures.orgId, orgId),
        'delegationId' in under
          ? eq(signatures.delegationId, under.delegationId)
          : eq(signatures.exceptionId, under.exceptionId),
      ),
    )
    .orderBy(desc(signatures.id))
    .limit(MOST_SHOWN);
  return rows.map(({ signature, reference, title }) => ({
    ...{ id: signature.id, changeId: signature.changeId, reference, title },
    ...{ place: SLOT_LABELS[signature.slot], printedName: signature.printedName },
    ...{ signedAt: signature.signedAt.toISOString(), voided: signature.voidedAt !== null },
  }));
}
