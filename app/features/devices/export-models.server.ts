/** Models with their certifications as comma-separated values: one record a certification, so that nothing is merged. */
import { inOrganisation } from '../../../db/client.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { basisLabel, marketLabel } from '../certifications/bases';
import { csvDownload } from '../csv';
import { decodeCursor } from '../keyset';
import { LONGEST_TEXT } from '../text-input';
import { today } from '../today';
import { readModels } from './list-models.server';
import { readModelsFilter } from './models-filter';
import { MODEL_SORTINGS } from './models-query.server';

const HEADING = [
  'Model',
  'Model number',
  'Kind',
  'Maker',
  'Software version',
  'Operating system',
  'Support of the operating system',
  'Last day of support',
  'Units in use',
  'Market',
  'Basis',
  'Class',
  'Certificate',
  'Ends',
];

const BATCH = 200;

/** Records the export, then streams it batch by batch, each in a transaction of its own. */
export async function exportModels(actor: Actor, search: URLSearchParams): Promise<Response> {
  const filter = readModelsFilter(search);
  await inOrganisation(actor, (tx) =>
    record(tx, auditActor(actor), {
      action: 'register.exported',
      object: { type: 'list', id: null, ref: 'models' },
      detail: { filter: { ...filter } },
    }),
  );
  const { parts } = MODEL_SORTINGS[filter.sort];
  let cursor: string[] | null = null;
  let more = true;
  return csvDownload(`device-models-${today()}.csv`, HEADING, async () => {
    if (!more) return null;
    const wish = { cursor, direction: 'after' } as const;
    const page = await inOrganisation(actor, (tx) => readModels(tx, actor.orgId, filter, wish, BATCH, LONGEST_TEXT));
    cursor = decodeCursor(page.after, parts);
    more = cursor !== null;
    return page.rows.flatMap((row) => {
      const model = [
        row.name,
        row.number,
        row.kind,
        row.maker.name,
        row.version,
        row.os,
        row.support.state,
        row.support.lastDay,
        row.unitsInUse,
      ];
      if (row.certifications.length === 0) return [[...model, '', '', '', '', '']];
      return row.certifications.map((cert) => [
        ...model,
        marketLabel(cert.market),
        basisLabel(cert.basis),
        cert.class,
        cert.number,
        cert.doesNotExpire ? 'no end date' : (cert.expiresOn ?? 'not known'),
      ]);
    });
  });
}
