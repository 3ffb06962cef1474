/** Puts together what is known about some changes now: the material of a pack. */
import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { organisations } from '../../../db/schema/index.server';
import type { Dossier } from '../../regulation/dossier';
import type { AssessmentResult } from '../../regulation/result';
import { basisOf, derivedAnswers } from '../sign-off/derived-answers';
import { canonicalText, sha256Of } from '../sign-off/digest.server';
import { DEFAULT_POLICY, SignOffPolicy } from '../sign-off/policy';
import { headNow, trailUpTo } from './head.server';
import { lettersOfChanges } from './letters-of-changes.server';
import type { AssessmentMaterial, ChangeMaterial, ConfirmationMaterial, DerivedMaterial, Material } from './material';
import { byChange, plain } from './plain';
import { routeOfMaterial } from './route-of-material';
import { type ChangeRows, rowsOfChanges } from './rows-of-changes.server';

/** Times that the reading is done again because somebody acted meanwhile; then everybody waits for it. */
const TRIES = 3;

/**
 * What is known, and the last event that led to it. Every act is an event, so the head standing still while everything
 * is read means that all of it is of one moment.
 */
export async function gather(tx: Tx, orgId: string, changeIds: readonly string[]): Promise<Material> {
  for (let attempt = 1; ; attempt += 1) {
    const before = await headNow(tx, orgId, attempt > TRIES);
    const changes = await changesNow(tx, orgId, changeIds);
    const after = await headNow(tx, orgId);
    if (before.seq !== after.seq) continue;
    const [own] = await tx.select().from(organisations).where(eq(organisations.id, orgId));
    if (!own) throw new Error(`There is no organisation ${orgId}`);
    const organisation = { id: orgId, name: own.name, lines: own.address };
    return { organisation, trail: await trailUpTo(tx, orgId, before.seq), changes };
  }
}

async function changesNow(tx: Tx, orgId: string, ids: readonly string[]): Promise<ChangeMaterial[]> {
  if (ids.length === 0) return [];
  const rows = await rowsOfChanges(tx, orgId, ids);
  const letters = await lettersOfChanges(tx, orgId, ids);
  const policies = new Map(rows.policies.map(({ number, policy }) => [number, SignOffPolicy.parse(policy)]));
  const [newest] = [...policies.keys()].sort((a, b) => b - a);
  const policy = (number: number | undefined) => policies.get(number ?? newest ?? 0) ?? DEFAULT_POLICY;
  const of = grouped(rows);
  return rows.heads.map(({ change, model, supplier }) => {
    const one = of(change.id);
    const whole = {
      ...{ change: plain(change), model, supplier, ...one },
      letters: letters.get(change.id) ?? [],
      route: [],
    };
    return { ...whole, route: routeOfMaterial(whole, policy(one.rounds.at(-1)?.policyNumber)) };
  });
}

function grouped(rows: ChangeRows) {
  const of = {
    units: byChange(rows.units),
    statements: byChange(rows.statements),
    assessments: byChange(rows.assessments),
    confirmations: byChange(rows.confirmations),
    options: byChange(rows.options),
    ratings: byChange(rows.ratings),
    hazards: byChange(rows.hazards),
    acceptances: byChange(rows.acceptances),
    triages: byChange(rows.triages),
    claims: byChange(rows.claims),
    snapshots: byChange(rows.snapshots),
    rounds: byChange(rows.rounds),
    signatures: byChange(rows.signatures),
    dissents: byChange(rows.dissents),
    conditions: byChange(rows.conditions),
    standards: byChange(rows.standards),
    plans: byChange(rows.plans),
    checks: byChange(rows.checks),
    implementations: byChange(rows.implementations.map(({ done, serial }) => ({ ...done, serial }))),
    verifications: byChange(rows.verifications),
    emergencies: byChange(rows.emergencies),
    attachments: byChange(rows.attachments),
    documents: byChange(rows.documents),
  };
  return (id: string): Omit<ChangeMaterial, 'change' | 'model' | 'supplier' | 'letters' | 'route'> => {
    const [kept] = of.assessments(id);
    const [plan] = of.plans(id);
    const [standard] = of.standards(id);
    const assessment = kept ? assessmentMaterial(kept) : null;
    return {
      units: of.units(id).map(({ changeId: _, ...unit }) => unit),
      statements: of.statements(id).map(plain),
      assessment,
      derived: derivedOf(assessment, of.confirmations(id).map(plain)),
      options: of.options(id).map(plain),
      rounds: of.rounds(id).map(plain),
      signatures: of.signatures(id).map(plain),
      snapshots: of.snapshots(id).map(({ changeId: _, takenAt, ...rest }) => ({
        ...rest,
        takenAt: takenAt.toISOString(),
      })),
      dissents: of.dissents(id).map(plain),
      conditions: of.conditions(id).map(plain),
      plan: plan ? plain(plan) : null,
      checks: of.checks(id).map(plain),
      implementations: of.implementations(id).map(plain),
      verifications: of.verifications(id).map(plain),
      emergencies: of.emergencies(id).map(plain),
      standard: standard
        ? {
            ...{ number: standard.number, title: standard.title, usedByName: standard.usedByName },
            usedAt: standard.usedAt.toISOString(),
          }
        : null,
      ratings: of.ratings(id).map(plain),
      hazards: of.hazards(id).map(plain),
      acceptances: of.acceptances(id).map(plain),
      triages: of.triages(id).map(plain),
      claims: of.claims(id).map(({ claim }) => plain(claim)),
      attachments: of.attachments(id).map(plain),
      documents: of.documents(id).map(plain),
    };
  };
}

function assessmentMaterial(kept: ChangeRows['assessments'][number]): AssessmentMaterial {
  const { id, number, library, assessedAt, assessedByName, dossierSha256, editions } = kept;
  const dossier = kept.dossier as Dossier;
  const location = dossier.facts?.change_location;
  return {
    ...{ id, number, library, assessedByName, dossierSha256, editions, assessedAt: assessedAt.toISOString() },
    result: kept.result as AssessmentResult,
    classes: [
      ...new Set((dossier.device?.certifications ?? []).map((one) => (one.class ? String(one.class) : 'unknown'))),
    ].sort(),
    location: typeof location === 'string' ? location : null,
  };
}

function derivedOf(assessment: AssessmentMaterial | null, rows: ConfirmationMaterial[]): DerivedMaterial[] {
  if (!assessment) return [];
  const known = new Map(rows.map((row) => [row.basisSha256, row]));
  return derivedAnswers(assessment.result).map((answer) => {
    const row = known.get(sha256Of(canonicalText(basisOf(answer))));
    return {
      ...{ key: answer.key, answer: answer.answer, because: answer.because, citation: answer.citation },
      ...{ confirmedBy: row?.confirmedByName ?? null, confirmedAt: row?.confirmedAt ?? null },
    };
  });
}
