import { ImportParams } from '~/features/imports/import-form';
import { refusedRows } from '~/features/imports/refused-rows.server';
import { notFoundUnless, protectedLoader } from '~/guard/guard.server';

export const loader = protectedLoader('device:export', ImportParams, async ({ actor, params }) =>
  notFoundUnless(await refusedRows(actor, params.importId)),
);
