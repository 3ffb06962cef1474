/** What waits for a person among the changes, oldest first: for the page of one's own work. Each a single query. */
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import type { Tier, Who } from '../../regulation/chart';

/** Rows of one list on that page; the rest is a link away. */
export const SHOWN = 8;

export interface WorkRow {
  id: string;
  reference: string;
  title: string;
  modelName: string;
  status: string;
  /** Since when it waits. */
  since: Date;
  /** How many there are in all. */
  total: number;
}

export interface WaitingRow extends WorkRow {
  tier: { from: Tier; to: Tier };
  /** How many open questions are for these people, and the one that decides most. */
  questions: number;
  first: string;
}

export interface UnjudgedRow extends WorkRow {
  kinds: string[];
  /** Clinical-safety prompts somebody has judged. */
  judged: number;
}

type Raw = {
  id: string;
  reference: string;
  title: string;
  model_name: string;
  status: string;
  since: string;
  total: number;
};

const asRow = (raw: Raw): WorkRow => ({
  ...{ id: raw.id, reference: raw.reference, title: raw.title, modelName: raw.model_name },
  ...{ status: raw.status, since: new Date(raw.since), total: raw.total },
});

const COLUMNS = sql`c.id, c.reference, left(c.title, 200) as title, left(m.name, 120) as model_name, c.status`;
const MODEL = sql`join device_models m on m.org_id = c.org_id and m.id = c.model_id`;
/** Under assessment, and not yet decided: what people can still answer. */
const OPEN = sql`c.status in ('submitted', 'assessing', 'awaiting_supplier', 'options_ready')`;

/** Proposals the actor has begun or got back. */
export async function draftsOf(tx: Tx, actor: Actor): Promise<WorkRow[]> {
  const rows = await tx.execute<Raw>(sql`
    select ${COLUMNS}, c.updated_at as since, count(*) over ()::int as total
    from changes c ${MODEL}
    where c.org_id = ${actor.orgId} and c.proposer_id = ${actor.userId} and c.status in ('draft', 'returned')
    order by c.updated_at, c.id limit ${SHOWN}`);
  return rows.map(asRow);
}

/** Changes whose latest assessment still asks one of these, in the order in which the changes were begun. */
export async function waitingFor(tx: Tx, actor: Actor, whom: readonly Who[]): Promise<WaitingRow[]> {
  if (whom.length === 0) return [];
  const list = sql.join(
    whom.map((who) => sql`${who}`),
    sql`, `,
  );
  const rows = await tx.execute<Raw & { tier: Tier; worst_tier: Tier; questions: number; first: string | null }>(sql`
    with waiting as (
      select c.org_id, c.id, latest.id as assessment_id, latest.tier, latest.worst_tier, count(*) over ()::int as total,
        (select count(*)::int from jsonb_array_elements_text(latest.asked_of) a(who) where a.who in (${list})) as questions
      from changes c
      cross join lateral (
        select a.id, a.tier, a.worst_tier, a.asked_of from assessments a
        where a.org_id = c.org_id and a.change_id = c.id order by a.number desc limit 1
      ) latest
      where c.org_id = ${actor.orgId} and ${OPEN} and latest.asked_of ?| array[${list}]
      order by c.created_at, c.id limit ${SHOWN}
    )
    select ${COLUMNS}, w.total, w.tier, w.worst_tier, w.questions,
      (select a.assessed_at from assessments a where a.org_id = c.org_id and a.change_id = c.id
        order by a.number limit 1) as since,
      (select left(ask.one ->> 'text', 300) from jsonb_array_elements(chosen.result -> 'ask') with ordinality
        ask(one, place) where ask.one ->> 'to' in (${list}) order by ask.place limit 1) as first
    from waiting w
    join changes c on c.org_id = w.org_id and c.id = w.id ${MODEL}
    join assessments chosen on chosen.org_id = w.org_id and chosen.id = w.assessment_id
    order by c.created_at, c.id`);
  return rows.map((raw) => ({
    ...asRow(raw),
    tier: { from: raw.tier, to: raw.worst_tier },
    questions: raw.questions,
    first: raw.first ?? '',
  }));
}

/** Open changes with what has been judged of their clinical safety, oldest first; which prompts apply, safety knows. */
export async function safetyJudgements(tx: Tx, actor: Actor, most: number): Promise<UnjudgedRow[]> {
  const rows = await tx.execute<Raw & { kinds: string[]; judged: number }>(sql`
    select ${COLUMNS}, c.kinds, 0 as total,
      (select min(a.assessed_at) from assessments a where a.org_id = c.org_id and a.change_id = c.id) as since,
      (select count(*)::int from change_statements s where s.org_id = c.org_id and s.change_id = c.id
        and s.type = 'safety' and s.superseded_at is null and s.value ->> 'verdict' <> 'unknown') as judged
    from changes c ${MODEL}
    where c.org_id = ${actor.orgId} and ${OPEN}
    order by c.created_at, c.id limit ${most}`);
  return rows.map((raw) => ({ ...asRow(raw), kinds: raw.kinds, judged: raw.judged }));
}

/** Changes assessed last, the newest first: what has moved since one last looked. */
export async function recentlyAssessed(tx: Tx, actor: Actor): Promise<Omit<WaitingRow, 'questions' | 'first'>[]> {
  const rows = await tx.execute<Raw & { tier: Tier; worst_tier: Tier }>(sql`
    with recent as (
      select distinct on (a.change_id) a.change_id, a.assessed_at, a.tier, a.worst_tier
      from (select * from assessments a where a.org_id = ${actor.orgId} order by a.id desc limit 200) a
      order by a.change_id, a.number desc
    )
    select ${COLUMNS}, r.assessed_at as since, 0 as total, r.tier, r.worst_tier
    from recent r
    join changes c on c.org_id = ${actor.orgId} and c.id = r.change_id ${MODEL}
    where c.status <> 'withdrawn'
    order by r.assessed_at desc, c.id limit ${SHOWN}`);
  return rows.map((raw) => ({ ...asRow(raw), tier: { from: raw.tier, to: raw.worst_tier } }));
}
