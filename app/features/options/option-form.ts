/** The form in which people say what an option costs, how long it takes, and what shows that it works. */
import { z } from 'zod';
import { MEASURE_IDS } from '../../regulation/options/measures';
import type { OptionId } from '../../regulation/options/option-result';
import { versionField } from '../devices/model-form';
import { type FactField, textFact } from '../provenance/statements';
import { optionalDate, optionalText } from '../text-input';

/** Parameters of an option's address. */
export const OptionParams = z.object({
  changeId: z.uuid(),
  option: z.enum(['as_proposed', ...MEASURE_IDS] satisfies OptionId[]),
});

export interface Range {
  least: number | null;
  most: number | null;
  source: string;
}

export interface OptionValues {
  downtime: Range;
  staff: Range;
  lead: Range;
  evidence: string;
  evidenceDocument: string;
  evidenceUntil: string | null;
  note: string;
}

/** The three ranges, as fields of the form begin and as people read them. */
export const RANGES = [
  {
    name: 'downtime',
    label: 'Downtime',
    unit: 'hours',
    help: 'Hours for which the device cannot be used, over all units.',
  },
  {
    name: 'staff',
    label: 'Staff time',
    unit: 'hours',
    help: 'Hours of work, clinical lists that have to be moved included.',
  },
  { name: 'lead', label: 'Lead time', unit: 'days', help: 'Days from the decision until the option is in force.' },
] as const;

export type RangeName = (typeof RANGES)[number]['name'];

/** A range in words: "2 to 4", "3". Null when nobody gave one. */
export const rangeInWords = ({ least, most }: Pick<Range, 'least' | 'most'>): string | null =>
  least === null || most === null ? null : least === most ? String(least) : `${least} to ${most}`;

const rangeField = (name: RangeName, label: string, unit: string): FactField<OptionValues>[] => [
  {
    field: name,
    label: `${label} (${unit})`,
    of: (values) => textFact(rangeInWords(values[name]) ?? ''),
  },
  { field: `${name}_source`, label: `${label}: source`, of: (values) => textFact(values[name].source) },
];

export const OPTION_FIELDS: readonly FactField<OptionValues>[] = [
  ...RANGES.flatMap(({ name, label, unit }) => rangeField(name, label, unit)),
  { field: 'evidence', label: 'Evidence', of: ({ evidence }) => textFact(evidence) },
  { field: 'evidence_document', label: 'Document', of: ({ evidenceDocument }) => textFact(evidenceDocument) },
  { field: 'evidence_until', label: 'Evidence holds until', of: ({ evidenceUntil }) => evidenceUntil },
  { field: 'note', label: 'Note', of: ({ note }) => textFact(note) },
];

const LARGEST = 100_000;

/** A number as people write it, with a point or a comma; empty means not given. */
const amount = () =>
  optionalText().transform((text, context) => {
    if (text === '') return null;
    const number = /^\d{1,6}([.,]\d{1,2})?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
    if (number <= LARGEST) return number;
    context.addIssue({
      code: 'custom',
      message: `Give a number from 0 to ${LARGEST.toLocaleString('en-GB')}, for example 2 or 1.5.`,
    });
    return z.NEVER;
  });

const fields = z.object({
  version: versionField,
  downtime_least: amount(),
  downtime_most: amount(),
  downtime_source: optionalText(),
  staff_least: amount(),
  staff_most: amount(),
  staff_source: optionalText(),
  lead_least: amount(),
  lead_most: amount(),
  lead_source: optionalText(),
  evidence: optionalText(),
  evidence_document: optionalText(),
  evidence_until: optionalDate(),
  note: optionalText(),
});

type Given = z.output<typeof fields>;

const givenRange = (form: Given, name: RangeName): Range => {
  const [least, most] = [form[`${name}_least`], form[`${name}_most`]];
  // One number alone is an exact value.
  return { least: least ?? most, most: most ?? least, source: form[`${name}_source`] };
};

export const OptionForm = fields.superRefine((form, context) => {
  const refuse = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
  for (const { name } of RANGES) {
    const { least, most, source } = givenRange(form, name);
    if (least !== null && most !== null && least > most)
      refuse(`${name}_most`, 'The most cannot be less than the least.');
    if (least !== null && source === '') refuse(`${name}_source`, 'Say who gave this, or where it stands.');
    if (least === null && source !== '') refuse(`${name}_least`, 'There is a source but no number.');
  }
  if (form.evidence === '' && (form.evidence_document !== '' || form.evidence_until !== null)) {
    refuse('evidence', 'Say what the document shows.');
  }
});

export type OptionFormInput = z.output<typeof OptionForm>;

/** What a form says about the option. */
export const optionValues = (form: Given): OptionValues => ({
  downtime: givenRange(form, 'downtime'),
  staff: givenRange(form, 'staff'),
  lead: givenRange(form, 'lead'),
  evidence: form.evidence,
  evidenceDocument: form.evidence_document,
  evidenceUntil: form.evidence_until,
  note: form.note,
});

const shown = (value: number | null): string => (value === null ? '' : String(value));

/** The fields of the form as they are saved, by name. */
export function fieldsShown(values: OptionValues): Record<string, string> {
  const ranges = RANGES.flatMap(({ name }) => [
    [`${name}_least`, shown(values[name].least)],
    [`${name}_most`, shown(values[name].most)],
    [`${name}_source`, values[name].source],
  ]);
  return {
    ...Object.fromEntries(ranges),
    evidence: values.evidence,
    evidence_document: values.evidenceDocument,
    evidence_until: values.evidenceUntil ?? '',
    note: values.note,
  };
}

export const NOTHING_GIVEN: OptionValues = {
  downtime: { least: null, most: null, source: '' },
  staff: { least: null, most: null, source: '' },
  lead: { least: null, most: null, source: '' },
  evidence: '',
  evidenceDocument: '',
  evidenceUntil: null,
  note: '',
};
