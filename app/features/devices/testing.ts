/** What the tests of the register share: forms as browsers post them, and short ways to fill a register. */
import { parseWithZod } from '@conform-to/zod/v4';
import type { z } from 'zod';
import type { Actor } from '../../guard/actor';
import type { SaveResult } from '../save-result';
import { addUnits } from '../units/add-units.server';
import { AddUnitsForm } from '../units/unit-form';
import { createModel } from './create-model.server';
import { ModelForm } from './model-form';

export type Fields = Record<string, string | readonly string[]>;

/** A posted form. */
export function formOf(fields: Fields): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of typeof value === 'string' ? [value] : value) form.append(name, one);
  }
  return form;
}

/** The parsed form, or its refusals by field. */
export function posted<Schema extends z.ZodType>(
  schema: Schema,
  fields: Fields,
): { value: z.output<Schema>; errors: null } | { value: null; errors: Record<string, string[] | null> } {
  const submission = parseWithZod(formOf(fields), { schema });
  if (submission.status === 'success') return { value: submission.value as z.output<Schema>, errors: null };
  return { value: null, errors: submission.error ?? {} };
}

/** The parsed form; throws when it is refused. */
export function accepted<Schema extends z.ZodType>(schema: Schema, fields: Fields): z.output<Schema> {
  const { value, errors } = posted(schema, fields);
  if (errors) throw new Error(`refused: ${JSON.stringify(errors)}`);
  return value;
}

/** The id of what was saved; throws when it was refused. */
export function savedId(result: SaveResult | null): string {
  if (!result?.ok) throw new Error(`not saved: ${JSON.stringify(result)}`);
  return result.id;
}

/** A pump of a new maker, as its form posts it. */
export const PUMP: Fields = {
  supplierId: 'new',
  newSupplier: 'B. Braun',
  name: 'Infusomat Space',
  kind: 'infusion pump',
};

/** Adds a model; its id. */
export const aModel = async (actor: Actor, over: Fields = {}): Promise<string> =>
  savedId(await createModel(actor, accepted(ModelForm, { ...PUMP, ...over })));

/** Adds units of a model, one for each serial number; their ids. */
export async function someUnits(
  actor: Actor,
  modelId: string,
  serials: string[],
  over: Fields = {},
): Promise<string[]> {
  const result = await addUnits(actor, modelId, accepted(AddUnitsForm, { serials: serials.join('\n'), ...over }));
  if (!result?.ok) throw new Error(`not added: ${JSON.stringify(result)}`);
  return result.ids;
}
