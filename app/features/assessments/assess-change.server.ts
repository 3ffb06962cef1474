/** Assessing a change and keeping the result as it was judged. Nothing is overwritten; the same is not kept twice. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { and, desc, eq } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { assessments } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { AuditEvent } from '../../audit/events';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { assess } from '../../regulation/assess';
import { type Dossier, parseDossier } from '../../regulation/dossier';
import type { AssessmentResult } from '../../regulation/result';
import { type BuiltDossier, buildDossier } from '../changes/build-dossier.server';
import { type ChangeRow, changeObject, lockChange } from '../changes/change-row.server';
import { editionsUsed } from '../library/content-hash.server';
import { presentMoment } from '../today';

export type AssessmentRow = typeof assessments.$inferSelect;

export interface Assessed {
  result: AssessmentResult;
  /** Number of the kept assessment; null for a draft, whose result is a preview. */
  number: number | null;
  built: BuiltDossier;
  /** For the caller to record, last thing in its transaction. */
  events: AuditEvent[];
}

/** SHA-256 of a dossier in RFC 8785 form. The day it is judged on is not part of what is known about the change. */
export function dossierDigest({ as_of: _, ...known }: Dossier): string {
  return createHash('sha256').update(canonicalText(known), 'utf8').digest('hex');
}

const canonicalText = (value: unknown): string => {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('A dossier must be plain JSON');
  return text;
};

/** Whether two results say the same, whatever day they were reached. */
const sameResult = (kept: unknown, fresh: AssessmentResult): boolean =>
  canonicalText({ ...(kept as AssessmentResult), as_of: '' }) === canonicalText({ ...fresh, as_of: '' });

/** The latest kept assessment of a change, or null. */
export async function latestAssessment(tx: Tx, orgId: string, changeId: string): Promise<AssessmentRow | null> {
  const [row] = await tx
    .select()
    .from(assessments)
    .where(and(eq(assessments.orgId, orgId), eq(assessments.changeId, changeId)))
    .orderBy(desc(assessments.number))
    .limit(1);
  return row ?? null;
}

/** Judges what is known about a change now. @throws when our own dossier breaks our own contract: a defect */
export function judge(built: BuiltDossier): AssessmentResult {
  const parsed = parseDossier(built.dossier);
  if (!parsed.ok) throw new Error(`The dossier of ${built.dossier.id} was refused: ${parsed.refusal.error.message}`);
  return assess(parsed.dossier);
}

/** Whether a kept assessment still says what would be said now. */
export const isCurrent = (kept: AssessmentRow, built: BuiltDossier, fresh: AssessmentResult): boolean =>
  kept.dossierSha256 === dossierDigest(built.dossier) &&
  kept.library === fresh.library &&
  sameResult(kept.result, fresh);

/** As `isCurrent` for a change that was decided: what was judged is the proposal, and that it is decided now is no news. */
export function isCurrentAsJudged(kept: AssessmentRow, built: BuiltDossier): boolean {
  const judged = (kept.dossier as Dossier).change?.status;
  const { status: _, ...change } = built.dossier.change ?? {};
  const dossier = { ...built.dossier, change: { ...change, ...(judged === undefined ? {} : { status: judged }) } };
  return isCurrent(kept, { ...built, dossier }, judge({ ...built, dossier }));
}

/**
 * Assesses inside the caller's transaction, which holds the change's lock. A new row is kept when the dossier, the
 * edition of the library or the result differs from the latest; a draft's result is a preview and not kept.
 */
export async function assessWithin(tx: Tx, actor: Actor, change: ChangeRow): Promise<Assessed> {
  const built = await buildDossier(tx, actor, change);
  const result = judge(built);
  if (change.status === 'draft') return { result, number: null, built, events: [] };
  const latest = await latestAssessment(tx, actor.orgId, change.id);
  if (latest && isCurrent(latest, built, result)) return { result, number: latest.number, built, events: [] };
  const number = (latest?.number ?? 0) + 1;
  const dossierSha256 = dossierDigest(built.dossier);
  await tx.insert(assessments).values({
    orgId: actor.orgId,
    changeId: change.id,
    number,
    changeVersion: change.version,
    library: result.library,
    dossier: built.dossier,
    result,
    dossierSha256,
    editions: editionsUsed(result),
    ...{ assessedBy: actor.userId, assessedByName: actor.name, assessedAt: presentMoment() },
  });
  const event: AuditEvent = {
    action: 'change.assessed',
    object: changeObject(change),
    detail: {
      number,
      library: result.library,
      dossierSha256,
      resultSha256: createHash('sha256').update(canonicalText(result), 'utf8').digest('hex'),
      tier: result.overall.tier,
      worstTier: result.overall.worst_tier,
      open: result.ask.map(({ question }) => question),
    },
  };
  return { result, number, built, events: [event] };
}

/** Assesses a change again, because the register or the rule library has moved on. Null when it does not exist here. */
export const assessChange = (actor: Actor, changeId: string): Promise<{ number: number | null } | null> =>
  inOrganisation(actor, async (tx) => {
    const change = await lockChange(tx, actor.orgId, changeId);
    if (!change) return null;
    const { number, events } = await assessWithin(tx, actor, change);
    if (events.length > 0) await record(tx, auditActor(actor), ...events);
    return { number };
  });
