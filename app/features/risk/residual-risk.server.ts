/** What is left of the risks after a change, axis by axis. */
import type { Tx } from '../../../db/client.server';
import type { RiskAxis } from './axes';
import { type Band, bandOf, scoreOf } from './matrix';
import { currentRatings } from './risk-rows.server';

export interface ResidualRisk {
  /** Null: nobody has rated this axis after the change. That is not a low risk. */
  byAxis: Record<RiskAxis, { score: number; band: Band } | null>;
  /** The highest score among the rated axes; null when none is rated. Axes still unrated show in `byAxis`. */
  highest: number | null;
}

/** The ratings after the change that count now. */
export async function residualRisk(tx: Tx, orgId: string, changeId: string): Promise<ResidualRisk> {
  const rows = (await currentRatings(tx, orgId, changeId)).filter(({ moment }) => moment === 'after');
  const scores = new Map(rows.map((row) => [row.axis, scoreOf(row)]));
  const on = (axis: RiskAxis) => {
    const score = scores.get(axis);
    return score === undefined ? null : { score, band: bandOf(score) };
  };
  return {
    byAxis: {
      patient_safety: on('patient_safety'),
      security: on('security'),
      regulatory: on('regulatory'),
      continuity: on('continuity'),
    },
    highest: scores.size === 0 ? null : Math.max(...scores.values()),
  };
}
