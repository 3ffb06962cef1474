/** What a plan waits for outside of itself: the supplier's answer by the clocks of letters, and what support runs out. */
import { and, eq, inArray, isNull, min, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { deviceModels, letterChanges, letterClocks, letterModels, letters } from '../../../db/schema/index.server';
import { readSupport } from '../exposure/read-place.server';
import { supportClocks } from '../exposure/support-clocks';
import { daysLater } from './day-span';
import type { Landmark } from './plan-times';

export interface PlanSubject {
  modelId: string;
  /** null: a sketch for the model alone. */
  changeId: string | null;
}

/** The landmarks of a plan: the answer first, then each support clock. Three queries. */
export async function landmarksOf(tx: Tx, orgId: string, subject: PlanSubject, today: string): Promise<Landmark[]> {
  const [answer, support] = [await answerDue(tx, orgId, subject), await supportEnds(tx, orgId, subject.modelId, today)];
  return [answer, ...support];
}

/** When the position of a supplier who was asked is due; letters on the change, or on the model where there is none. */
async function answerDue(tx: Tx, orgId: string, { modelId, changeId }: PlanSubject): Promise<Landmark> {
  const about = changeId
    ? inArray(
        letterClocks.letterId,
        tx
          .select({ id: letterChanges.letterId })
          .from(letterChanges)
          .where(and(eq(letterChanges.orgId, orgId), eq(letterChanges.changeId, changeId))),
      )
    : inArray(
        letterClocks.letterId,
        tx
          .select({ id: letterModels.letterId })
          .from(letterModels)
          .where(and(eq(letterModels.orgId, orgId), eq(letterModels.modelId, modelId))),
      );
  const [row] = await tx
    .select({
      due: min(letterClocks.dueOn),
      asked: sql<string | null>`min(${letters.reference})`,
      supplier: sql<string | null>`min(left(${letters.supplierName}, 120))`,
    })
    .from(letterClocks)
    .innerJoin(letters, and(eq(letters.orgId, letterClocks.orgId), eq(letters.id, letterClocks.letterId)))
    .where(
      and(
        eq(letterClocks.orgId, orgId),
        eq(letterClocks.stage, 'position'),
        isNull(letterClocks.metAt),
        isNull(letterClocks.stoppedAt),
        about,
      ),
    );
  const due = row?.due ?? null;
  return {
    what: 'supplier_answer',
    label: row?.supplier ? `Answer of ${row.supplier} due` : 'Answer of the supplier',
    on: due,
    because: due
      ? `clock of letter ${row?.asked ?? ''}; it may come sooner, later or never`
      : 'no letter waits for one',
  };
}

/** Every support of the model: of its system, of its maker, and what was bought; a day with an end is the day after. */
async function supportEnds(tx: Tx, orgId: string, modelId: string, today: string): Promise<Landmark[]> {
  const [model] = await tx
    .select({
      product: deviceModels.osProduct,
      release: deviceModels.osRelease,
      makerSupportEnds: deviceModels.makerSupportEnds,
      contractEnds: sql<string | null>`(select min(d.contract_ends)::text from connected_details d
        join units u on u.org_id = d.org_id and u.id = d.unit_id
        where u.org_id = ${orgId} and u.model_id = ${modelId} and u.retired_at is null)`,
    })
    .from(deviceModels)
    .where(and(eq(deviceModels.orgId, orgId), eq(deviceModels.id, modelId)));
  if (!model) return [];
  const { makerSupportEnds, contractEnds } = model;
  const os = { product: model.product, release: model.release };
  const found = (await readSupport(tx, orgId, null, today))(os);
  const facts = { os, osSupport: found.support, osImported: found.imported, makerSupportEnds, contractEnds };
  return supportClocks(facts, today).clocks.map(({ what, on, from }) => ({
    what: 'support_end',
    label: `${what}: support over`,
    on: on && daysLater(on, 1),
    because: from,
  }));
}
