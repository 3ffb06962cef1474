/** Reading versions of a letter. */
import { and, eq, getTableColumns } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { letterVersions } from '../../../db/schema/index.server';
import type { LetterVersionRow } from './letter-row.server';

const { bytes: _, ...withoutBytes } = getTableColumns(letterVersions);

/** A version without its file, which only a download reads. */
export type LetterVersion = Omit<LetterVersionRow, 'bytes'>;

/** One version of a letter, or null. */
export async function readVersion(
  tx: Tx,
  orgId: string,
  letterId: string,
  number: number,
): Promise<LetterVersion | null> {
  const [row] = await tx
    .select(withoutBytes)
    .from(letterVersions)
    .where(
      and(eq(letterVersions.orgId, orgId), eq(letterVersions.letterId, letterId), eq(letterVersions.number, number)),
    );
  return row ?? null;
}

/** All versions of a letter, the first one first. */
export const versionsOf = (tx: Tx, orgId: string, letterId: string): Promise<LetterVersion[]> =>
  tx
    .select(withoutBytes)
    .from(letterVersions)
    .where(and(eq(letterVersions.orgId, orgId), eq(letterVersions.letterId, letterId)))
    .orderBy(letterVersions.number);
