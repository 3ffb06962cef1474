/** What is known about a change now, as signatures cover it; and keeping that as it is. */
import { and, asc, eq, inArray, max, notInArray } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import {
  changeSnapshots,
  changeUnits,
  claimChanges,
  claims,
  letterChanges,
  letters,
  letterVersions,
  units,
} from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { asking } from '../../regulation/facts/asking';
import { isFactKey } from '../../regulation/facts/dictionary';
import type { AssessmentResult } from '../../regulation/result';
import { latestAssessment } from '../assessments/assess-change.server';
import { attachmentsForSnapshot } from '../attachments/for-snapshot.server';
import { buildDossier } from '../changes/build-dossier.server';
import type { ChangeRow } from '../changes/change-row.server';
import { planForSnapshot } from '../implementation/plan-for-snapshot.server';
import type { LetterKind } from '../letters/letter-kinds';
import { optionRows } from '../options/option-rows.server';
import { optionPlanForSnapshot } from '../plans/plan-for-snapshot.server';
import { riskForSnapshot } from '../risk/for-snapshot.server';
import { safetyPrompt } from '../safety/prompts';
import { presentMoment } from '../today';
import { confirmationEntries } from './derived-confirmations.server';
import { canonicalText, sha256Of } from './digest.server';
import type { SnapshotContent, SnapshotEntry } from './snapshot';
import {
  brief,
  byKey,
  deviceEntries,
  entry,
  findingEntries,
  memberEntries,
  optionEntries,
  overTimeEntries,
  proposalEntries,
  statementEntries,
} from './snapshot-parts';

export interface BuiltSnapshot {
  content: SnapshotContent;
  /** Canonical JSON: exactly these bytes are hashed. */
  text: string;
  sha256: string;
}

/** Who reads: enough to build a dossier. */
export type Reader = Pick<Actor, 'orgId' | 'organisation'>;

const factLabel = (key: string) => (isFactKey(key) ? asking(key).question : key);
const promptLabel = (key: string) => safetyPrompt(key)?.title ?? key;

/** Reads everything that a signature on this change covers. Fixed number of queries; nothing in it depends on the day. */
export async function buildSnapshot(tx: Tx, reader: Reader, change: ChangeRow): Promise<BuiltSnapshot> {
  const { orgId } = reader;
  const [built, kept, unitRows, options, overTime, risk, plan, files, sent, said, confirmed] = await Promise.all([
    buildDossier(tx, reader, change),
    latestAssessment(tx, orgId, change.id),
    unitsOf(tx, orgId, change.id),
    optionRows(tx, orgId, change.id),
    optionPlanForSnapshot(tx, orgId, change.id),
    riskForSnapshot(tx, orgId, change.id),
    planForSnapshot(tx, orgId, change.id),
    attachmentsForSnapshot(tx, orgId, change.id),
    lettersOf(tx, orgId, change.id),
    claimsOf(tx, orgId, change.id),
    confirmationEntries(tx, orgId, change.id),
  ]);
  const result = kept?.result as AssessmentResult | undefined;
  const content: SnapshotContent = {
    changemark_snapshot: 1,
    organisation: { id: orgId, name: reader.organisation.name },
    change: { id: change.id, reference: change.reference },
    library: kept?.library ?? '',
    assessment: kept?.number ?? null,
    parts: {
      proposal: proposalEntries(change, unitRows),
      device: deviceEntries(built.dossier.device ?? {}, built.provenance),
      facts: statementEntries(built.statements, 'fact', factLabel),
      answers: statementEntries(built.statements, 'answer', (key) => key),
      safety: statementEntries(built.statements, 'safety', promptLabel),
      findings: result ? findingEntries(result, kept?.editions ?? {}) : [],
      options: optionEntries(options),
      ...(overTime && { over_time: overTimeEntries(overTime) }),
      risk: risk.ratings.map(({ axis, moment, rating }) => {
        const words = rating ? `consequence ${rating.consequence} × likelihood ${rating.likelihood}` : 'not rated';
        return entry(`${axis}/${moment}`, `${axis.replaceAll('_', ' ')}, ${moment}`, rating, words);
      }),
      hazards: risk.hazards.map((hazard) =>
        entry(`${hazard.number}`, `Hazard ${hazard.number}`, hazard, brief(hazard.title)),
      ),
      plan: [
        ...memberEntries(plan.plan ?? {}),
        ...plan.checks.map((check) =>
          entry(`check/${check.key}`, check.key.replaceAll('_', ' '), check, check.state.replaceAll('_', ' ')),
        ),
      ],
      letters: sent,
      claims: said,
      attachments: files.map((file) => entry(file.id, file.name, file, `SHA-256 ${file.sha256.slice(0, 16)}…`)),
      confirmations: confirmed,
    },
  };
  const text = canonicalText(content);
  return { content, text, sha256: sha256Of(text) };
}

