/** The policy as people read it, those before it, and one of them to be edited. */
import { and, desc, eq } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { signOffPolicies } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { TIERS } from '../../regulation/tiers';
import { type NumberedPolicy, numberedPolicy } from './current-policy.server';
import { DEFAULT_POLICY, SignOffPolicy } from './policy';
import { fieldsOfPolicy } from './policy-form';
import type { PolicyFormView, PolicyView } from './policy-view';
import { conditionsInWords, courseInWords } from './policy-words';
import { SLOT_LABELS } from './slots';

/** A policy changes a few times a year. */
const MOST = 200;

async function policyNumber(tx: Tx, orgId: string, number: number): Promise<NumberedPolicy | null> {
  if (number === 0) return { number, policy: DEFAULT_POLICY };
  const [row] = await tx
    .select({ policy: signOffPolicies.policy })
    .from(signOffPolicies)
    .where(and(eq(signOffPolicies.orgId, orgId), eq(signOffPolicies.number, number)));
  return row ? { number, policy: SignOffPolicy.parse(row.policy) } : null;
}

const shownOf = async (tx: Tx, orgId: string, asked: number | null, current: NumberedPolicy) =>
  (asked === null ? null : await policyNumber(tx, orgId, asked)) ?? current;

/** @param asked number of a policy; null, or one there is not: the one in force */
export const getSignOffPolicy = (actor: Actor, asked: number | null): Promise<PolicyView> =>
  inOrganisation(actor, async (tx) => {
    const current = await numberedPolicy(tx, actor.orgId);
    const { number, policy } = await shownOf(tx, actor.orgId, asked, current);
    const versions = await tx
      .select({
        number: signOffPolicies.number,
        by: signOffPolicies.createdByName,
        at: signOffPolicies.createdAt,
        note: signOffPolicies.note,
      })
      .from(signOffPolicies)
      .where(eq(signOffPolicies.orgId, actor.orgId))
      .orderBy(desc(signOffPolicies.number))
      .limit(MOST);
    return {
      ...{ number, current: current.number, maySet: can(actor, 'sign_off:settings') },
      rules: policy.rules.map((rule) => ({
        ...{ id: rule.id, slot: SLOT_LABELS[rule.slot], because: rule.because },
        conditions: conditionsInWords(rule),
      })),
      approvalDays: TIERS.map((tier) => ({ tier, days: policy.approval_days[tier] })),
      ...{ emergencyHours: policy.emergency_hours, trailReviewDays: policy.trail_review_days },
      courses: policy.training.map(courseInWords),
      versions: versions.map(({ at, ...one }) => ({ ...one, at: at.toISOString() })),
    };
  });

/** @param asked as in `getSignOffPolicy`: an older one is where a new one may begin */
export const getPolicyForm = (actor: Actor, asked: number | null): Promise<PolicyFormView> =>
  inOrganisation(actor, async (tx) => {
    const current = await numberedPolicy(tx, actor.orgId);
    const { number, policy } = await shownOf(tx, actor.orgId, asked, current);
    return { version: current.number, from: number, fields: fieldsOfPolicy(policy) };
  });
