/** Taking the certificate for sealing away: letters are issued without a seal from then on. */
import { and, eq, isNull } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { sealCertificates } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { can } from '../../guard/permissions';
import { type Acted, DONE, refuse } from './acted';

/** Its key is wiped; what the certificate said stays in the record. */
export const removeSeal = (actor: Actor, reason: string): Promise<Acted> =>
  inOrganisation(actor, async (tx) => {
    if (!can(actor, 'mail:manage')) return refuse('Administrators look after the seal; your role does not.');
    const [row] = await tx
      .update(sealCertificates)
      .set({
        retiredAt: new Date(),
        locked: new Uint8Array(),
        updatedAt: new Date(),
        updatedBy: actor.userId,
      })
      .where(and(eq(sealCertificates.orgId, actor.orgId), isNull(sealCertificates.retiredAt)))
      .returning({ id: sealCertificates.id, subject: sealCertificates.subject });
    if (!row) return refuse('There is no certificate to take away.');
    await record(tx, auditActor(actor), {
      action: 'seal.removed',
      object: { type: 'seal', id: row.id, ref: row.subject },
      reason,
    });
    return DONE;
  });