const unitsOf = (tx: Tx, orgId: string, changeId: string) =>
  tx
    .select({ id: units.id, serial: units.serial })
    .from(changeUnits)
    .innerJoin(units, and(eq(units.orgId, changeUnits.orgId), eq(units.id, changeUnits.unitId)))
    .where(and(eq(changeUnits.orgId, orgId), eq(changeUnits.changeId, changeId)))
    .orderBy(asc(units.serial), asc(units.id));

/** Kinds that say nothing new about a change: what was asked before is asked again, or thanked for. */
const SAYS_NOTHING_NEW: LetterKind[] = ['reminder', 'escalation', 'answer-acceptance'];

/** Letters about the change that left the house, by the digest of their file. */
async function lettersOf(tx: Tx, orgId: string, changeId: string): Promise<SnapshotEntry[]> {
  const rows = await tx
    .select({
      reference: letters.reference,
      kind: letters.kind,
      number: letterVersions.number,
      sha256: letterVersions.sha256,
    })
    .from(letterChanges)
    .innerJoin(letters, and(eq(letters.orgId, letterChanges.orgId), eq(letters.id, letterChanges.letterId)))
    .innerJoin(letterVersions, and(eq(letterVersions.orgId, letters.orgId), eq(letterVersions.letterId, letters.id)))
    .where(
      and(
        eq(letterChanges.orgId, orgId),
        eq(letterChanges.changeId, changeId),
        eq(letterVersions.status, 'issued'),
        notInArray(letters.kind, SAYS_NOTHING_NEW),
      ),
    );
  return rows
    .map(({ reference, kind, number, sha256 }) =>
      entry(`${reference} v1.${number - 1}`, reference, { kind, number, sha256 }, kind.replaceAll('-', ' ')),
    )
    .sort(byKey);
}

/** What people confirmed of the supplier's answers. */
async function claimsOf(tx: Tx, orgId: string, changeId: string): Promise<SnapshotEntry[]> {
  const rows = await tx
    .select({ claim: claims })
    .from(claimChanges)
    .innerJoin(claims, and(eq(claims.orgId, claimChanges.orgId), eq(claims.id, claimChanges.claimId)))
    .where(
      and(eq(claimChanges.orgId, orgId), eq(claimChanges.changeId, changeId), inArray(claims.status, ['confirmed'])),
    );
  return rows
    .map(({ claim }) =>
      entry(
        claim.id,
        claim.label,
        {
          statement: claim.statement,
          quotation: claim.quotation,
          document: claim.document,
          page: claim.page,
          saidBy: claim.saidBy,
          saidOn: claim.saidOn,
          confirmedBy: claim.decidedByName,
          confirmedAt: claim.decidedAt?.toISOString() ?? null,
        },
        brief(claim.statement),
      ),
    )
    .sort(byKey);
}

export interface KeptSnapshot {
  id: string;
  number: number;
  sha256: string;
}

/** Keeps a snapshot; one that says the same as an earlier one is that one. The caller holds the change's lock. */
export async function keepSnapshot(
  tx: Tx,
  by: { orgId: string; userId: string | null; name: string },
  changeId: string,
  { text, sha256 }: BuiltSnapshot,
): Promise<KeptSnapshot> {
  const own = and(eq(changeSnapshots.orgId, by.orgId), eq(changeSnapshots.changeId, changeId));
  const columns = { id: changeSnapshots.id, number: changeSnapshots.number, sha256: changeSnapshots.sha256 };
  const [known] = await tx
    .select(columns)
    .from(changeSnapshots)
    .where(and(own, eq(changeSnapshots.sha256, sha256)));
  if (known) return known;
  const [last] = await tx
    .select({ number: max(changeSnapshots.number) })
    .from(changeSnapshots)
    .where(own);
  const [row] = await tx
    .insert(changeSnapshots)
    .values({
      ...{ orgId: by.orgId, changeId, number: (last?.number ?? 0) + 1, sha256, content: text },
      ...{ takenAt: presentMoment(), takenBy: by.userId, takenByName: by.name },
    })
    .returning(columns);
  if (!row) throw new Error('The snapshot was not kept');
  return row;
}

/** A kept snapshot's content. @throws when its text is not what was hashed: somebody altered the database */
export async function readSnapshot(tx: Tx, orgId: string, id: string): Promise<SnapshotContent> {
  const [row] = await tx
    .select({ content: changeSnapshots.content, sha256: changeSnapshots.sha256 })
    .from(changeSnapshots)
    .where(and(eq(changeSnapshots.orgId, orgId), eq(changeSnapshots.id, id)));
  if (!row || sha256Of(row.content) !== row.sha256) throw new Error(`Snapshot ${id} is not what was kept`);
  return JSON.parse(row.content) as SnapshotContent;
}
