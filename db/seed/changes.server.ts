/**
 * Demonstration changes: proposals at different stations of their life, built by calling the use cases, so that they
 * obey every rule and stand in the record like any other. What they say is invented; the devices are the register's.
 */
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { draftReport } from '../../app/features/assessments/draft-report.server';
import { answerQuestion } from '../../app/features/changes/answer-question.server';
import { editChange } from '../../app/features/changes/edit-change.server';
import { getChange } from '../../app/features/changes/get-change.server';
import { proposeChange } from '../../app/features/changes/propose-change.server';
import { type FactWish, stateFacts } from '../../app/features/changes/state-facts.server';
import { submitChange } from '../../app/features/changes/submit-change.server';
import { withdrawChange } from '../../app/features/changes/withdraw-change.server';
import { knownVulnerabilities } from '../../app/features/devices/known-vulnerabilities.server';
import { type ModelToChoose, modelsToChoose } from '../../app/features/devices/models-to-choose.server';
import { draftLetter } from '../../app/features/letters/draft-letter.server';
import { describeOption } from '../../app/features/options/describe-option.server';
import { OptionForm } from '../../app/features/options/option-form';
import { PlanForm, planInput } from '../../app/features/plans/plan-form';
import { savePlanOfChange } from '../../app/features/plans/save-plan.server';
import { NO_SOURCE, type Source } from '../../app/features/provenance/source';
import { answerSafety } from '../../app/features/safety/answer-safety.server';
import type { Actor } from '../../app/guard/actor';
import type { Role } from '../../app/guard/roles';
import type { Db, Tx } from '../client.server';
import { inOrganisation } from '../client.server';
import { changes } from '../schema/index.server';
import { SCENARIOS, type Scenario } from './change-scenarios';

type People = (role: Role) => Actor;

/**
 * Makes the demonstration changes of one organisation, once: an organisation that has a change already is left alone.
 * @param actors people of that organisation; those of other roles than engineer, clinical safety and regulatory affairs
 *   are not used
 * @returns how many were made; scenarios whose device the register does not have are left out
 */
export async function seedDemonstrationChanges(actors: readonly Actor[]): Promise<number> {
  const engineer = actors.find(({ role }) => role === 'engineer');
  if (!engineer) throw new Error('A clinical engineer is needed to propose the demonstration changes');
  const people: People = (role) => actors.find((one) => one.role === role) ?? engineer;
  const isFilled = await inOrganisation(engineer, (tx) => hasChanges(tx, engineer.orgId));
  if (isFilled) return 0;
  let made = 0;
  for (const scenario of SCENARIOS) if (await play(people, scenario)) made += 1;
  return made;
}

async function hasChanges(tx: Tx | Db, orgId: string): Promise<boolean> {
  const rows = await tx.select({ id: changes.id }).from(changes).where(eq(changes.orgId, orgId)).limit(1);
  return rows.length > 0;
}

/** The first model in use, with units, that one of the searches finds. */
export async function modelFor(actor: Actor, searches: readonly string[]): Promise<ModelToChoose | null> {
  for (const words of searches) {
    const { models } = await inOrganisation(actor, (tx) => modelsToChoose(tx, actor.orgId, words));
    const found = models.find(({ units }) => units > 0);
    if (found) return found;
  }
  return null;
}

