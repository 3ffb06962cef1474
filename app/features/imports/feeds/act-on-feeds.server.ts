/** The forms of the page of the feeds: where one comes from, whose key is trusted, looking now. */
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { inOrganisation } from '../../../../db/client.server';
import { bundleKeys, feeds } from '../../../../db/schema/index.server';
import { record } from '../../../audit/append.server';
import type { Actor } from '../../../guard/actor';
import { auditActor } from '../../../guard/guard.server';
import { refused, type SaveResult, saved } from '../../save-result';
import { optionalText, requiredText } from '../../text-input';
import { unlessTaken } from '../../unique.server';
import { fingerprintOf, pemOf, publicKeyOf } from '../parcels/bundle-key.server';
import { checkFolder } from './feed-folder.server';
import { addressProblem } from './fetch-address.server';
import { lookAtFeedsOf } from './look-at-feeds.server';

export const FeedsForm = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('source'),
    feed: z.enum(['advisories', 'kev', 'epss', 'support'], { error: 'This feed is not known.' }),
    version: z
      .string()
      .regex(/^\d{1,9}$/, 'The form is damaged. Reload the page.')
      .transform(Number),
    folder: optionalText(),
    address: optionalText(),
  }),
  z.object({
    act: z.literal('add-key'),
    name: requiredText('Say whose key it is.'),
    publicKey: requiredText('Paste the public key.'),
  }),
  z.object({ act: z.literal('retire-key'), id: z.uuid(), reason: requiredText('Say why: it stays in the record.') }),
  z.object({ act: z.literal('look') }),
]);
export type FeedsForm = z.output<typeof FeedsForm>;

/** Null when there is no such key. */
export async function actOnFeeds(actor: Actor, form: FeedsForm): Promise<SaveResult | null> {
  switch (form.act) {
    case 'source':
      return setSource(actor, form);
    case 'add-key':
      return addKey(actor, form);
    case 'retire-key':
      return retireKey(actor, form);
    case 'look':
      await lookAtFeedsOf(actor.orgId, { now: true });
      return saved('feeds');
  }
}

const feedObject = (feed: string) => ({ type: 'feed', id: feed, ref: feed });
const keyObject = (id: string, name: string) => ({ type: 'bundle_key', id, ref: name.slice(0, 300) });

async function setSource(actor: Actor, form: Extract<FeedsForm, { act: 'source' }>): Promise<SaveResult> {
  const { feed, folder, address } = form;
  if (folder) {
    const checked = await checkFolder(folder);
    if (!checked.ok) return refused('folder', checked.message);
  }
  const wrong = address ? addressProblem(address) : null;
  if (wrong) return refused('address', wrong);
  return inOrganisation(actor, async (tx) => {
    await tx.insert(feeds).values({ orgId: actor.orgId, feed }).onConflictDoNothing();
    const here = and(eq(feeds.orgId, actor.orgId), eq(feeds.feed, feed));
    const [row] = await tx.select().from(feeds).where(here).for('update');
    if (!row) throw new Error('The feed was not stored');
    const fresh = row.version === 1 && form.version === 0;
    const others = row.folder !== '' || row.address !== '';
    if (!fresh && row.version !== form.version && others && (row.folder !== folder || row.address !== address)) {
      return refused(
        '',
        `Somebody else has changed this meanwhile: folder “${row.folder}”, address “${row.address}”. Look, and save again.`,
      );
    }
    const set = { folder, address, lookedAt: null, lookProblem: '', updatedAt: new Date(), updatedBy: actor.userId };
    await tx
      .update(feeds)
      .set({ ...set, version: sql`${feeds.version} + 1` })
      .where(here);
    await record(tx, auditActor(actor), {
      ...{ action: 'feed.source_set', object: feedObject(feed) },
      detail: { from: { folder: row.folder, address: row.address }, to: { folder, address } },
    });
    return saved(feed);
  });
}

const TAKEN = { bundle_keys_once: refused('publicKey', 'This key is in the list already.') };

const addKey = (actor: Actor, { name, publicKey }: Extract<FeedsForm, { act: 'add-key' }>): Promise<SaveResult> =>
  unlessTaken<SaveResult>(TAKEN, async () => {
    const key = publicKeyOf(publicKey);
    if (!key) return refused('publicKey', 'This is no public Ed25519 key. It begins with -----BEGIN PUBLIC KEY-----');
    return inOrganisation(actor, async (tx) => {
      const fingerprint = fingerprintOf(key);
      const [row] = await tx
        .insert(bundleKeys)
        .values({
          ...{ orgId: actor.orgId, name: name.slice(0, 200), publicKey: pemOf(key), fingerprint },
          ...{ createdBy: actor.userId, updatedBy: actor.userId },
        })
        .returning({ id: bundleKeys.id });
      if (!row) throw new Error('The key was not stored');
      await record(tx, auditActor(actor), {
        ...{ action: 'feed.key_added', object: keyObject(row.id, name), detail: { fingerprint } },
      });
      return saved(row.id);
    });
  });

const retireKey = (
  actor: Actor,
  { id, reason }: Extract<FeedsForm, { act: 'retire-key' }>,
): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const here = and(eq(bundleKeys.orgId, actor.orgId), eq(bundleKeys.id, id));
    const [row] = await tx.select().from(bundleKeys).where(here).for('update');
    if (!row) return null;
    if (row.retiredAt) return refused('', 'This key is not trusted any more already.');
    const now = new Date();
    await tx.update(bundleKeys).set({ retiredAt: now, updatedAt: now, updatedBy: actor.userId }).where(here);
    await record(tx, auditActor(actor), {
      ...{
        action: 'feed.key_retired',
        object: keyObject(id, row.name),
        detail: { fingerprint: row.fingerprint },
        reason,
      },
    });
    return saved(id);
  });
