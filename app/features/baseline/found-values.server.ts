/** What is installed on the units of a model, subject by subject: values with how many units have each. */
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import type { KnownBy } from './found-words';
import { SUBJECTS, type Subject } from './subjects';

export interface FoundValue {
  /** Null: nobody looked. */
  value: string | null;
  units: number;
  knownBy: KnownBy | null;
  /** The latest look, where there was one. */
  foundOn: string | null;
}

const UNIT_OS = sql`nullif(trim(u.os_product || ' ' || u.os_release), '')`;
const MODEL_OS = sql`nullif(trim(m.os_product || ' ' || m.os_release), '')`;

const ownValue = ({ unitField }: Subject): SQL =>
  ({
    os: UNIT_OS,
    version: sql`nullif(u.installed_version, '')`,
    zone: sql`nullif(u.network_zone, '')`,
    none: sql`null::text`,
  })[unitField ?? 'none'];
const modelValue = ({ unitField }: Subject): SQL =>
  ({
    os: MODEL_OS,
    version: sql`nullif(m.software_version, '')`,
    zone: sql`null::text`,
    none: sql`null::text`,
  })[unitField ?? 'none'];

/** The units in use of a model with what is known of one subject: columns id, serial, value, known_by, found_on. */
export const unitsWithValue = (orgId: string, modelId: string, subject: Subject): SQL => sql`
  select u.id, u.serial, u.serial_key, u.site, u.location,
    coalesce(s.found, ${ownValue(subject)}, w.found, ${modelValue(subject)}) as value,
    case when s.found is not null then 'looked_at_unit' when ${ownValue(subject)} is not null then 'unit_record'
      when w.found is not null then 'looked_at_some' when ${modelValue(subject)} is not null then 'model_record'
    end as known_by,
    case when s.found is not null then s.found_on
      when ${ownValue(subject)} is null and w.found is not null then w.found_on end as found_on
  from units u
  join device_models m on m.org_id = u.org_id and m.id = u.model_id
  left join installed_states s on s.org_id = u.org_id and s.model_id = u.model_id and s.subject = ${subject.id}
    and s.unit_id = u.id and s.superseded_at is null
  left join installed_states w on w.org_id = u.org_id and w.model_id = u.model_id and w.subject = ${subject.id}
    and w.unit_id is null and w.superseded_at is null
  where u.org_id = ${orgId} and u.model_id = ${modelId} and u.retired_at is null`;

type Raw = { subject: string; value: string | null; known_by: KnownBy | null; found_on: string | null; units: number };

/** The values of every subject, in one query; the most frequent first. A subject nobody looked at has one value: null. */
export async function foundValues(tx: Tx, orgId: string, modelId: string): Promise<Map<string, FoundValue[]>> {
  const each = SUBJECTS.map(
    (subject) => sql`(select ${subject.id} as subject, value, known_by, max(found_on)::text as found_on,
        count(*)::integer as units
      from (${unitsWithValue(orgId, modelId, subject)}) as one group by value, known_by
      order by count(*) desc, value limit 200)`,
  );
  const rows = await tx.execute<Raw>(sql.join(each, sql` union all `));
  const found = new Map<string, FoundValue[]>(SUBJECTS.map(({ id }) => [id, []]));
  for (const row of rows) {
    found.get(row.subject)?.push({
      ...{ value: row.value, units: row.units, knownBy: row.known_by, foundOn: row.found_on },
    });
  }
  return found;
}
