/** Installing the certificate with which letters are sealed. The file and its passphrase are kept encrypted. */
import { and, eq, isNull } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { sealCertificates } from '../../../db/schema/index.server';
import { readP12 } from '../../../documents/seal.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { can } from '../../guard/permissions';
import { type Acted, DONE, refuse } from './acted';
import { lockSealKey } from './seal-key.server';

/** A certificate with its chain takes some kilobytes. */
export const LARGEST_P12 = 200_000;

/** Takes the place of the one before, of which only what it said is kept. Letters that are issued keep the seal they have. */
export async function installSeal(actor: Actor, p12: Uint8Array, passphrase: string): Promise<Acted> {
  if (!can(actor, 'mail:manage')) return refuse('Administrators look after the seal; your role does not.');
  if (p12.byteLength === 0) return refuse('Choose the .p12 or .pfx file.', 'file');
  if (p12.byteLength > LARGEST_P12) return refuse('This file is too large for a certificate with its key.', 'file');
  const read = readP12(p12, passphrase);
  if (!read.ok) return refuse(read.message, /^The passphrase/.test(read.message) ? 'passphrase' : 'file');
  const { subject, issuer, serial, notBefore, notAfter, fingerprint } = read;
  return inOrganisation(actor, async (tx) => {
    await tx
      .update(sealCertificates)
      .set({ retiredAt: new Date(), locked: new Uint8Array(), updatedAt: new Date(), updatedBy: actor.userId })
      .where(and(eq(sealCertificates.orgId, actor.orgId), isNull(sealCertificates.retiredAt)));
    const [row] = await tx
      .insert(sealCertificates)
      .values({
        orgId: actor.orgId,
        ...{ subject, issuer, serial, fingerprint },
        notBefore: new Date(notBefore),
        notAfter: new Date(notAfter),
        locked: lockSealKey(actor.orgId, { p12, passphrase }),
        createdBy: actor.userId,
        updatedBy: actor.userId,
      })
      .returning({ id: sealCertificates.id });
    if (!row) throw new Error('The certificate was not stored');
    await record(tx, auditActor(actor), {
      action: 'seal.installed',
      object: { type: 'seal', id: row.id, ref: subject },
      detail: { issuer, serial, fingerprint, not_before: notBefore, not_after: notAfter },
    });
    return DONE;
  });
}
