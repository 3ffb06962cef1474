/** What a signature on a change covers of its risks: the ratings in force and the hazard log, as plain JSON. */
import type { Tx } from '../../../db/client.server';
import { AXES, MOMENTS, type RiskAxis, type RiskMoment } from './axes';
import { currentRatings, type HazardRow, hazardRows, type RatingRow } from './risk-rows.server';

export interface SnapshotRating {
  axis: RiskAxis;
  moment: RiskMoment;
  /** Null: not rated, which a signer should see as much as a rating. */
  rating: { consequence: number; likelihood: number; because: string; by: string; at: string } | null;
}

export interface SnapshotHazard {
  number: number;
  version: number;
  title: string;
  cause: string;
  effect: string;
  existing_controls: string;
  before: { consequence: number; likelihood: number } | null;
  further_controls: string;
  after: { consequence: number; likelihood: number } | null;
  status: string;
  owner: string;
}

export interface SnapshotRisk {
  ratings: SnapshotRating[];
  hazards: SnapshotHazard[];
}

/** Axes and moments in their fixed order, hazards by number: the same rows give the same JSON. */
export async function riskForSnapshot(tx: Tx, orgId: string, changeId: string): Promise<SnapshotRisk> {
  const rows = await currentRatings(tx, orgId, changeId);
  const hazards = await hazardRows(tx, orgId, changeId);
  return {
    ratings: AXES.flatMap((axis) => MOMENTS.map((moment) => ({ axis, moment, rating: ratingOf(rows, axis, moment) }))),
    hazards: hazards.map(hazardOf),
  };
}

function ratingOf(rows: readonly RatingRow[], axis: RiskAxis, moment: RiskMoment): SnapshotRating['rating'] {
  const row = rows.find((one) => one.axis === axis && one.moment === moment);
  if (!row) return null;
  const { consequence, likelihood, because, ratedByName, ratedAt } = row;
  return { consequence, likelihood, because, by: ratedByName, at: ratedAt.toISOString() };
}

const pair = (consequence: number | null, likelihood: number | null) =>
  consequence === null || likelihood === null ? null : { consequence, likelihood };

const hazardOf = (row: HazardRow): SnapshotHazard => ({
  number: row.number,
  version: row.version,
  title: row.title,
  cause: row.cause,
  effect: row.effect,
  existing_controls: row.existingControls,
  before: pair(row.beforeConsequence, row.beforeLikelihood),
  further_controls: row.furtherControls,
  after: pair(row.afterConsequence, row.afterLikelihood),
  status: row.status,
  owner: row.ownerName,
});
