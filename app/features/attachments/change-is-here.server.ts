import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { readChange } from '../changes/change-row.server';

/** True when the actor's organisation has this change, otherwise null. */
export const changeIsHere = (actor: Actor, changeId: string): Promise<true | null> =>
  inOrganisation(actor, async (tx) => ((await readChange(tx, actor.orgId, changeId)) ? true : null));
