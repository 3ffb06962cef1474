/** The policy in force: the newest of the organisation, or the one Changemark brings along. */
import { desc, eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { signOffPolicies } from '../../../db/schema/index.server';
import { DEFAULT_POLICY, SignOffPolicy } from './policy';

export interface NumberedPolicy {
  /** 0: built in. */
  number: number;
  policy: SignOffPolicy;
}

/** @throws when a stored policy breaks its own schema: it was checked before it was stored */
export async function numberedPolicy(tx: Tx, orgId: string): Promise<NumberedPolicy> {
  const [row] = await tx
    .select({ number: signOffPolicies.number, policy: signOffPolicies.policy })
    .from(signOffPolicies)
    .where(eq(signOffPolicies.orgId, orgId))
    .orderBy(desc(signOffPolicies.number))
    .limit(1);
  return row ? { number: row.number, policy: SignOffPolicy.parse(row.policy) } : { number: 0, policy: DEFAULT_POLICY };
}

export const currentPolicy = async (tx: Tx, orgId: string): Promise<SignOffPolicy> =>
  (await numberedPolicy(tx, orgId)).policy;
