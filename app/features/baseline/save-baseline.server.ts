/** Writing a baseline: what a document says, taking it back, and what was found on units. */
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { baselineLines, installedStates, units } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { lockModel, modelObject } from '../devices/model-row.server';
import { sourceColumns, sourceOf } from '../provenance/source';
import { refused, type SaveResult, saved } from '../save-result';
import { presentMoment } from '../today';
import type { FoundInput, LineInput, RetireLineInput } from './baseline-form';
import { SOURCE_WORDS, subjectOf } from './subjects';

const RETIRED = 'This model is retired. Restore it before you edit its baseline.';

/** Adds what a document says on a subject; a document speaks once of it. Null when there is no such model or subject. */
export const addLine = (
  actor: Actor,
  modelId: string,
  subjectId: string,
  input: LineInput,
): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const subject = subjectOf(subjectId);
    const model = subject && (await lockModel(tx, actor.orgId, modelId));
    if (!subject || !model) return null;
    if (model.retiredAt) return refused('', RETIRED);
    const [line] = await tx
      .insert(baselineLines)
      .values({
        ...{ orgId: actor.orgId, modelId, subject: subjectId, source: input.source, says: input.says },
        ...{ ...sourceColumns(sourceOf(input)), createdBy: actor.userId, updatedBy: actor.userId },
      })
      .onConflictDoNothing()
      .returning({ id: baselineLines.id });
    if (!line) {
      const label = SOURCE_WORDS[input.source].label;
      return refused('source', `“${label}” has a line on this already. Take that one back first, with a reason.`);
    }
    await record(tx, auditActor(actor), {
      action: 'baseline.stated',
      object: modelObject(modelId, model.values),
      detail: { subject: subject.label, source: input.source, says: input.says, from: { ...sourceOf(input) } },
    });
    return saved(line.id);
  });

/** Takes a line back; null when there is none of that id on this subject. */
export const retireLine = (
  actor: Actor,
  modelId: string,
  subjectId: string,
  { line, reason }: RetireLineInput,
): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const model = await lockModel(tx, actor.orgId, modelId);
    if (!model) return null;
    const now = new Date();
    const [gone] = await tx
      .update(baselineLines)
      .set({ retiredAt: now, updatedAt: now, updatedBy: actor.userId })
      .where(
        and(
          eq(baselineLines.orgId, actor.orgId),
          eq(baselineLines.modelId, modelId),
          eq(baselineLines.subject, subjectId),
          eq(baselineLines.id, line),
          isNull(baselineLines.retiredAt),
        ),
      )
      .returning({ says: baselineLines.says, source: baselineLines.source });
    if (!gone) return null;
    await record(tx, auditActor(actor), {
      action: 'baseline.retired',
      object: modelObject(modelId, model.values),
      detail: { subject: subjectId, ...gone },
      reason,
    });
    return saved(line);
  });

/**
 * Records what was found: on units by their serial numbers, or without any on every unit that nobody looked at by
 * itself. The newest counts; earlier ones stay. Null when there is no such model or subject.
 */
export const recordFound = (
  actor: Actor,
  modelId: string,
  subjectId: string,
  { found, foundOn, how, serials }: FoundInput,
): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const subject = subjectOf(subjectId);
    const model = subject && (await lockModel(tx, actor.orgId, modelId));
    if (!subject || !model) return null;
    if (model.retiredAt) return refused('', RETIRED);
    const looked =
      serials.length === 0
        ? []
        : await tx
            .select({ id: units.id, serial: units.serial })
            .from(units)
            .where(
              and(
                eq(units.orgId, actor.orgId),
                eq(units.modelId, modelId),
                isNull(units.retiredAt),
                inArray(units.serial, serials),
              ),
            );
    const known = new Set(looked.map(({ serial }) => serial));
    const missing = serials.filter((serial) => !known.has(serial));
    if (missing.length > 0) {
      const named = missing.slice(0, 5).map((serial) => `“${serial.slice(0, 60)}”`);
      return refused(
        'serials',
        `No unit in use of this model has ${named.join(', ')}${missing.length > 5 ? ' and others' : ''}.`,
      );
    }
    const now = presentMoment();
    const current = and(
      eq(installedStates.orgId, actor.orgId),
      eq(installedStates.modelId, modelId),
      eq(installedStates.subject, subjectId),
      isNull(installedStates.supersededAt),
    );
    const ids = looked.map(({ id }) => id);
    await tx
      .update(installedStates)
      .set({ supersededAt: now })
      .where(and(current, ids.length > 0 ? inArray(installedStates.unitId, ids) : isNull(installedStates.unitId)));
    const common = { orgId: actor.orgId, modelId, subject: subjectId, found, foundOn, how, recordedAt: now };
    await tx
      .insert(installedStates)
      .values((ids.length > 0 ? ids : [null]).map((unitId) => ({ ...common, unitId, recordedByName: actor.name })));
    await record(tx, auditActor(actor), {
      action: 'installed.recorded',
      object: modelObject(modelId, model.values),
      detail: { subject: subject.label, found, foundOn, how, serials: looked.map(({ serial }) => serial) },
    });
    return saved(modelId);
  });
