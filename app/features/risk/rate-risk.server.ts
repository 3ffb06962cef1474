/** Rating one axis. A later rating supersedes; of two people at once, the second is told and loses nothing. */
import { and, eq, isNull } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { riskRatings } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Json } from '../../audit/events';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { changeObject, lockChange } from '../changes/change-row.server';
import { acceptsAnswers, STATUS_LABELS } from '../changes/change-status';
import { type Conflict, refused, type SaveResult, saved } from '../save-result';
import { reviewSignatures } from '../sign-off/review-signatures.server';
import { presentMoment } from '../today';
import { AXIS_LABELS, MOMENT_LABELS, MOMENTS, type RiskMoment } from './axes';
import { ratingInWords } from './matrix';
import { type RateInput, ratingGiven } from './rate-form';
import { currentRatings, type RatingRow } from './risk-rows.server';

type Given = NonNullable<ReturnType<typeof ratingGiven>>;

interface Wish {
  moment: RiskMoment;
  given: Given;
  /** The rating it would supersede. */
  standing: RatingRow | null;
}

/** Records the ratings of one axis; null when the change is not there. */
export const rateRisk = (actor: Actor, changeId: string, input: RateInput): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const change = await lockChange(tx, actor.orgId, changeId);
    if (!change) return null;
    if (!acceptsAnswers(change.status)) {
      return refused('', `This change is ${STATUS_LABELS[change.status]}: its risks are no longer rated.`);
    }
    const rows = await currentRatings(tx, actor.orgId, changeId);
    const wishes = MOMENTS.flatMap((moment): Wish[] => {
      const given = ratingGiven(input, moment);
      if (!given) return [];
      const standing = rows.find((row) => row.axis === input.axis && row.moment === moment) ?? null;
      return [{ moment, given, standing }];
    }).filter(({ given, standing }) => standing === null || !saysSame(standing, given));
    const overtaken = wishes.filter(({ given, standing }) => standing !== null && standing.id !== given.seen);
    if (overtaken.length > 0) return { ok: false, errors: {}, conflict: conflictOf(overtaken) };
    if (wishes.length === 0) return saved(changeId);
    for (const wish of wishes) await supersede(tx, actor, changeId, input.axis, wish);
    const fallen = await reviewSignatures(tx, actor, changeId);
    await record(
      tx,
      auditActor(actor),
      {
        action: 'risk.rated',
        object: changeObject(change),
        detail: { axis: input.axis, label: AXIS_LABELS[input.axis], ratings: wishes.map(inTrail) },
      },
      ...fallen,
    );
    return saved(changeId);
  });

const saysSame = (row: RatingRow, given: Given): boolean =>
  row.consequence === given.consequence && row.likelihood === given.likelihood && row.because === given.because;

async function supersede(tx: Tx, actor: Actor, changeId: string, axis: RateInput['axis'], wish: Wish): Promise<void> {
  const now = presentMoment();
  if (wish.standing) {
    await tx
      .update(riskRatings)
      .set({ supersededAt: now })
      .where(
        and(eq(riskRatings.orgId, actor.orgId), eq(riskRatings.id, wish.standing.id), isNull(riskRatings.supersededAt)),
      );
  }
  const { consequence, likelihood, because } = wish.given;
  await tx.insert(riskRatings).values({
    orgId: actor.orgId,
    changeId,
    axis,
    moment: wish.moment,
    consequence,
    likelihood,
    because,
    ratedBy: actor.userId,
    ratedByName: actor.name,
    ratedAt: now,
  });
}

const inTrail = ({ moment, given, standing }: Wish): Json => ({
  moment,
  was: standing ? ratingInWords(standing) : null,
  is: ratingInWords(given),
  because: given.because,
});

/** Both ratings in words; sent again with the new `seen`, the typed one stands and both stay on record. */
function conflictOf(overtaken: readonly Wish[]): Conflict {
  const standing = overtaken.flatMap((one) => (one.standing ? [one.standing] : []));
  const latest = standing.reduce((one, other) => (one.ratedAt > other.ratedAt ? one : other));
  return {
    version: 0,
    savedBy: latest.ratedByName,
    savedAt: latest.ratedAt.toISOString(),
    differences: overtaken.map(({ moment, given, standing: row }) => ({
      label: MOMENT_LABELS[moment],
      theirs: row ? `${ratingInWords(row)}: ${row.because}` : 'not rated',
      typed: `${ratingInWords(given)}: ${given.because}`,
    })),
  };
}
