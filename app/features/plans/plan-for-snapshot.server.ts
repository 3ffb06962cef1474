/** The plan of a change as a signature covers it: what people wrote, and nothing that depends on the day. */
import type { Tx } from '../../../db/client.server';
import type { PlanStep } from '../../../db/schema/placement.server';
import { planOfChangeRow } from './plan-rows.server';

export interface SignedOptionPlan {
  title: string;
  note: string;
  steps: PlanStep[];
}

/** Null when the change carries no plan: then its snapshot says nothing of one. */
export async function optionPlanForSnapshot(tx: Tx, orgId: string, changeId: string): Promise<SignedOptionPlan | null> {
  const row = await planOfChangeRow(tx, orgId, changeId);
  return row && { title: row.title, note: row.note, steps: row.steps };
}
