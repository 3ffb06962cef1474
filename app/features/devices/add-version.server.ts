/** Adding a software version of a model; it may become the one the model is delivered with. */
import { and, eq } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { deviceModels, softwareVersions } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { rematch } from '../advisories/rematch.server';
import { sourceColumns, sourceOf } from '../provenance/source';
import { stateFacts } from '../provenance/state-facts.server';
import { fieldChanges } from '../provenance/statements';
import { refused, type SaveResult, saved } from '../save-result';
import { lockSignedChanges, reviewSignaturesOfModel } from '../sign-off/review-signatures.server';
import { unlessTaken } from '../unique.server';
import { forgetChoices } from '../units/unit-choices.server';
import { MODEL_FIELDS } from './model-fields';
import { lockModel, modelObject } from './model-row.server';
import type { VersionInput } from './software-form';

const TAKEN = { software_versions_once: refused('release', 'This version is in the register already.') };

/** Adds a version; null when the organisation has no such model. */
export const addVersion = (actor: Actor, modelId: string, input: VersionInput): Promise<SaveResult | null> =>
  unlessTaken<SaveResult | null>(TAKEN, () =>
    inOrganisation(actor, async (tx) => {
      await lockSignedChanges(tx, actor.orgId, modelId);
      const model = await lockModel(tx, actor.orgId, modelId);
      if (!model) return null;
      if (model.retiredAt) return refused('', 'This model is retired. Restore it before you add a version.');
      const { release, releasedOn, osProduct, osRelease, notes } = input;
      const source = sourceOf(input);
      const [row] = await tx
        .insert(softwareVersions)
        .values({
          orgId: actor.orgId,
          modelId,
          release,
          releasedOn,
          osProduct,
          osRelease,
          notes,
          ...sourceColumns(source),
          createdBy: actor.userId,
          updatedBy: actor.userId,
        })
        .returning({ id: softwareVersions.id });
      if (!row) throw new Error('The version was not stored');
      const after = {
        ...model.values,
        softwareVersion: release,
        ...(osProduct === '' ? {} : { osProduct, osRelease }),
      };
      const changed = input.current === 'yes' ? fieldChanges(MODEL_FIELDS, model.values, after) : [];
      if (changed.length > 0) {
        await tx
          .update(deviceModels)
          .set({
            softwareVersion: after.softwareVersion,
            osProduct: after.osProduct,
            osRelease: after.osRelease,
            version: model.version + 1,
            updatedAt: new Date(),
            updatedBy: actor.userId,
          })
          .where(and(eq(deviceModels.orgId, actor.orgId), eq(deviceModels.id, modelId)));
        const statements = changed.map(({ field, to }) => ({ field, value: to }));
        await stateFacts(tx, actor, { type: 'model', id: modelId }, statements, source);
        await rematch(tx, actor.orgId, { modelId });
      }
      const voided = await reviewSignaturesOfModel(tx, actor, modelId);
      await record(tx, auditActor(actor), ...voided, {
        action: 'version.created',
        object: modelObject(modelId, model.values),
        detail: {
          release,
          releasedOn,
          current: input.current === 'yes',
          changed: changed.map((one) => ({ ...one })),
          source: { ...source },
        },
      });
      forgetChoices(actor.orgId);
      return saved(row.id);
    }),
  );
