/** The text that signers accept now: the newest of the organisation, or the one Changemark brings along. */
import { and, desc, eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { accountabilityAcceptances, accountabilityTexts } from '../../../db/schema/index.server';
import { hashOf } from '../../audit/append.server';
import { BUILT_IN_TEXT } from './accountability';

export interface AccountabilityText {
  /** 0: built in. */
  number: number;
  text: string;
  sha256: string;
  /** null: built in. */
  set: { at: string; by: string } | null;
}

const BUILT_IN: AccountabilityText = { number: 0, text: BUILT_IN_TEXT, sha256: hashOf(BUILT_IN_TEXT), set: null };

type Row = typeof accountabilityTexts.$inferSelect;

const textOf = ({ number, text, createdAt, createdByName }: Row): AccountabilityText => ({
  ...{ number, text, sha256: hashOf(text) },
  set: { at: createdAt.toISOString(), by: createdByName },
});

export async function currentText(tx: Tx, orgId: string): Promise<AccountabilityText> {
  const [row] = await tx
    .select()
    .from(accountabilityTexts)
    .where(eq(accountabilityTexts.orgId, orgId))
    .orderBy(desc(accountabilityTexts.number))
    .limit(1);
  return row ? textOf(row) : BUILT_IN;
}

/** One of the texts, old or new; null when the organisation never had it. */
export async function numberedText(tx: Tx, orgId: string, number: number): Promise<AccountabilityText | null> {
  if (number === 0) return BUILT_IN;
  const [row] = await tx
    .select()
    .from(accountabilityTexts)
    .where(and(eq(accountabilityTexts.orgId, orgId), eq(accountabilityTexts.number, number)));
  return row ? textOf(row) : null;
}

/** When this person accepted the text of this number; null: not yet. */
export async function acceptedAt(tx: Tx, orgId: string, personId: string, number: number): Promise<Date | null> {
  const [row] = await tx
    .select({ at: accountabilityAcceptances.acceptedAt })
    .from(accountabilityAcceptances)
    .where(
      and(
        eq(accountabilityAcceptances.orgId, orgId),
        eq(accountabilityAcceptances.personId, personId),
        eq(accountabilityAcceptances.number, number),
      ),
    );
  return row?.at ?? null;
}
