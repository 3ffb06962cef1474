/** What tests of sign-off share: people with the pen, a change that can be signed, and short ways to act. */

import { inOrganisation, inOrganisationAsAuthority } from '../../../db/client.server';
import { credentials, riskRatings } from '../../../db/schema/index.server';
import type { TestDatabase } from '../../../db/testing';
import type { Actor } from '../../guard/actor';
import { hashPassword } from '../../guard/password.server';
import { PASSWORD } from '../../guard/testing/people';
import { readChange } from '../changes/change-row.server';
import { type House, house, submitted } from '../changes/testing';
import { givePen } from '../training/testing';
import { confirmDerived, derivedOf } from './derived-confirmations.server';
import { openItem } from './looks.server';
import { putToSignOff } from './put-to-sign-off.server';
import { type Reading, readingOf } from './reading.server';
import { openRound } from './rounds.server';
import { type SignResult, signChange } from './sign-change.server';
import type { SignatureMeaning, SlotId } from './slots';

const SIGNERS = ['engineer', 'colleague', 'safety', 'regulatory', 'riskOwner'] as const;

/** A house whose people have passwords, training and have accepted what a signature means. */
export async function signingHouse(database: TestDatabase, name?: string): Promise<House> {
  const at = await house(database, name);
  const passwordHash = await hashPassword(PASSWORD);
  for (const key of SIGNERS) {
    await inOrganisationAsAuthority(at[key], (tx) =>
      tx.insert(credentials).values({ userId: at[key].userId, passwordHash }),
    );
  }
  await givePen(...SIGNERS.map((key) => at[key]));
  return at;
}

/** Rates all four axes, before and after, at one score. */
export const rateAll = (actor: Actor, changeId: string, consequence = 2, likelihood = 2): Promise<unknown> =>
  inOrganisation(actor, (tx) =>
    tx.insert(riskRatings).values(
      (['patient_safety', 'security', 'regulatory', 'continuity'] as const).flatMap((axis) =>
        (['before', 'after'] as const).map((moment) => ({
          ...{ orgId: actor.orgId, changeId, axis, moment, consequence, likelihood, because: 'judged in a meeting' },
          ...{ ratedBy: actor.userId, ratedByName: actor.name },
        })),
      ),
    ),
  );

export const reading = (actor: Actor, changeId: string): Promise<Reading> =>
  inOrganisation(actor, async (tx) => {
    const change = await readChange(tx, actor.orgId, changeId);
    if (!change) throw new Error('no such change');
    return readingOf(tx, actor, change);
  });

/** Confirms every derived answer that waits. */
export async function confirmAll(actor: Actor, changeId: string): Promise<void> {
  const { result } = await reading(actor, changeId);
  const derived = await inOrganisation(actor, (tx) => derivedOf(tx, actor.orgId, changeId, result));
  const keys = derived.filter(({ confirmed }) => confirmed === null).map(({ key }) => key);
  if (keys.length > 0) await confirmDerived(actor, changeId, keys);
}

/** A segmentation around the device: no chart holds it, so it can be decided. In sign-off, derived answers confirmed. */
export async function inSignOff(at: House): Promise<string> {
  const id = await submitted(at, ['segmentation']);
  await rateAll(at.safety, id);
  await confirmAll(at.engineer, id);
  await put(at, id);
  return id;
}

export async function put(at: House, changeId: string, actor: Actor = at.engineer): Promise<void> {
  const change = await inOrganisation(at.engineer, (tx) => readChange(tx, at.orgId, changeId));
  const done = await putToSignOff(actor, changeId, { version: change?.version ?? 0, option: 'as_proposed', note: '' });
  if (!done?.ok) throw new Error(JSON.stringify(done));
}

export interface SignAs {
  slot: SlotId;
  meaning: SignatureMeaning;
  reason?: string;
  password?: string;
  conditions?: { text: string; before: string; owner: string; due: string }[];
  /** Leaves items unopened. */
  unread?: boolean;
  /** Signs this snapshot instead of the present one. */
  snapshot?: string;
}

/** Opens everything there is to read, then signs what is there. */
export const sign = async (actor: Actor, changeId: string, wish: SignAs): Promise<SignResult | null> =>
  (await readyToSign(actor, changeId, wish))();

/** As `sign`, up to the press of the button. */
export async function readyToSign(
  actor: Actor,
  changeId: string,
  wish: SignAs,
): Promise<() => Promise<SignResult | null>> {
  const before = await reading(actor, changeId);
  if (!wish.unread) for (const { key } of before.items) await openItem(actor, changeId, key);
  const { present } = await reading(actor, changeId);
  const round = await inOrganisation(actor, (tx) => openRound(tx, actor.orgId, changeId));
  const conditions = wish.conditions ?? [];
  const form = {
    round: round?.id ?? '01900000-0000-7000-8000-000000000000',
    snapshot: wish.snapshot ?? present.sha256,
    ...{ slot: wish.slot, meaning: wish.meaning, reason: wish.reason ?? '' },
    condition: conditions.map(({ text }) => text),
    condition_before: conditions.map((one) => one.before),
    condition_owner: conditions.map(({ owner }) => owner),
    condition_due: conditions.map(({ due }) => due),
    proof_password: wish.password ?? PASSWORD,
  };
  return () => signChange(actor, changeId, form);
}

/** The statuses of change and rounds, and who signed what, for assertions. */
export async function stateOf({ owner }: TestDatabase, orgId: string, changeId: string) {
  return owner.begin(async (tx) => {
    await tx`select set_config('app.org_id', ${orgId}, true)`;
    const [change] = await tx`select status from changes where id = ${changeId}`;
    const rounds = await tx`select status from sign_off_rounds where change_id = ${changeId} order by number`;
    const live =
      await tx`select slot from signatures where change_id = ${changeId} and voided_at is null order by signed_at`;
    const fallen =
      await tx`select slot from signatures where change_id = ${changeId} and voided_at is not null order by signed_at`;
    return {
      status: change?.status as string,
      rounds: rounds.map(({ status }) => status as string),
      live: live.map(({ slot }) => slot as string),
      fallen: fallen.map(({ slot }) => slot as string),
    };
  });
}

/** Everybody but the risk owner signs: the author, then the two who review. */
export async function signUpTo(at: House, changeId: string): Promise<void> {
  for (const [actor, slot] of [
    [at.engineer, 'author'],
    [at.safety, 'clinical_safety'],
    [at.regulatory, 'regulatory_affairs'],
  ] as const) {
    const done = await sign(actor, changeId, { slot, meaning: slot === 'author' ? 'author' : 'review' });
    if (!done?.ok) throw new Error(JSON.stringify(done));
  }
}

/** All four sign, and the change is approved. */
export async function approved(at: House, changeId: string): Promise<void> {
  await signUpTo(at, changeId);
  const done = await sign(at.riskOwner, changeId, { slot: 'risk_owner', meaning: 'approve' });
  if (!done?.ok || done.decided !== 'approved') throw new Error(JSON.stringify(done));
}
