/** Setting which signatures changes need. Every policy is a new row; whoever began from an older one is told. */
import { and, eq } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { signOffPolicies } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { can } from '../../guard/permissions';
import type { Kept } from '../changes/posted';
import { refused, type SaveResult, saved } from '../save-result';
import { storableText } from '../text-input';
import { unlessTaken } from '../unique.server';
import { numberedPolicy } from './current-policy.server';
import { canonicalText, sha256Of } from './digest.server';
import type { SignOffPolicy } from './policy';
import { readPolicy } from './policy-form';
import { policyDifferences, ruleInWords } from './policy-words';

const LONGEST_NOTE = 2000;

/** Saves what the form says as the next policy; the open rounds of sign-off follow it at once. */
export async function setSignOffPolicy(actor: Actor, kept: Kept): Promise<SaveResult> {
  if (!can(actor, 'sign_off:settings')) return refused('', 'Your role does not say which signatures changes need.');
  const read = readPolicy(kept);
  const note = storableText(kept.note?.[0] ?? '').trim();
  const errors = {
    ...(read.ok ? {} : read.errors),
    ...(note === '' ? { note: ['Say why it is changed.'] } : {}),
    ...(note.length > LONGEST_NOTE ? { note: [`At most ${LONGEST_NOTE} characters.`] } : {}),
  };
  if (!read.ok || Object.keys(errors).length > 0) return { ok: false, errors, conflict: null };
  const began = Number(kept.version?.[0] ?? Number.NaN);
  const moved = { ok: false, errors: {}, conflict: null } satisfies SaveResult;
  const result = await unlessTaken<SaveResult>({ sign_off_policies_number_once: moved }, () =>
    inOrganisation(actor, async (tx) => {
      const now = await numberedPolicy(tx, actor.orgId);
      if (now.number !== began) return moved;
      if (canonicalText(now.policy) === canonicalText(read.policy)) {
        return refused('', 'Nothing differs from the policy in force.');
      }
      return write(tx, actor, now, read.policy, note);
    }),
  );
  return result === moved ? told(actor, read.policy) : result;
}

async function write(
  tx: Tx,
  actor: Actor,
  now: { number: number; policy: SignOffPolicy },
  policy: SignOffPolicy,
  note: string,
): Promise<SaveResult> {
  const number = now.number + 1;
  const [row] = await tx
    .insert(signOffPolicies)
    .values({ orgId: actor.orgId, number, policy, note, createdBy: actor.userId, createdByName: actor.name })
    .returning({ id: signOffPolicies.id });
  if (!row) throw new Error('The policy was not stored');
  const ids = (of: SignOffPolicy) => of.rules.map(({ id }) => id);
  const before = new Map(now.policy.rules.map((rule) => [rule.id, ruleInWords(rule)]));
  await record(tx, auditActor(actor), {
    action: 'sign_off.policy_set',
    object: { type: 'sign_off_policy', id: row.id, ref: `sign-off policy ${number}` },
    detail: {
      ...{ number, before: ids(now.policy), after: ids(policy), sha256: sha256Of(canonicalText(policy)) },
      changed: policy.rules
        .filter((rule) => before.has(rule.id) && before.get(rule.id) !== ruleInWords(rule))
        .map(({ id }) => id),
    },
    reason: note,
  });
  return saved(row.id);
}

/** Somebody else was first: their policy beside the one that was typed. */
const told = (actor: Actor, typed: SignOffPolicy): Promise<SaveResult> =>
  inOrganisation(actor, async (tx) => {
    const now = await numberedPolicy(tx, actor.orgId);
    const [by] = await tx
      .select({ name: signOffPolicies.createdByName, at: signOffPolicies.createdAt })
      .from(signOffPolicies)
      .where(and(eq(signOffPolicies.orgId, actor.orgId), eq(signOffPolicies.number, now.number)));
    return {
      ok: false,
      errors: {},
      conflict: {
        version: now.number,
        savedBy: by?.name ?? '',
        savedAt: by?.at.toISOString() ?? '',
        differences: policyDifferences(now.policy, typed),
      },
    };
  });
