/** The certificate with which the organisation seals its letters, if it has one. */
import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { sealCertificates } from '../../../db/schema/index.server';
import { openSealKey, type SealKey } from './seal-key.server';

export type SealCertificateRow = typeof sealCertificates.$inferSelect;

/** The row in force, or null. */
export async function sealCertificate(tx: Tx, orgId: string): Promise<SealCertificateRow | null> {
  const [row] = await tx
    .select()
    .from(sealCertificates)
    .where(and(eq(sealCertificates.orgId, orgId), isNull(sealCertificates.retiredAt)));
  return row ?? null;
}

export type UsableSeal = { ok: true; key: SealKey; subject: string } | { ok: false; because: string };

/** The key to seal with on a day, or why a letter is issued without a seal. */
export function usableSeal(row: SealCertificateRow | null, at: Date): UsableSeal {
  if (!row) return { ok: false, because: 'the organisation has installed no certificate' };
  if (at < row.notBefore) return { ok: false, because: 'the certificate is not valid yet' };
  if (at > row.notAfter) return { ok: false, because: 'the certificate has expired' };
  const key = openSealKey(row.orgId, row.locked);
  if (!key)
    return { ok: false, because: 'the key of the certificate cannot be opened with this installation’s secret' };
  return { ok: true, key, subject: row.subject };
}
