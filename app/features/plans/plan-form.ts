/** The form in which a plan is drawn up: up to eight steps, each an option from a day on or waiting for something. */
import { z } from 'zod';
import type { PlanStep } from '../../../db/schema/placement.server';
import { MEASURE_IDS } from '../../regulation/options/measures';
import type { OptionId } from '../../regulation/options/option-result';
import { versionField } from '../devices/model-form';
import { optionLabel } from '../options/option-words';
import { type FactField, textFact } from '../provenance/statements';
import { optionalText, requiredText } from '../text-input';
import { readSpan, writtenInWords } from './day-span';
import { WAITS_LABELS } from './plan-times';

/** Steps a plan may have; a plan of more is several plans. */
export const MOST_STEPS = 8;
export const STEP_NUMBERS = Array.from({ length: MOST_STEPS }, (_, at) => at + 1);

export const OPTION_IDS = ['as_proposed', ...MEASURE_IDS] as const satisfies readonly OptionId[];
export const isOptionId = (text: string): text is OptionId => OPTION_IDS.some((id) => id === text);

const WAITS = ['supplier_answer', 'support_end', 'replacement'] as const;
export const WAITS_CHOICES = WAITS.map((value) => ({ value, label: WAITS_LABELS[value] }));

const LONGEST_TITLE = 200;

const stepFields = (n: number) => ({
  [`option_${n}`]: optionalText(),
  [`from_${n}`]: optionalText(),
  [`waits_${n}`]: optionalText(),
  [`until_${n}`]: optionalText(),
  [`note_${n}`]: optionalText(),
});

type StepText = ReturnType<typeof optionalText>;
const rows: Record<string, StepText> = Object.assign({}, ...STEP_NUMBERS.map(stepFields));
const fields = z.object({
  ...rows,
  version: versionField,
  title: requiredText('Say the plan in a few words: isolate now, patch in March, replace in 2028.'),
  note: optionalText(),
});

type Posted = Record<string, string>;
type Refuse = (field: string, message: string) => void;

/** One row of the form; null when it was left empty. */
function readStep(form: Posted, n: number, refuse: Refuse): PlanStep | null {
  const of = (name: string) => form[`${name}_${n}`] ?? '';
  const [option, from, waits, note] = [of('option'), of('from'), of('waits'), of('note')];
  if (option === '') {
    if (from || waits || note) refuse(`option_${n}`, 'Choose what is done in this step, or empty the row.');
    return null;
  }
  if (!isOptionId(option)) refuse(`option_${n}`, 'Choose one of the options.');
  const waitsFor = WAITS.find((one) => one === waits) ?? '';
  if (waits && !waitsFor) refuse(`waits_${n}`, 'Choose one of the list.');
  if (from && waitsFor) refuse(`from_${n}`, 'Either from a day, or waiting for something: not both.');
  if (!from && !waitsFor) refuse(`from_${n}`, 'Say from when, or what it waits for.');
  if (from && !readSpan(from)) refuse(`from_${n}`, 'Write a day, a month or a year: 2027-03-15, 2027-03 or 2028.');
  if (option === 'replacement' && waitsFor === 'replacement') refuse(`waits_${n}`, 'It cannot wait for itself.');
  return { option, from, waitsFor, until: of('until') === 'next_step' ? 'next_step' : '', note };
}

export interface PlanInput {
  version: number;
  title: string;
  note: string;
  steps: PlanStep[];
}

type Given = z.output<typeof fields>;

const stepsOf = (form: Given, refuse: Refuse): PlanStep[] =>
  STEP_NUMBERS.flatMap((n) => readStep(form as unknown as Posted, n, refuse) ?? []);

export const PlanForm = fields.superRefine((form, context) => {
  const refuse: Refuse = (field, message) => context.addIssue({ code: 'custom', path: [field], message });
  if (form.title.length > LONGEST_TITLE) refuse('title', `Say it in at most ${LONGEST_TITLE} characters.`);
  if (stepsOf(form, refuse).length === 0) refuse('option_1', 'A plan has at least one step.');
});

/** What a form that was let through says. */
export const planInput = (form: Given): PlanInput => ({
  version: Number(form.version),
  title: String(form.title),
  note: String(form.note),
  steps: stepsOf(form, () => undefined),
});

export interface PlanValues {
  title: string;
  note: string;
  steps: readonly PlanStep[];
}

export const NO_PLAN: PlanValues = { title: '', note: '', steps: [] };

/** "Isolation from Mar 2027, until the next step". Says nothing that depends on the day it is read. */
export function stepInWords({ option, from, waitsFor, until }: PlanStep): string {
  const what = isOptionId(option) ? optionLabel(option) : option;
  const when = waitsFor ? WAITS_LABELS[waitsFor] : `from ${writtenInWords(from)}`;
  return `${what} ${when}${until === 'next_step' ? ', until the next step' : ''}`;
}

const stepFact = (step: PlanStep | undefined) =>
  step ? textFact(`${stepInWords(step)}${step.note ? ` (${step.note})` : ''}`) : null;

/** The fields of a plan, for telling two people what differs and the record what changed. */
export const PLAN_FIELDS: readonly FactField<PlanValues>[] = [
  { field: 'title', label: 'Plan', of: ({ title }) => textFact(title) },
  ...STEP_NUMBERS.map((n) => ({
    field: `step_${n}`,
    label: `Step ${n}`,
    of: ({ steps }: PlanValues) => stepFact(steps[n - 1]),
  })),
  { field: 'note', label: 'Note', of: ({ note }) => textFact(note) },
];

/** The fields of the form as they are saved, by name. */
export const planFieldsShown = ({ title, note, steps }: PlanValues): Record<string, string> => ({
  title,
  note,
  ...Object.fromEntries(
    steps.flatMap((step, at) => [
      [`option_${at + 1}`, step.option],
      [`from_${at + 1}`, step.from],
      [`waits_${at + 1}`, step.waitsFor],
      [`until_${at + 1}`, step.until],
      [`note_${at + 1}`, step.note],
    ]),
  ),
});
