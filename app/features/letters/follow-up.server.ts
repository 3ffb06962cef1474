/** Drafting a letter that follows another one, from the page of that one. */
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { can } from '../../guard/permissions';
import { type Acted, refuse } from './acted';
import { draftFollowUp } from './draft-follow-up.server';
import { lockLetter } from './letter-row.server';

export type FollowUpKind = 'reminder' | 'escalation' | 'notice-of-intent' | 'answer-acceptance';

/** Leads to the draft. Null when the letter does not exist in the actor's organisation. */
export const followUp = (
  actor: Actor,
  letterId: string,
  kind: FollowUpKind,
): Promise<{ ok: true; redirect: string } | (Acted & { ok: false }) | null> =>
  inOrganisation(actor, async (tx) => {
    if (!(await lockLetter(tx, actor.orgId, letterId))) return null;
    if (!can(actor, 'document:draft')) return refuse('Your role does not draft letters.');
    const drafted = await draftFollowUp(tx, auditActor(actor), kind, letterId);
    return drafted.ok ? { ok: true, redirect: `/letters/${drafted.id}` } : refuse(drafted.message);
  });
