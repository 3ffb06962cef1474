/** What the page shows that asks for the meaning of columns: headings, samples, what is proposed, profiles kept. */
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { readImportRow } from './import-row.server';
import { type ColumnMapping, isDateField, settleDates } from './mapping/column-mapping';
import { dateCells, profilesFor, sampleRows } from './mapping/profiles.server';
import { headingsOf } from './save-mapping.server';

export interface ColumnView {
  column: number;
  heading: string;
  /** First three filled cells. */
  samples: string[];
  field: string;
  /** How its dates are written, where it holds dates: said, settled by themselves, or to be asked. */
  dates: 'day_first' | 'month_first' | 'ask' | '';
}

export interface MappingPage {
  id: string;
  fileName: string;
  columns: ColumnView[];
  profiles: { id: string; name: string }[];
  /** Profile whose mapping is shown; empty: as it is kept with the import. */
  profile: string;
  editable: boolean;
}

const SHOWN = 3;

/** Null when the organisation has no such import, or it is no table. `search`: profile. */
export const getMapping = (actor: Actor, id: string, search: URLSearchParams): Promise<MappingPage | null> =>
  inOrganisation(actor, async (tx) => {
    const row = await readImportRow(tx, actor.orgId, id);
    if (row?.kind !== 'table' || !row.readAt) return null;
    const headings = headingsOf(row);
    const profiles = await profilesFor(tx, actor.orgId, headings);
    const chosen = profiles.find((one) => one.id === search.get('profile'));
    const start: ColumnMapping = chosen?.mapping ?? row.mapping ?? {};
    const { mapping, open } = settleDates(start, await dateCells(tx, actor.orgId, id, start));
    const samples = await sampleRows(tx, actor.orgId, id);
    return {
      id,
      fileName: row.fileName,
      columns: headings.map((heading, column) => {
        const field = mapping[String(column)] ?? '';
        const filled = samples.flatMap((cells) => (cells[column]?.trim() ? [cells[column].trim().slice(0, 80)] : []));
        const order = mapping[`${column}.dates`] as ColumnView['dates'] | undefined;
        return {
          ...{ column, heading, field, samples: [...new Set(filled)].slice(0, SHOWN) },
          dates: open.includes(column) ? 'ask' : isDateField(field) ? (order ?? '') : '',
        };
      }),
      profiles: profiles.map(({ id: profileId, name }) => ({ id: profileId, name })),
      profile: chosen?.id ?? '',
      editable: row.status === 'mapping' || row.status === 'ready' || row.status === 'undone',
    };
  });
