/** Holds what was said just now against everything said before, and keeps each pair that cannot both be right once. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Tx } from '../../../db/client.server';
import { contradictions } from '../../../db/schema/index.server';
import type { ContradictionSide } from '../../../db/schema/replies.server';
import { record } from '../../audit/append.server';
import type { AuditActor } from '../../audit/events';
import { contradiction, type Found, type Stated } from './compare-statements';
import { freshStatements } from './fresh-statements.server';
import { gatherStatements } from './gather-statements.server';
import { placesOf, propositions } from './propositions';
import { subjectInWords } from './subject';

export interface Fresh {
  supplierId: string;
  claimIds?: readonly string[];
  quotationIds?: readonly string[];
  /** Answers of the MDS2 form that were recorded: all of this model, or only these questions. */
  mds2?: { modelId: string; questions?: readonly string[] };
}

const sideOf = ({ source, id, quotation, value, document, page, saidBy, saidOn }: Stated): ContradictionSide => ({
  ...{ source, id, quotation, value, document, page, saidBy, saidOn },
});

/** What tells a side from others. An answer of the form has no id: its model, question and words stand for it. */
const sideKey = (side: Stated): string =>
  canonicalize([
    side.source,
    side.id,
    side.subject,
    side.value ?? null,
    side.id === null ? [side.models, side.quotation] : null,
  ]) ?? '';

/** Digest of a pair, whichever side comes first. */
export const pairKey = (one: Stated, other: Stated): string =>
  createHash('sha256')
    .update([sideKey(one), sideKey(other)].sort().join('\n'))
    .digest('hex');

/** The side said first stands first; one without a date before those with one. */
const inOrder = (one: Stated, other: Stated): [Stated, Stated] =>
  (one.saidOn ?? '') <= (other.saidOn ?? '') ? [one, other] : [other, one];

/** The key under which a letter asks about it, so that the answer is held against both sides again. */
function askedAs(aspect: string, one: Stated, other: Stated): string {
  if (/^(fact|mds2|vex):/.test(aspect)) return aspect;
  const asked = [one.subject, other.subject].find((subject) => /^(block|fact):/.test(subject));
  return asked ?? one.subject;
}

const aspectInWords = (aspect: string, one: Stated, other: Stated): string => {
  if (aspect === 'may') return 'Whether the hospital may make this change';
  if (aspect.startsWith('support-ends:')) return `End of support: ${aspect.slice('support-ends:'.length)}`;
  if (aspect === one.subject || aspect.startsWith('block:')) return one.label;
  return aspect === other.subject ? other.label : subjectInWords(aspect, one.label);
};

/**
 * What contradicts a statement: of the same thing said several times by the same person only the latest, so that one
 * answer against ten of a kind is one contradiction.
 */
function latestOfEach(one: Stated, known: readonly Stated[]): { other: Stated; found: Found }[] {
  const latest = new Map<string, { other: Stated; found: Found }>();
  for (const other of known) {
    const found = contradiction(one, other);
    if (!found) continue;
    const said = [other.source, other.saidBy.trim().toLowerCase() || other.id, other.value, found.aspect, found.models];
    const key = canonicalize(said) ?? '';
    const earlier = latest.get(key)?.other;
    if (!earlier || (earlier.saidOn ?? '') < (other.saidOn ?? '')) latest.set(key, { other, found });
  }
  return [...latest.values()];
}

/**
 * Looks for contradictions of what was recorded just now and keeps the new ones, each with both sides as they stand.
 * Call it in the transaction that recorded them, last. @returns how many were found that were not known
 */
export async function findContradictions(tx: Tx, by: AuditActor, fresh: Fresh): Promise<number> {
  const { orgId } = by;
  const said = await freshStatements(tx, orgId, fresh);
  const aspects = said.flatMap(({ subject, value, fact }) =>
    propositions(subject, value, fact).map(({ aspect }) => aspect),
  );
  if (aspects.length === 0) return 0;
  const known = await gatherStatements(tx, orgId, fresh.supplierId, placesOf(aspects));
  const pairs = new Map<string, typeof contradictions.$inferInsert>();
  for (const one of said) {
    for (const { other, found } of latestOfEach(one, known)) {
      const [first, second] = inOrder(one, other);
      const key = pairKey(one, other);
      const [model] = found.models ?? [];
      pairs.set(key, {
        orgId,
        supplierId: fresh.supplierId,
        modelId: found.models?.length === 1 ? (model ?? null) : null,
        subject: askedAs(found.aspect, first, second),
        label: aspectInWords(found.aspect, one, other),
        pairKey: key,
        one: sideOf(first),
        other: sideOf(second),
      });
    }
  }
  if (pairs.size === 0) return 0;
  const made = await tx
    .insert(contradictions)
    .values([...pairs.values()])
    .onConflictDoNothing()
    .returning({
      id: contradictions.id,
      label: contradictions.label,
      one: contradictions.one,
      other: contradictions.other,
    });
  await record(
    tx,
    by,
    ...made.map(({ id, label, one, other }) => ({
      action: 'contradiction.found' as const,
      object: { type: 'contradiction', id, ref: label.slice(0, 300) },
      detail: {
        supplier: fresh.supplierId,
        one: { document: one.document, saidBy: one.saidBy, saidOn: one.saidOn },
        other: { document: other.document, saidBy: other.saidBy, saidOn: other.saidOn },
      },
    })),
  );
  return made.length;
}
