/** Putting a confirmed claim on the record of a change, as a fact with its full provenance. */
import type { Tx } from '../../../db/client.server';
import type { ClaimEffect } from '../../../db/schema/replies.server';
import type { Actor } from '../../guard/actor';
import { asking } from '../../regulation/facts/asking';
import { isFactKey } from '../../regulation/facts/dictionary';
import type { AssessmentResult } from '../../regulation/result';
import { judge } from '../assessments/assess-change.server';
import { buildDossier } from '../changes/build-dossier.server';
import type { ChangeRow } from '../changes/change-row.server';
import { stateWithin } from '../changes/state-within.server';
import { currentStatements, type StatementRow, sameValue } from '../changes/statements.server';
import { factInWords } from '../changes/value-in-words';
import { type Source, sourceInWords, sourceOfColumns } from '../provenance/source';
import type { ClaimRow } from './claim-row.server';
import type { ClaimConflict, Decided } from './decisions';

export type StatedClaim = { ok: true; effect: ClaimEffect } | { ok: false; conflict: ClaimConflict };

/** Where the fact comes from: who said it, in which document, on which page, on which day. */
export const claimSource = ({ saidBy, document, page, saidOn }: ClaimRow): Source => ({
  saidBy,
  document,
  page,
  date: saidOn,
});

/** Tier and open questions of an assessment, as an effect keeps them. */
export const weighed = ({ overall, ask }: AssessmentResult): ClaimEffect['before'] => ({
  tier: overall.tier,
  worstTier: overall.worst_tier,
  open: ask.length,
});

/** What is claimed, in words, with the words that were used. */
const becauseOf = ({ statement, quotation }: ClaimRow): string =>
  `The supplier says: ${statement}${statement.includes(quotation) ? '' : ` In its words: “${quotation}”`}`;

/** The statement on record that says something else than the claim; one that says "not known" stands in nobody's way. */
const otherStatement = (claim: ClaimRow, current: readonly StatementRow[]): StatementRow | undefined =>
  current.find(
    ({ type, key, value }) =>
      type === 'fact' && key === claim.fact && value !== 'unknown' && !sameValue(value, claim.value),
  );

const conflictWith = (claim: ClaimRow, change: ChangeRow, key: string, other: StatementRow): ClaimConflict => ({
  key,
  label: isFactKey(claim.fact) ? asking(claim.fact).question : claim.label,
  place: change.reference,
  present: {
    value: factInWords(claim.fact, other.value),
    source: sourceInWords(sourceOfColumns(other)) ?? '',
    by: other.recordedByName,
    at: other.recordedAt.toISOString(),
  },
  claimed: { value: factInWords(claim.fact, claim.value), source: sourceInWords(claimSource(claim)) ?? '' },
  seen: other.id,
});

/**
 * States the claim's fact for a change that the caller has locked and that accepts answers, and assesses it again.
 * A different statement is never overwritten unless a person has seen it and chose so.
 */
export async function stateClaim(
  tx: Tx,
  actor: Actor,
  claim: ClaimRow,
  change: ChangeRow,
  decisions: ReadonlyMap<string, Decided>,
): Promise<StatedClaim> {
  const key = `${claim.id}/${change.id}`;
  const before = weighed(judge(await buildDossier(tx, actor, change)));
  const other = otherStatement(claim, await currentStatements(tx, actor.orgId, change.id));
  const decided = decisions.get(key);
  if (other && (!decided || decided.seen !== other.id)) {
    return { ok: false, conflict: conflictWith(claim, change, key, other) };
  }
  const effect = { changeId: change.id, reference: change.reference, before };
  if (other && decided?.choice === 'keep') {
    const kept = factInWords(claim.fact, other.value);
    return { ok: true, effect: { ...effect, statementId: null, kept, after: before } };
  }
  const stated = await stateWithin(tx, actor, change.id, {
    action: 'change.fact_stated',
    statements: [
      {
        type: 'fact',
        key: claim.fact,
        value: claim.value,
        because: becauseOf(claim),
        source: claimSource(claim),
        label: isFactKey(claim.fact) ? asking(claim.fact).question : claim.label,
        inWords: factInWords(claim.fact, claim.value),
        seen: undefined,
      },
    ],
  });
  if (!stated?.ok) throw new Error(`A fact could not be stated for ${change.reference}, which is locked and open`);
  const current = await currentStatements(tx, actor.orgId, change.id);
  const own = current.find(({ type, key: fact }) => type === 'fact' && fact === claim.fact);
  return { ok: true, effect: { ...effect, statementId: own?.id ?? null, after: weighed(stated.result) } };
}
