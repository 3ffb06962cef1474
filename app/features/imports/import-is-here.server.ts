/** Whether an import is one of this organisation. */
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { readImportRow } from './import-row.server';

/** True, or null when the organisation has none of that id. */
export const importIsHere = async (actor: Actor, id: string): Promise<true | null> =>
  (await inOrganisation(actor, (tx) => readImportRow(tx, actor.orgId, id))) ? true : null;
