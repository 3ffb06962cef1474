/** What is known of a model's component list as a whole: which list was imported, or that the maker gave none. */
import { z } from 'zod';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { type Source, sourceFields, sourceOf } from '../provenance/source';
import { type Recorder, stateFacts } from '../provenance/state-facts.server';
import { stateImported, takeBackFacts } from '../provenance/state-imported.server';
import { refused, type SaveResult, saved } from '../save-result';
import { NO_COMPONENT_LIST } from './component-list';
import { lockModel, modelObject } from './model-row.server';

const FIELD = 'componentList';

/** An import brought a list: "CycloneDX 1.6, 55 components". */
export const stateComponentList = (tx: Tx, by: Recorder, modelId: string, value: string, source: Source) =>
  stateImported(tx, by, 'model', [{ id: modelId, field: FIELD, value }], source);

/** The import was undone: what was known of the list before is known again. */
export const takeBackComponentList = (tx: Tx, by: Recorder, modelId: string) =>
  takeBackFacts(tx, by, 'model', [{ id: modelId, field: FIELD }]);

export const NoListForm = z.object(sourceFields).superRefine((form, context) => {
  if (form.sourceDate === '') {
    context.addIssue({ code: 'custom', path: ['sourceDate'], message: 'Say when: silence has a date too.' });
  }
  if (form.saidBy === '') {
    context.addIssue({ code: 'custom', path: ['saidBy'], message: 'Say who gave none, or did not answer.' });
  }
});

/** Records that the maker gave no list; null when the organisation has no such model. */
export const stateNoComponentList = (
  actor: Actor,
  modelId: string,
  input: z.output<typeof NoListForm>,
): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const model = await lockModel(tx, actor.orgId, modelId);
    if (!model) return null;
    if (model.retiredAt) return refused('', 'This model is retired. Restore it before you record anything about it.');
    const source = sourceOf(input);
    const statement = { field: FIELD, value: NO_COMPONENT_LIST };
    await stateFacts(tx, actor, { type: 'model', id: modelId }, [statement], source);
    await record(tx, auditActor(actor), {
      action: 'model.changed',
      object: modelObject(modelId, model.values),
      detail: { stated: [FIELD], value: NO_COMPONENT_LIST, source: { ...source } },
    });
    return saved(modelId);
  });
