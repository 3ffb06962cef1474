/** The forms of the plan and of its checklist. */
import { z } from 'zod';
import { versionField } from '../devices/model-form';
import { type FactField, textFact } from '../provenance/statements';
import { optionalDate, optionalText } from '../text-input';
import { lineOf } from './check-lines';
import { CHECK_STATES } from './check-states';

export interface PlanValues {
  timing: string;
  steps: string;
  versionAfter: string;
  backOut: string;
  success: string;
}

export const NO_PLAN: PlanValues = { timing: '', steps: '', versionAfter: '', backOut: '', success: '' };

/** The fields of a plan as the form begins and people read them. */
export const PLAN_PARTS = [
  { name: 'timing', label: 'When', help: 'Days, hours, and for how long each unit is out of use.', rows: 2 },
  { name: 'steps', label: 'How it is made', help: 'Step by step, and by whom.', rows: 6 },
  { name: 'versionAfter', label: 'Version afterwards', help: 'What each unit shows when it is done.', rows: 1 },
  { name: 'backOut', label: 'How it is taken back', help: 'The way back, until when, and who decides.', rows: 5 },
  { name: 'success', label: 'What tells that it worked', help: 'What is looked at, and what has to be seen.', rows: 3 },
] as const satisfies readonly { name: keyof PlanValues; label: string; help: string; rows: number }[];

export const PLAN_FIELDS: readonly FactField<PlanValues>[] = PLAN_PARTS.map(({ name, label }) => ({
  field: name,
  label,
  of: (values) => textFact(values[name]),
}));

export const PlanForm = z.object({
  version: versionField,
  timing: optionalText(),
  steps: optionalText(),
  versionAfter: optionalText(),
  backOut: optionalText(),
  success: optionalText(),
});
export type PlanForm = z.output<typeof PlanForm>;

const because = 'Say why: whoever decides reads the reason.';

export const CheckForm = z
  .object({
    key: z
      .string({ error: 'Say which line.' })
      .refine((key) => lineOf(key) !== null, { error: 'There is no such line.' }),
    /** What was recorded when the form was opened: id of the record, or empty. */
    seen: z.union([z.uuid(), z.literal('')]).optional(),
    state: z.enum(CHECK_STATES, { error: 'Choose what holds.' }),
    because: optionalText(),
    doneOn: optionalDate(),
    attachment: z.union([z.uuid(), z.literal('')]).optional(),
  })
  .refine((form) => form.state === 'passed' || form.because !== '', { path: ['because'], message: because });
export type CheckForm = z.output<typeof CheckForm>;
