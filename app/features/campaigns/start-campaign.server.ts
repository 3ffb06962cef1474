/** Starting a campaign, and asking its makers: one letter each, for all models and changes of that maker. */
import { and, eq, inArray, ne } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { campaigns, deviceModels, letters } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { type DraftResult, draftNew, MOST_CHANGES, MOST_MODELS } from '../letters/draft-new.server';
import { refused, type SaveResult, saved } from '../save-result';
import type { AskMakers, NewCampaign } from './campaign-form';
import { findHits } from './find-hits.server';

type Campaign = typeof campaigns.$inferSelect;

/** Begins the campaign and drafts the letters. The campaign stays if one of them is refused: it can be asked again. */
export async function startCampaign(actor: Actor, input: NewCampaign): Promise<SaveResult> {
  if (input.models.length === 0) return refused('models', 'Tick at least one model.');
  const row = await inOrganisation(actor, async (tx) => {
    const [made] = await tx
      .insert(campaigns)
      .values({
        orgId: actor.orgId,
        title: input.title,
        why: input.why,
        vulnerabilities: input.vulnerabilities,
        createdBy: actor.userId,
        updatedBy: actor.userId,
      })
      .returning();
    if (!made) throw new Error('The campaign was not stored');
    await record(tx, auditActor(actor), {
      action: 'campaign.started',
      object: { type: 'campaign', id: made.id, ref: made.title.slice(0, 300) },
      detail: { vulnerabilities: input.vulnerabilities.map(({ cve }) => cve), models: input.models.length },
    });
    return made;
  });
  const asked = await askEach(actor, row, input);
  // What was refused is said on the page of the campaign, where it can be asked again.
  return asked.ok || asked.drafted > 0 ? saved(row.id) : { ok: false, errors: asked.errors, conflict: null };
}

/** Drafts letters to makers of a campaign that have none yet. Null when the campaign does not exist here. */
export async function askMakers(actor: Actor, campaignId: string, input: AskMakers): Promise<SaveResult | null> {
  const row = await inOrganisation(actor, (tx) => readCampaign(tx, actor.orgId, campaignId));
  if (!row) return null;
  if (input.models.length === 0) return refused('models', 'Tick at least one model.');
  const asked = await askEach(actor, row, input);
  return asked.ok ? saved(campaignId) : { ok: false, errors: asked.errors, conflict: null };
}

export async function readCampaign(tx: Tx, orgId: string, id: string): Promise<Campaign | null> {
  const [row] = await tx
    .select()
    .from(campaigns)
    .where(and(eq(campaigns.orgId, orgId), eq(campaigns.id, id)));
  return row ?? null;
}

type Asked = { ok: true; drafted: number } | { ok: false; drafted: number; errors: Record<string, string[]> };

/** Each maker in a transaction of its own: forty letters would otherwise hold up everybody who writes. */
async function askEach(actor: Actor, campaign: Campaign, input: AskMakers): Promise<Asked> {
  const makers = await inOrganisation(actor, (tx) => makersOf(tx, actor.orgId, input.models));
  let drafted = 0;
  for (const [supplierId, modelIds] of makers) {
    const result = await inOrganisation(actor, (tx) => askMaker(tx, actor, campaign, supplierId, modelIds, input));
    if (result && !result.ok) return { ok: false, drafted, errors: result.errors };
    if (result) drafted += 1;
  }
  return { ok: true, drafted };
}

async function makersOf(tx: Tx, orgId: string, modelIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await tx
    .select({ id: deviceModels.id, supplierId: deviceModels.supplierId })
    .from(deviceModels)
    .where(and(eq(deviceModels.orgId, orgId), inArray(deviceModels.id, [...modelIds])))
    .orderBy(deviceModels.supplierId, deviceModels.nameKey, deviceModels.id);
  const makers = new Map<string, string[]>();
  for (const { id, supplierId } of rows) makers.set(supplierId, [...(makers.get(supplierId) ?? []), id]);
  return makers;
}

/** One letter for all models and open changes of a maker; none when it has one in this campaign already. */
async function askMaker(
  tx: Tx,
  actor: Actor,
  campaign: Campaign,
  supplierId: string,
  modelIds: readonly string[],
  input: AskMakers,
): Promise<DraftResult | null> {
  // Two people who press at once: the second waits here, and then finds the letter of the first.
  await tx
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(and(eq(campaigns.orgId, actor.orgId), eq(campaigns.id, campaign.id)))
    .for('update');
  const [already] = await tx
    .select({ id: letters.id })
    .from(letters)
    .where(
      and(
        eq(letters.orgId, actor.orgId),
        eq(letters.campaignId, campaign.id),
        eq(letters.supplierId, supplierId),
        ne(letters.status, 'withdrawn'),
      ),
    )
    .limit(1);
  if (already) return null;
  const hits = await findHits(
    tx,
    actor.orgId,
    campaign.vulnerabilities.map(({ cve }) => cve),
  );
  const ticked = new Set(modelIds);
  const hit = hits.find(({ id }) => id === supplierId)?.models.filter(({ id }) => ticked.has(id)) ?? [];
  return draftNew(tx, actor, {
    kind: 'vulnerability-position-request',
    supplierId,
    contactId: null,
    changeIds: hit.flatMap(({ changes }) => changes.map(({ id }) => id)).slice(0, MOST_CHANGES),
    modelIds: modelIds.slice(0, MOST_MODELS),
    vulnerabilities: campaign.vulnerabilities,
    severity: input.severity ?? 'not_rated',
    answerBy: input.reply_by,
    acknowledgeBy: null,
    theme: input.theme ?? 'standard',
    campaignId: campaign.id,
    yourReference: '',
  });
}
