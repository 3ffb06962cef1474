/** What a person last saw of a change and which items they opened: what "you were shown that" rests on. */
import { and, eq } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { changeLooks } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { changeObject, lockChange } from '../changes/change-row.server';
import { presentMoment } from '../today';
import { keepSnapshot } from './build-snapshot.server';
import { canonicalText, sha256Of } from './digest.server';
import type { ItemToRead } from './items-to-read';
import { readingOf } from './reading.server';

export type LookRow = typeof changeLooks.$inferSelect;

export async function lookOf(tx: Tx, orgId: string, changeId: string, userId: string): Promise<LookRow | null> {
  const [row] = await tx
    .select()
    .from(changeLooks)
    .where(and(eq(changeLooks.orgId, orgId), eq(changeLooks.changeId, changeId), eq(changeLooks.userId, userId)));
  return row ?? null;
}

/** Digest of what an item says: another word, and it has to be opened again. */
export const itemDigest = ({ key, title, lines }: ItemToRead): string => sha256Of(canonicalText({ key, title, lines }));

/** Whether a person has opened an item as it now is. */
export const isOpened = (look: LookRow | null, item: ItemToRead): boolean =>
  look?.opened[item.key]?.sha256 === itemDigest(item);

/** Writes what was seen. @param snapshotId the snapshot that counts as seen from now on; null: leave it as it was */
export async function putLook(
  tx: Tx,
  orgId: string,
  changeId: string,
  userId: string,
  { snapshotId, opened }: { snapshotId: string | null; opened: LookRow['opened'] },
): Promise<void> {
  const seen = { lookedAt: presentMoment(), opened, ...(snapshotId === null ? {} : { snapshotId }) };
  await tx
    .insert(changeLooks)
    .values({ orgId, changeId, userId, ...seen })
    .onConflictDoUpdate({ target: [changeLooks.orgId, changeLooks.changeId, changeLooks.userId], set: seen });
}

export type OpenItemResult = { ok: true } | { ok: false; message: string };

/** Opens an item in the actor's name, and records that it was shown. Null when the change is not here. */
export async function openItem(actor: Actor, changeId: string, key: string): Promise<OpenItemResult | null> {
  const opened = await openItems(actor, changeId, (item) => item.key === key);
  if (!opened) return null;
  return opened.items > 0
    ? { ok: true }
    : { ok: false, message: 'This is no longer there to be read. Reload the page.' };
}

/**
 * As `openItem`, for every item that is chosen.
 * @returns how many were, and the digest of what now lies before the signer; null when the change is not here
 */
export const openItems = (
  actor: Actor,
  changeId: string,
  isChosen: (item: ItemToRead) => boolean,
): Promise<{ items: number; snapshot: string } | null> =>
  inOrganisation(actor, async (tx) => {
    const change = await lockChange(tx, actor.orgId, changeId);
    if (!change) return null;
    const { items, look, present } = await readingOf(tx, actor, change);
    const chosen = items.filter(isChosen);
    const fresh = chosen.filter((item) => !isOpened(look, item));
    const answer = { items: chosen.length, snapshot: present.sha256 };
    if (fresh.length === 0) return answer;
    const at = presentMoment().toISOString();
    const opened = {
      ...look?.opened,
      ...Object.fromEntries(fresh.map((one) => [one.key, { sha256: itemDigest(one), at }])),
    };
    const first = look?.snapshotId ? null : (await keepSnapshot(tx, actor, changeId, present)).id;
    await putLook(tx, actor.orgId, changeId, actor.userId, { snapshotId: first, opened });
    const events = fresh.map((item) => ({
      action: 'signature.opened' as const,
      object: changeObject(change),
      detail: { item: item.title, sha256: itemDigest(item), lines: item.lines.slice(0, 50) },
    }));
    await record(tx, auditActor(actor), ...events);
    return answer;
  });
