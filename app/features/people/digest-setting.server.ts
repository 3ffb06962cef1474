/** How often somebody is sent what waits for them: their own choice. */
import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { inOrganisation, inOrganisationAsAuthority } from '../../../db/client.server';
import { users } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { placeOf } from '../clocks/place.server';
import { dayIn, instantOf } from '../clocks/time-of-day';
import { DIGEST_HOUR, DIGESTS, type Digest } from '../digests/digest-choices';
import { mailSettings } from '../mail/mail-settings.server';
import { refused, type SaveResult, saved } from '../save-result';

export interface DigestSetting {
  digest: Digest;
  /** Whether this installation can send e-mail. */
  mail: boolean;
}

export const getDigest = (actor: Actor): Promise<DigestSetting> =>
  inOrganisation(actor, async (tx) => {
    const [row] = await tx
      .select({ digest: users.digest })
      .from(users)
      .where(and(eq(users.orgId, actor.orgId), eq(users.id, actor.userId)));
    return { digest: row?.digest ?? 'none', mail: mailSettings() !== null };
  });

/** Whoever asks for it after eight gets the first one on another day. */
export async function setDigest(actor: Actor, wish: string, now = new Date()): Promise<SaveResult> {
  const digest = DIGESTS.find((one) => one === wish);
  if (!digest) return refused('digest', 'Choose how often.');
  return inOrganisationAsAuthority(actor, async (tx): Promise<SaveResult> => {
    const own = and(eq(users.orgId, actor.orgId), eq(users.id, actor.userId));
    const [before] = await tx.select({ digest: users.digest }).from(users).where(own).for('update');
    if (!before || before.digest === digest) return saved(actor.userId);
    const { timeZone } = await placeOf(tx, actor.orgId);
    const day = dayIn(timeZone, now);
    const late = now >= instantOf(day, DIGEST_HOUR, timeZone);
    const first = before.digest === 'none' && late ? { digestSentOn: day } : {};
    await tx
      .update(users)
      .set({ digest, ...first })
      .where(own);
    await record(tx, auditActor(actor), {
      action: 'person.changed',
      object: { type: 'person', id: actor.userId, ref: actor.email },
      detail: { before: { digest: before.digest }, after: { digest } },
    });
    return saved(actor.userId);
  });
}

/** Marks a day as seen to: the digest is queued, or nothing waited. Never takes a later day back. */
export const settleDigest = (orgId: string, userId: string, day: string) =>
  inOrganisationAsAuthority({ orgId, userId: null }, (tx) =>
    tx
      .update(users)
      .set({ digestSentOn: day })
      .where(
        and(eq(users.orgId, orgId), eq(users.id, userId), or(isNull(users.digestSentOn), lt(users.digestSentOn, day))),
      ),
  );
