/** What a change rests on now, judged afresh, in the form in which a standard change keeps it. */
import type { Tx } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { chartOf } from '../../regulation/charts';
import { type AssessmentRow, isCurrentAsJudged, judge, latestAssessment } from '../assessments/assess-change.server';
import { buildDossier } from '../changes/build-dossier.server';
import type { ChangeRow } from '../changes/change-row.server';
import { deviceForDossier } from '../devices/device-for-dossier.server';
import { contentHash, editionsUsed } from '../library/content-hash.server';
import { canonicalText, sha256Of } from '../sign-off/digest.server';
import { deviceBasis, outcomesOf, type StandardBasis } from './basis';

export interface FreshBasis {
  basis: StandardBasis;
  text: string;
  sha256: string;
  /** The kept assessment that still says what would be said now; null: assess again first. */
  current: AssessmentRow | null;
}

/** The change as a proposal: that it is decided or made meanwhile does not change what it rests on. */
const asProposed = <B extends { dossier: { change?: object } }>(built: B): B => ({
  ...built,
  dossier: { ...built.dossier, change: { ...built.dossier.change, status: 'proposed' } },
});

/** Judged as a proposal, with the device as the register has it and the editions in force. */
export async function basisOf(
  tx: Tx,
  reader: Pick<Actor, 'orgId' | 'organisation'>,
  change: ChangeRow,
): Promise<FreshBasis> {
  const built = await buildDossier(tx, reader, change);
  const result = judge(asProposed(built));
  const kept = await latestAssessment(tx, reader.orgId, change.id);
  const found = await deviceForDossier(tx, change.modelId);
  const basis: StandardBasis = {
    ...{ changemark_standard: 1, model: change.modelId, kinds: [...change.kinds].sort(), actor: change.actor },
    // The register's own software version: the one a change names is what it is about, not what is certified.
    ...deviceBasis(found?.device ?? {}),
    ...{ editions: editionsUsed(result), outcomes: outcomesOf(result) },
  };
  const text = canonicalText(basis);
  return { basis, text, sha256: sha256Of(text), current: kept && isCurrentAsJudged(kept, built) ? kept : null };
}

/** The editions in force of the instruments that a basis names. */
export const editionsNow = (editions: StandardBasis['editions']): StandardBasis['editions'] =>
  Object.fromEntries(
    Object.keys(editions).flatMap((instrument) => {
      const chart = chartOf(instrument);
      return chart ? [[instrument, { edition: chart.edition, sha256: contentHash(chart) }]] : [];
    }),
  );

/** The basis that a standard change keeps. @throws when it is not what was kept: somebody altered the database */
export function readBasis(row: { basis: string; basisSha256: string; number: number }): StandardBasis {
  if (sha256Of(row.basis) !== row.basisSha256) throw new Error(`The basis of standard change ${row.number} is altered`);
  return JSON.parse(row.basis) as StandardBasis;
}
