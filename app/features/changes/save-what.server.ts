/** Saving the first step: reads the posted form, then proposes a new change or edits the one that exists. */
import { parseWithZod } from '@conform-to/zod/v4';
import { z } from 'zod';
import type { Actor } from '../../guard/actor';
import { WhatForm } from './change-form';
import { editChange } from './edit-change.server';
import type { EditConflict } from './edit-conflict.server';
import { errorsOf, type FieldErrors, type Kept, keptOf, postedText } from './posted';
import { proposeChange } from './propose-change.server';
import { addressAfter, isDirection } from './steps';
import { readUnitChoice } from './unit-choice';

export type StepSaved =
  | { ok: true; redirect: string }
  | { ok: false; errors: FieldErrors; kept: Kept; conflict: EditConflict | null };

/** Where the pressed button leads; a form sent by Enter goes on. */
export const directionOf = (form: FormData) => {
  const pressed = postedText(form, 'go');
  return isDirection(pressed) ? pressed : 'on';
};

/** The version a form was based on; 0 never matches, so a form without one is told what stands now. */
export const postedVersion = (form: FormData): number => {
  const number = Number(postedText(form, 'version'));
  return Number.isInteger(number) && number > 0 ? number : 0;
};

/** Begins a proposal. */
export async function saveNewProposal(actor: Actor, form: FormData): Promise<StepSaved> {
  const submission = parseWithZod(form, { schema: WhatForm });
  if (submission.status !== 'success') return refused(form, errorsOf(submission));
  const draftId = z.uuid().safeParse(postedText(form, 'draft'));
  const modelId = z.uuid().safeParse(postedText(form, 'modelId'));
  if (!draftId.success || !modelId.success) return refused(form, { '': ['Choose a device model first.'] });
  const saved = await proposeChange(actor, {
    ...submission.value,
    modelId: modelId.data,
    draftId: draftId.data,
    units: readUnitChoice(form),
  });
  if (!saved.ok) return refused(form, saved.errors, saved.conflict);
  return { ok: true, redirect: addressAfter(saved.id, 'what', directionOf(form)) };
}

/** Saves the first step of a proposal that exists; null when it does not in the actor's organisation. */
export async function saveWhat(actor: Actor, changeId: string, form: FormData): Promise<StepSaved | null> {
  const submission = parseWithZod(form, { schema: WhatForm });
  if (submission.status !== 'success') return refused(form, errorsOf(submission));
  const saved = await editChange(actor, changeId, {
    version: postedVersion(form),
    fields: submission.value,
    units: readUnitChoice(form),
    step: 'where',
  });
  if (!saved) return null;
  if (!saved.ok) return refused(form, saved.errors, saved.conflict);
  return { ok: true, redirect: addressAfter(changeId, 'what', directionOf(form)) };
}

const refused = (form: FormData, errors: FieldErrors, conflict: EditConflict | null = null): StepSaved => ({
  ok: false,
  errors,
  kept: keptOf(form),
  conflict,
});
