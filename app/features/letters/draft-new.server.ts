/** Drafting a letter that stands on its own, on one change or several, or on device models without a change. */
import { and, asc, eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { changeUnits, type Severity, units } from '../../../db/schema/index.server';
import type { ThemeName } from '../../../documents/parts/letter-model';
import { record } from '../../audit/append.server';
import type { AuditEvent } from '../../audit/events';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import type { Dossier } from '../../regulation/dossier';
import type { AssessmentResult } from '../../regulation/result';
import { assessWithin, latestAssessment } from '../assessments/assess-change.server';
import { type ChangeRow, lockChange } from '../changes/change-row.server';
import { nextLetterReference } from '../changes/references.server';
import { unitCount } from '../changes/unit-count.server';
import { addDays, addWorkingDays, type CalendarId, daysBetween } from '../clocks/calendars';
import { placeOf } from '../clocks/place.server';
import type { StageDays } from '../clocks/policy';
import { readPolicy } from '../clocks/read-policy.server';
import { osInWords } from '../devices/os-support';
import { today } from '../today';
import { contactOf, recipientOf, senderOf } from './addressed.server';
import { composeLetter } from './drafting/compose-letter';
import { countedInWords, deadlineOn } from './drafting/deadlines';
import type { LetterUnit, Matter } from './drafting/material';
import type { LetterKind } from './letter-kinds';
import { modelFacts } from './model-facts.server';
import { currentTemplate } from './templates/read-template.server';
import { writeDraft } from './write-draft.server';

/** More units than this are told by their number: a letter is not an inventory. */
const MOST_UNITS_LISTED = 200;
/** A supplier is not given longer than a year to answer. */
const LONGEST_WAIT = 366;
/** More than these at once would hold up everybody else; the rest becomes a second letter. */
export const MOST_CHANGES = 100;
export const MOST_MODELS = 200;
const MOST_VULNERABILITIES = 60;

export type FieldErrors = Record<string, string[]>;
export type DraftResult = { ok: true; id: string; reference: string } | { ok: false; errors: FieldErrors };

export interface NewLetter {
  kind: LetterKind;
  supplierId: string;
  /** Null: the recipient stays a blank to fill in. */
  contactId: string | null;
  /** A letter on one change stands in its file; one on several has a file of its own. */
  changeIds: readonly string[];
  /** Models beside those of the changes. */
  modelIds: readonly string[];
  vulnerabilities: readonly { cve: string; cvss?: string }[];
  severity: Severity;
  answerBy: string | null;
  acknowledgeBy: string | null;
  theme: ThemeName;
  campaignId: string | null;
  /** The supplier's own reference; empty: none is known. */
  yourReference: string;
}

const refused = (field: string, message: string): DraftResult => ({ ok: false, errors: { [field]: [message] } });

const stageDay = (from: string, { days, unit }: StageDays, calendar: CalendarId): string =>
  unit === 'working' ? addWorkingDays(from, days, calendar) : addDays(from, days, calendar);

/** Refusal of a day that is not in the future, or too far in it; null when it may stand. */
const wrongDay = (date: string, day: string | null): boolean =>
  day !== null && (daysBetween(date, day) < 1 || daysBetween(date, day) > LONGEST_WAIT);

/**
 * Drafts inside the caller's transaction. A refusal has written nothing.
 * @returns null when the supplier, a change or a model does not exist in this organisation
 */
export async function draftNew(tx: Tx, actor: Actor, wish: NewLetter): Promise<DraftResult | null> {
  const { orgId } = actor;
  const date = today();
  for (const [field, day] of [
    ['reply_by', wish.answerBy],
    ['acknowledge_by', wish.acknowledgeBy],
  ] as const) {
    if (wrongDay(date, day)) return refused(field, 'Give a day after today and within a year.');
  }
  if (wish.vulnerabilities.length > MOST_VULNERABILITIES) {
    return refused('vulnerabilities', `Name at most ${MOST_VULNERABILITIES} vulnerabilities in one letter.`);
  }
  if (wish.changeIds.length > MOST_CHANGES) return refused('changes', `Take in at most ${MOST_CHANGES} changes.`);
  const changes: ChangeRow[] = [];
  // In one order whoever asks, so that two drafters never wait for each other.
  for (const id of [...new Set(wish.changeIds)].sort()) {
    const change = await lockChange(tx, orgId, id);
    if (!change) return null;
    if (change.status === 'draft') {
      return refused('', `Submit the proposal ${change.reference} first: a letter quotes an assessment that is kept.`);
    }
    changes.push(change);
  }
  changes.sort((one, other) => wish.changeIds.indexOf(one.id) - wish.changeIds.indexOf(other.id));
  const wantedModels = [...new Set([...changes.map(({ modelId }) => modelId), ...wish.modelIds])];
  if (wantedModels.length > MOST_MODELS) return refused('models', `Choose at most ${MOST_MODELS} models.`);
  const models = await modelFacts(tx, orgId, wantedModels);
  if (models.length < wantedModels.length) return null;
  if (models.some(({ supplierId }) => supplierId !== wish.supplierId)) {
    return refused('models', 'A letter goes to one supplier: one of the devices is made by another.');
  }
  const recipient = await recipientOf(tx, orgId, wish.supplierId, wish.contactId);
  if (recipient === 'no supplier') return null;
  if (recipient === 'no contact') {
    return refused('contact', 'Choose a contact of this supplier, or leave it blank.');
  }
  const sender = await senderOf(tx, orgId);
  const contact = await contactOf(tx, auditActor(actor), sender);
  const { calendar: place } = await placeOf(tx, orgId);
  const policy = await readPolicy(tx, orgId, { supplierId: wish.supplierId, severity: wish.severity }, place);
  const template = await currentTemplate(tx, orgId, wish.kind);
  const { matters, assessmentIds, events } = await mattersOf(tx, actor, changes);
  const [first] = changes;
  // A letter of a campaign is about more than the one change that may be open to it.
  const file = first && changes.length === 1 && !wish.campaignId ? first.reference : null;
  const reference = await nextLetterReference(tx, orgId, file);
  const { calendar, stages } = policy;
  const answer = wish.answerBy ?? stageDay(date, stages.position, calendar);
  const acknowledge = wish.acknowledgeBy ?? earlier(stageDay(date, stages.acknowledge, calendar), answer);
  const { model, form, subject } = composeLetter({
    kind: wish.kind,
    reference,
    date,
    theme: wish.theme,
    sender,
    recipient: {
      organisation: recipient.supplierName,
      ...(recipient.lines ? { lines: recipient.lines } : {}),
      ...(recipient.name ? { name: recipient.name } : {}),
      ...(recipient.role ? { role: recipient.role } : {}),
    },
    contact,
    signatory: { name: actor.name, role: actor.jobTitle },
    ...(wish.yourReference ? { yourReference: wish.yourReference } : {}),
    matters,
    models,
    vulnerabilities: [...wish.vulnerabilities],
    acknowledge: deadlineOn(date, acknowledge, calendar),
    answer: deadlineOn(date, answer, calendar),
    counted: countedInWords(calendar),
    texts: template.texts,
  });
  if (events.length > 0) await record(tx, auditActor(actor), ...events);
  const drafted = await writeDraft(tx, auditActor(actor), {
    kind: wish.kind,
    reference,
    model,
    form,
    supplierId: recipient.supplierId,
    supplierName: recipient.supplierName,
    contactId: recipient.contactId,
    recipientName: recipient.name,
    recipientEmail: recipient.email,
    changeId: file ? (first?.id ?? null) : null,
    changes: changes.map(({ id }) => ({ changeId: id, assessmentId: assessmentIds.get(id) ?? null })),
    models: models.map(({ id, units: inUse }) => ({ modelId: id, units: inUse })),
    campaignId: wish.campaignId,
    followsId: null,
    subject,
    severity: wish.severity,
    templateNumber: template.number,
  });
  return { ok: true, ...drafted };
}

const earlier = (one: string, other: string): string => (one < other ? one : other);

/** The changes as they stand now, each assessed again where something moved. */
export async function mattersOf(tx: Tx, actor: Actor, changes: readonly ChangeRow[]) {
  const matters: Matter[] = [];
  const assessmentIds = new Map<string, string>();
  const events: AuditEvent[] = [];
  for (const change of changes) {
    const assessed = await assessWithin(tx, actor, change);
    const kept = await latestAssessment(tx, actor.orgId, change.id);
    if (!kept) throw new Error(`Change ${change.reference} has no assessment`);
    events.push(...assessed.events);
    assessmentIds.set(change.id, kept.id);
    const count = await unitCount(tx, actor.orgId, change.id);
    const dossier = kept.dossier as Dossier;
    const listed = changes.length === 1 && count <= MOST_UNITS_LISTED;
    matters.push({
      dossier,
      result: kept.result as AssessmentResult,
      reference: change.reference,
      ...(change.description ? { description: change.description } : {}),
      ...(change.neededBy ? { neededBy: change.neededBy } : {}),
      units: { count, ...(listed ? { list: await unitsOf(tx, change, dossier) } : {}) },
    });
  }
  return { matters, assessmentIds, events };
}

async function unitsOf(tx: Tx, change: ChangeRow, dossier: Dossier): Promise<LetterUnit[]> {
  const rows = await tx
    .select({
      serial: units.serial,
      installedVersion: units.installedVersion,
      osProduct: units.osProduct,
      osRelease: units.osRelease,
      site: units.site,
      location: units.location,
    })
    .from(changeUnits)
    .innerJoin(units, and(eq(units.orgId, changeUnits.orgId), eq(units.id, changeUnits.unitId)))
    .where(and(eq(changeUnits.orgId, change.orgId), eq(changeUnits.changeId, change.id)))
    .orderBy(asc(units.serialKey), asc(units.id))
    .limit(MOST_UNITS_LISTED);
  const asModel = dossier.device?.software?.version ?? '';
  return rows.map((row) => {
    const system = osInWords({ product: row.osProduct, release: row.osRelease });
    return {
      serial: row.serial,
      softwareVersion: row.installedVersion || asModel,
      ...(system ? { operatingSystem: system } : {}),
      place: [row.site, row.location].filter(Boolean).join(', '),
    };
  });
}