async function play(people: People, scenario: Scenario): Promise<boolean> {
  const proposer = people(scenario.by ?? 'engineer');
  const model = await modelFor(proposer, scenario.device);
  if (!model) return false;
  const known = await inOrganisation(proposer, (tx) => knownVulnerabilities(tx, proposer.orgId, model.id));
  const vulnerabilities = known
    .slice(0, scenario.vulnerabilities ?? 0)
    .map(({ cve, cvss }) => ({ cve, ...(cvss ? { cvss } : {}) }));
  const proposed = await proposeChange(proposer, {
    modelId: model.id,
    draftId: randomUUID(),
    title: scenario.title,
    description: scenario.description,
    kinds: [...scenario.kinds],
    softwareVersion: model.softwareVersion,
    vulnerabilities: vulnerabilities.length > 0 ? vulnerabilities : [...(scenario.cves ?? [])],
    neededBy: scenario.neededBy ?? null,
    units: { mode: 'all', wards: [], unitIds: [], serials: [] },
  });
  if (!proposed.ok) throw new Error(`“${scenario.title}” was refused: ${JSON.stringify(proposed.errors)}`);
  const { id } = proposed;
  let { version } = proposed;
  if (scenario.actor) {
    const edited = await editChange(proposer, id, { version, fields: { actor: scenario.actor }, step: 'facts' });
    if (edited?.ok) version = edited.version;
  }
  if (scenario.facts) await stateFacts(proposer, id, scenario.facts.map(asWish));
  if (scenario.stage === 'draft') return true;
  const submitted = await submitChange(proposer, id, version);
  if (!submitted?.ok) throw new Error(`“${scenario.title}” was not submitted: ${JSON.stringify(submitted?.errors)}`);
  await afterwards(people, scenario, id, version);
  return true;
}

/** What others added once the change was under assessment. */
async function afterwards(people: People, scenario: Scenario, id: string, version: number): Promise<void> {
  const walked = (await getChange(people('engineer'), id))?.assessment?.result.findings ?? [];
  for (const { key, value, because, source } of scenario.answers ?? []) {
    // A question of a chart that nobody walks in this country is not answered there.
    if (!walked.some(({ instrument }) => key.startsWith(`${instrument}/`))) continue;
    const { saidBy, document, page, date } = { ...NO_SOURCE, ...source };
    const said = { said_by: saidBy, document, page, date };
    await answerQuestion(people('regulatory_affairs'), id, { key, value, because, ...said, seen: undefined });
  }
  await planOver(people('engineer'), scenario, id);
  if (scenario.safety) await judgeSafety(people('clinical_safety'), id, scenario.safety);
  if (scenario.report) await draftReport(people('regulatory_affairs'), id);
  if (scenario.letter) {
    // Regulatory affairs approves it, so somebody else has to write it.
    const view = await getChange(people('engineer'), id);
    const contact = view?.contacts[0]?.id ?? '';
    await draftLetter(people('engineer'), id, { contact, reply_by: null });
  }
  if (scenario.withdrawn) await withdrawChange(people('engineer'), id, { version, reason: scenario.withdrawn });
}

/** What options cost, and the plan over time that the change carries. */
async function planOver(engineer: Actor, { costs, plan }: Scenario, id: string): Promise<void> {
  for (const { option, fields } of costs ?? []) {
    await describeOption(engineer, id, option, OptionForm.parse({ version: '0', ...fields }));
  }
  if (plan) await savePlanOfChange(engineer, id, planInput(PlanForm.parse({ version: '0', ...plan })));
}

/** All prompts are fine but those with a condition, and those left open. */
export async function judgeSafety(judge: Actor, id: string, safety: NonNullable<Scenario['safety']>): Promise<void> {
  const view = await getChange(judge, id);
  const said = { because: '', said_by: '', document: '', page: '', date: '', seen: undefined };
  for (const { key } of view?.safety.prompts ?? []) {
    const condition = safety.conditions[key] ?? '';
    if (safety.open.includes(key)) continue;
    await answerSafety(judge, id, { key, verdict: condition ? 'fine_with_condition' : 'fine', condition, ...said });
  }
}

/** A fact as a person would state it. */
export const asWish = (one: { key: string; value: string; because: string; source?: Partial<Source> }): FactWish => ({
  key: one.key,
  values: [one.value],
  because: one.because,
  source: { ...NO_SOURCE, ...one.source },
  seen: undefined,
  defaultsToUnknown: false,
});
