/** One subject of a baseline: its lines, its values, and the units behind them. */
import { sql } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import type { ModelHeader } from '../devices/model-header.server';
import { PAGE_ROWS, type Page, pageOf, pageWish } from '../keyset';
import { keysetCondition, keysetOrder, type Sorting } from '../keyset-sql.server';
import type { LineState } from './compare-installed';
import { unitsWithValue } from './found-values.server';
import type { KnownBy } from './found-words';
import { readBaseline, type SubjectView } from './get-baseline.server';
import { subjectOf } from './subjects';

export interface SubjectUnit {
  id: string;
  serial: string;
  place: string;
  value: string | null;
  knownBy: KnownBy | null;
  foundOn: string | null;
  state: LineState;
}

export interface SubjectPage {
  model: ModelHeader;
  subject: SubjectView;
  units: Page<SubjectUnit>;
  /** Only units that differ are listed. */
  onlyDiffering: boolean;
  mayEdit: boolean;
}

const BY_SERIAL: Sorting = { by: [sql`serial_key`, sql`id`], parts: ['text', 'uuid'] };

type Raw = {
  id: string;
  serial: string;
  serial_key: string;
  site: string;
  location: string;
  value: string | null;
  known_by: KnownBy | null;
  found_on: string | null;
};

/** Null when the organisation has no such model, or there is no such subject. */
export const getSubject = (
  actor: Actor,
  modelId: string,
  subjectId: string,
  search: URLSearchParams,
): Promise<SubjectPage | null> =>
  inOrganisation(actor, async (tx) => {
    const subject = subjectOf(subjectId);
    const baseline = subject && (await readBaseline(tx, actor.orgId, modelId));
    const view = baseline?.subjects.find(({ id }) => id === subjectId);
    if (!subject || !baseline || !view) return null;
    const onlyDiffering = search.get('shown') === 'differs';
    const differing = view.values.flatMap(({ value, state }) => (state === 'differs' && value !== null ? [value] : []));
    const narrowed = !onlyDiffering ? sql`true` : differing.length > 0 ? sql`value in ${differing}` : sql`false`;
    const wish = pageWish(search, BY_SERIAL.parts);
    const rows = await tx.execute<Raw>(sql`
      select id, left(serial, 120) as serial, serial_key, left(site, 120) as site, left(location, 120) as location,
        left(value, 300) as value, known_by, found_on::text as found_on
      from (${unitsWithValue(actor.orgId, modelId, subject)}) as one
      where ${narrowed} and ${keysetCondition(BY_SERIAL, wish, false)}
      order by ${keysetOrder(BY_SERIAL, wish, false)} limit ${PAGE_ROWS + 1}`);
    const stateOf = new Map(
      view.values.map(({ value, state }) => [value === null ? null : value.slice(0, 300), state]),
    );
    const page = pageOf([...rows], wish, (row) => [row.serial_key, row.id]);
    return {
      model: baseline.model,
      subject: view,
      onlyDiffering,
      mayEdit: can(actor, 'device:write') && !baseline.model.retiredAt,
      units: {
        ...page,
        rows: page.rows.map((row) => ({
          ...{ id: row.id, serial: row.serial, place: [row.site, row.location].filter(Boolean).join(', ') },
          ...{ value: row.value, knownBy: row.known_by, foundOn: row.found_on },
          state: stateOf.get(row.value) ?? 'unclear',
        })),
      },
    };
  });
