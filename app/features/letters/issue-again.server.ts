/** Asking once more for the file of an approved letter, when the first request came to nothing. */
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { enqueue } from '../jobs/enqueue.server';
import { type Acted, DONE, refuse } from './acted';
import { lockLetter } from './letter-row.server';

/** Harmless when the first job is only slow: issuing happens once. Null when there is no such letter here. */
export const issueAgain = (actor: Actor, letterId: string): Promise<Acted | null> =>
  inOrganisation(actor, async (tx) => {
    const letter = await lockLetter(tx, actor.orgId, letterId);
    if (!letter) return null;
    if (!can(actor, 'letter:approve')) return refuse('Regulatory affairs issues letters; your role does not.');
    if (letter.status !== 'approved') return refuse('Only an approved letter waits for its file.');
    await enqueue(tx, 'letter.issue', {
      orgId: letter.orgId,
      letterId: letter.id,
      number: letter.currentNumber,
      thenSend: false,
    });
    return DONE;
  });
