/** One campaign: letters, states and answers by maker and model, and who is hit and has no letter yet. */
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { deviceModels, letterModels, letters } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { PAGE_ROWS, type Page, pageOf, pageWish } from '../keyset';
import type { LetterStatus } from '../letters/letter-status';
import { findHits, type HitMaker } from './find-hits.server';
import { readCampaign } from './start-campaign.server';

export interface CampaignLetter {
  id: string;
  reference: string;
  supplierId: string;
  supplierName: string;
  status: LetterStatus;
  sentAt: string | null;
  nextDue: string | null;
  asked: number;
  open: number;
  models: { id: string; name: string; units: number | null }[];
  /** By vulnerability, in the order of the campaign; no answer: empty. */
  answers: { cve: string; answer: string }[];
}

export interface CampaignView {
  id: string;
  title: string;
  why: string;
  vulnerabilities: { cve: string; cvss?: string }[];
  createdAt: string;
  totals: { letters: number; sent: number; answered: number; models: number };
  letters: Page<CampaignLetter>;
  /** Makers hit that have no letter in this campaign. */
  unasked: HitMaker[];
  mayAsk: boolean;
}

const MOMENT = 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"';

/** Null when the campaign does not exist in the actor's organisation. Seven queries, whatever its size. */
export const getCampaign = (actor: Actor, id: string, search: URLSearchParams): Promise<CampaignView | null> =>
  inOrganisation(actor, async (tx) => {
    const campaign = await readCampaign(tx, actor.orgId, id);
    if (!campaign) return null;
    const cves = campaign.vulnerabilities.map(({ cve }) => cve);
    const page = await lettersOf(tx, actor.orgId, id, search);
    const ids = page.rows.map((row) => row.id);
    const [models, answers, totals, hits, asked] = await Promise.all([
      modelsOf(tx, actor.orgId, ids),
      answersOf(tx, actor.orgId, ids),
      totalsOf(tx, actor.orgId, id),
      findHits(tx, actor.orgId, cves),
      askedSuppliers(tx, actor.orgId, id),
    ]);
    return {
      id,
      title: campaign.title,
      why: campaign.why,
      vulnerabilities: campaign.vulnerabilities,
      createdAt: campaign.createdAt.toISOString(),
      totals,
      letters: {
        ...page,
        rows: page.rows.map(({ place: _, sentAt, ...row }) => ({
          ...row,
          sentAt: sentAt?.toISOString() ?? null,
          models: models.filter(({ letterId }) => letterId === row.id).map(({ letterId: __, ...one }) => one),
          answers: cves.map((cve) => ({ cve, answer: answers.get(`${row.id} vex:${cve}`) ?? '' })),
        })),
      },
      unasked: hits.filter((maker) => !asked.has(maker.id)),
      mayAsk: can(actor, 'document:draft'),
    };
  });

async function lettersOf(tx: Tx, orgId: string, campaignId: string, search: URLSearchParams) {
  const wish = pageWish(search, ['text', 'uuid']);
  const backwards = wish.direction === 'before';
  const direction = backwards ? desc : asc;
  const [moment, id] = wish.cursor ?? [];
  const valid =
    moment !== undefined && !moment.startsWith('0000') && z.iso.datetime().safeParse(moment).success ? moment : null;
  if (!valid) wish.cursor = null;
  const compare = backwards ? sql`<` : sql`>`;
  const read = await tx
    .select({
      id: letters.id,
      reference: letters.reference,
      supplierId: letters.supplierId,
      supplierName: sql<string>`left(${letters.supplierName}, 200)`,
      status: letters.status,
      sentAt: letters.sentAt,
      nextDue: letters.nextDue,
      asked: letters.questionsAsked,
      open: letters.questionsOpen,
      place: sql<string>`to_char(${letters.createdAt} at time zone 'UTC', ${MOMENT})`,
    })
    .from(letters)
    .where(
      and(
        eq(letters.orgId, orgId),
        eq(letters.campaignId, campaignId),
        isNull(letters.followsId),
        valid
          ? sql`(${letters.createdAt}, ${letters.id}) ${compare} (${valid}::text::timestamptz, ${id}::text::uuid)`
          : undefined,
      ),
    )
    .orderBy(direction(letters.createdAt), direction(letters.id))
    .limit(PAGE_ROWS + 1);
  return pageOf(read, wish, (row) => [row.place, row.id]);
}

/** Any of these ids; none at all where there are none. */
const among = (ids: readonly string[]) =>
  sql`any (array[${sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  )}]::uuid[])`;

async function modelsOf(tx: Tx, orgId: string, letterIds: readonly string[]) {
  return tx
    .select({
      letterId: letterModels.letterId,
      id: deviceModels.id,
      name: sql<string>`left(concat_ws(' ', ${deviceModels.name}, nullif(${deviceModels.modelNumber}, '')), 200)`,
      units: letterModels.units,
    })
    .from(letterModels)
    .innerJoin(deviceModels, and(eq(deviceModels.orgId, letterModels.orgId), eq(deviceModels.id, letterModels.modelId)))
    .where(and(eq(letterModels.orgId, orgId), sql`${letterModels.letterId} = ${among(letterIds)}`))
    .orderBy(asc(deviceModels.nameKey), asc(deviceModels.id));
}

type RawAnswer = {
  letter_id: string;
  key: string;
  choices: { id: string; label: string }[];
  choice: string;
  fill: string;
};

/** The latest received answer to each question on a vulnerability, in words. */
async function answersOf(tx: Tx, orgId: string, letterIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.execute<RawAnswer>(sql`
    select distinct on (q.letter_id, q.key) q.letter_id, q.key, q.choices, a.choice, a.fill
    from letter_questions q
    join replies r on r.org_id = q.org_id and r.letter_id = q.letter_id and r.status = 'received'
      and r.version_number = q.version_number
    join reply_answers a on a.org_id = r.org_id and a.reply_id = r.id and a.number = q.number
    where q.org_id = ${orgId} and q.letter_id = ${among(letterIds)} and starts_with(q.key, 'vex:') and a.choice <> ''
    order by q.letter_id, q.key, r.received_at desc, r.id desc`);
  return new Map(
    [...rows].map(({ letter_id, key, choices, choice, fill }) => {
      const label = choices.find(({ id }) => id === choice)?.label ?? choice;
      return [`${letter_id} ${key}`, [label, fill].filter(Boolean).join(' ')];
    }),
  );
}

async function totalsOf(tx: Tx, orgId: string, campaignId: string): Promise<CampaignView['totals']> {
  const [row] = await tx
    .select({
      letters: sql<number>`count(*)::int`,
      sent: sql<number>`count(${letters.sentAt})::int`,
      answered: sql<number>`count(${letters.answeredAt})::int`,
      models: sql<number>`coalesce(sum((select count(*) from letter_models m
        where m.org_id = letters.org_id and m.letter_id = letters.id)), 0)::int`,
    })
    .from(letters)
    .where(
      and(
        eq(letters.orgId, orgId),
        eq(letters.campaignId, campaignId),
        isNull(letters.followsId),
        sql`${letters.status} <> 'withdrawn'`,
      ),
    );
  return row ?? { letters: 0, sent: 0, answered: 0, models: 0 };
}

async function askedSuppliers(tx: Tx, orgId: string, campaignId: string): Promise<Set<string>> {
  const rows = await tx
    .selectDistinct({ id: letters.supplierId })
    .from(letters)
    .where(and(eq(letters.orgId, orgId), eq(letters.campaignId, campaignId), sql`${letters.status} <> 'withdrawn'`));
  return new Set(rows.map(({ id }) => id));
}
