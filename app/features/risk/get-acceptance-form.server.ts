/** What somebody sees who is about to accept residual risk: the ratings it will cover, and what stands in the way. */
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { type ChangeBrief, changeBrief } from '../changes/change-brief.server';
import { readChange } from '../changes/change-row.server';
import type { SigningWays } from '../people/signing-ways';
import { signingWays } from '../people/signing-ways.server';
import { penOf } from '../training/pen.server';
import { readAcceptance } from './accept-risk.server';
import { acceptanceBinds } from './acceptance-binds.server';
import { ratingsToAccept } from './accepted-ratings';
import { AXES, AXIS_LABELS, type RiskAxis } from './axes';
import { currentRatings } from './risk-rows.server';

export interface AcceptancePage {
  change: ChangeBrief;
  ratings: { axis: RiskAxis; rating: { consequence: number; likelihood: number; because: string } | null }[];
  /** Digest of the ratings shown; empty while they cannot be accepted. */
  seen: string;
  /** Why it cannot be signed now; `mend` leads to where it is put right. */
  blocked: { message: string; mend: string | null } | null;
  renews: { id: string; number: number; what: string; because: string } | null;
  ways: SigningWays;
}

/** Null when the change, or the acceptance to be renewed, does not exist in the actor's organisation. */
export async function getAcceptanceForm(
  actor: Actor,
  changeId: string,
  renews: string | null,
): Promise<AcceptancePage | null> {
  const page = await inOrganisation(actor, async (tx): Promise<Omit<AcceptancePage, 'ways'> | null> => {
    const [change, row] = [await changeBrief(tx, actor.orgId, changeId), await readChange(tx, actor.orgId, changeId)];
    if (!change || !row) return null;
    const renewed = renews === null ? null : await readAcceptance(tx, actor.orgId, changeId, renews);
    if (renews !== null && !renewed) return null;
    const rows = await currentRatings(tx, actor.orgId, changeId);
    const rated = ratingsToAccept(rows);
    const pen = await penOf(tx, actor);
    const own = 'You proposed this change: somebody else accepts what is left of its risks.';
    const missing = rated.ok ? [] : rated.missing.map((axis) => AXIS_LABELS[axis].toLowerCase());
    const blocked =
      row.proposerId === actor.userId
        ? { message: own, mend: null }
        : missing.length > 0
          ? { message: `Not rated after the change: ${missing.join(', ')}.`, mend: `/changes/${changeId}/risk` }
          : pen.ok
            ? null
            : { message: pen.message, mend: pen.mend };
    return {
      change,
      ratings: AXES.map((axis) => {
        const found = rows.find((one) => one.axis === axis && one.moment === 'after');
        const { consequence, likelihood, because } = found ?? {};
        return {
          axis,
          rating:
            consequence === undefined || likelihood === undefined || because === undefined
              ? null
              : { consequence, likelihood, because },
        };
      }),
      seen: rated.ok ? acceptanceBinds(actor.orgId, changeId, rated.ids) : '',
      blocked,
      renews: renewed && { id: renewed.id, number: renewed.number, what: renewed.what, because: renewed.because },
    };
  });
  return page && { ...page, ways: await signingWays(actor, page.seen) };
}
