/** Signatures of a person that fell and that nobody has given anew, the newest first. One query. */
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import type { SnapshotDifference } from '../../../db/schema/index.server';
import { SLOT_LABELS, type SlotId } from './slots';
import { differenceInWords } from './snapshot';

export interface FallenSignature {
  id: string;
  changeId: string;
  reference: string;
  title: string;
  /** The place in words. */
  place: string;
  /** ISO. */
  fellAt: string;
  /** What changed, in words. */
  because: string[];
  /** Places of the same change whose signatures fell and are not given anew, this one too. */
  again: string[];
}

type Raw = {
  id: string;
  change_id: string;
  reference: string;
  title: string;
  slot: SlotId;
  voided_at: string;
  because: SnapshotDifference[];
  again: SlotId[];
};

/** The longest list on a page. */
export const MOST_FALLEN = 50;

/** No live signature in the same place: of this change, in a round that still stands. */
const notGivenAnew = (alias: 's' | 'o') => sql`not exists (
  select from signatures n where n.org_id = ${sql.raw(alias)}.org_id and n.change_id = ${sql.raw(alias)}.change_id
    and n.slot = ${sql.raw(alias)}.slot and n.voided_at is null and n.signed_at > ${sql.raw(alias)}.signed_at)`;

/** Of changes that go on: what is rejected, withdrawn or closed asks nobody again. */
export async function fallenSignaturesOf(tx: Tx, actor: { orgId: string; userId: string }): Promise<FallenSignature[]> {
  const rows = await tx.execute<Raw>(sql`
    with mine as (
      select distinct on (s.change_id, s.slot) s.id, s.org_id, s.change_id, s.slot, s.voided_at, s.voided_because
      from signatures s
      where s.org_id = ${actor.orgId} and s.signer_id = ${actor.userId} and s.voided_at is not null
        and s.slot <> 'witness' and ${notGivenAnew('s')}
      order by s.change_id, s.slot, s.signed_at desc
    )
    select mine.id, mine.change_id, c.reference, left(c.title, 200) as title, mine.slot, mine.voided_at,
      (select coalesce(jsonb_agg(one), '[]') from (
        select one from jsonb_array_elements(mine.voided_because) one limit 3) few) as because,
      array(select distinct o.slot from signatures o
        where o.org_id = mine.org_id and o.change_id = mine.change_id and o.voided_at is not null
          and o.slot <> 'witness' and ${notGivenAnew('o')}) as again
    from mine
    join changes c on c.org_id = mine.org_id and c.id = mine.change_id
    where c.status in ('submitted', 'assessing', 'awaiting_supplier', 'options_ready', 'in_sign_off', 'approved',
      'in_implementation', 'verifying', 'on_hold')
    order by mine.voided_at desc, mine.id limit ${MOST_FALLEN}`);
  return rows.map((row) => ({
    ...{ id: row.id, changeId: row.change_id, reference: row.reference, title: row.title },
    ...{ place: SLOT_LABELS[row.slot], fellAt: new Date(row.voided_at).toISOString() },
    because: row.because.map(differenceInWords),
    again: row.again.map((slot) => SLOT_LABELS[slot]),
  }));
}
