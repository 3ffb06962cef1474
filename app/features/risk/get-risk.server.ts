/** The risks of a change: four axes, the hazard log, what was accepted, what may have to be reported. */
import { and, desc, eq } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { reportabilityTriages, riskAcceptances, riskRatings } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { readChange } from '../changes/change-row.server';
import { acceptsAnswers, STATUS_LABELS } from '../changes/change-status';
import { today } from '../today';
import { sha256 } from './acceptance-binds.server';
import { acceptanceState } from './acceptance-state';
import { ratingsToAccept } from './accepted-ratings';
import { AXES, AXIS_LABELS, type RiskAxis, type RiskMoment } from './axes';
import type { Level } from './matrix';
import { permitsOf } from './permits.server';
import { type HazardRow, hazardRows, type RatingRow } from './risk-rows.server';
import type { AcceptanceView, AxisView, HazardView, RatingView, RiskPage, TriageView } from './risk-view';

/** Most rows of one sort that the page lists; the record holds all. */
const MOST = 200;

/** Null when the change does not exist in the actor's organisation. */
export const getRisk = (actor: Actor, changeId: string): Promise<RiskPage | null> =>
  inOrganisation(actor, async (tx) => {
    const { orgId } = actor;
    const change = await readChange(tx, orgId, changeId);
    if (!change) return null;
    const day = today();
    const ratings = await ratingRows(tx, orgId, changeId);
    const standing = ratings.filter(({ supersededAt }) => supersededAt === null);
    const { id, reference, title, status } = change;
    const open = acceptsAnswers(status);
    return {
      change: { id, reference, title, statusLabel: STATUS_LABELS[status] },
      today: day,
      axes: AXES.map((axis) => axisView(axis, ratings)),
      hazards: (await hazardRows(tx, orgId, changeId)).map(hazardView),
      acceptances: await acceptancesOf(tx, orgId, changeId, day),
      triages: await triagesOf(tx, actor, changeId),
      permits: await permitsOf(tx, orgId, changeId),
      may: {
        rate: can(actor, 'risk:write') && open,
        triage: can(actor, 'risk:write'),
        accept: can(actor, 'risk:accept'),
        acceptBlocked: blocked(change.proposerId === actor.userId, standing),
        end: can(actor, 'risk:accept'),
        permit: can(actor, 'document:draft') && status !== 'draft',
      },
    };
  });

function blocked(proposed: boolean, standing: readonly RatingRow[]): string | null {
  if (proposed) return 'You proposed this change: somebody else accepts what is left of its risks.';
  const rated = ratingsToAccept(standing);
  if (rated.ok) return null;
  return `Not rated after the change: ${rated.missing.map((axis) => AXIS_LABELS[axis].toLowerCase()).join(', ')}.`;
}

const ratingRows = (tx: Tx, orgId: string, changeId: string): Promise<RatingRow[]> =>
  tx
    .select()
    .from(riskRatings)
    .where(and(eq(riskRatings.orgId, orgId), eq(riskRatings.changeId, changeId)))
    .orderBy(desc(riskRatings.ratedAt), desc(riskRatings.id))
    .limit(MOST);

const ratingView = (row: RatingRow): RatingView => ({
  id: row.id,
  consequence: row.consequence as Level,
  likelihood: row.likelihood as Level,
  because: row.because,
  by: row.ratedByName,
  at: row.ratedAt.toISOString(),
});

function axisView(axis: RiskAxis, rows: readonly RatingRow[]): AxisView {
  const own = rows.filter((row) => row.axis === axis);
  const now = (moment: RiskMoment) => {
    const row = own.find((one) => one.moment === moment && one.supersededAt === null);
    return row ? ratingView(row) : null;
  };
  return {
    axis,
    ratings: { before: now('before'), after: now('after') },
    earlier: own
      .filter(({ supersededAt }) => supersededAt !== null)
      .map((row) => ({ ...ratingView(row), moment: row.moment })),
  };
}

const pair = (consequence: number | null, likelihood: number | null) =>
  consequence === null || likelihood === null
    ? null
    : { consequence: consequence as Level, likelihood: likelihood as Level };

const hazardView = (row: HazardRow): HazardView => ({
  id: row.id,
  number: row.number,
  title: row.title,
  cause: row.cause,
  effect: row.effect,
  existingControls: row.existingControls,
  furtherControls: row.furtherControls,
  before: pair(row.beforeConsequence, row.beforeLikelihood),
  after: pair(row.afterConsequence, row.afterLikelihood),
  status: row.status,
  ownerName: row.ownerName,
  version: row.version,
});

async function acceptancesOf(tx: Tx, orgId: string, changeId: string, day: string): Promise<AcceptanceView[]> {
  const rows = await tx
    .select()
    .from(riskAcceptances)
    .where(and(eq(riskAcceptances.orgId, orgId), eq(riskAcceptances.changeId, changeId)))
    .orderBy(desc(riskAcceptances.number))
    .limit(MOST);
  const numbers = new Map(rows.map(({ id, number }) => [id, number]));
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    what: row.what,
    because: row.because,
    ratings: row.ratings,
    by: row.acceptedByName,
    at: row.acceptedAt.toISOString(),
    method: row.method,
    payloadSha256: row.payloadSha256,
    whole: sha256(row.payload) === row.payloadSha256,
    reviewOn: row.reviewOn,
    expiresOn: row.expiresOn,
    state: acceptanceState({ ...row, ended: row.endedAt !== null }, day),
    renews: row.renews === null ? null : (numbers.get(row.renews) ?? null),
    ended: row.endedAt ? { at: row.endedAt.toISOString(), reason: row.endedReason, by: row.endedByName } : null,
  }));
}

async function triagesOf(tx: Tx, actor: Actor, changeId: string): Promise<TriageView[]> {
  const rows = await tx
    .select()
    .from(reportabilityTriages)
    .where(and(eq(reportabilityTriages.orgId, actor.orgId), eq(reportabilityTriages.changeId, changeId)))
    .orderBy(desc(reportabilityTriages.number))
    .limit(MOST);
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    awareOn: row.awareOn,
    answers: row.answers,
    clocks: row.clocks,
    note: row.note,
    deciderName: row.deciderName,
    mine: row.deciderId === actor.userId,
    by: row.createdByName,
    at: row.createdAt.toISOString(),
    decision:
      row.decision && row.decidedAt
        ? {
            is: row.decision,
            reason: row.decisionReason,
            at: row.decidedAt.toISOString(),
            reference: row.reportReference,
          }
        : null,
  }));
}
