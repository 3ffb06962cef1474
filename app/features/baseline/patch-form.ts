/** The form of a patch and what the maker says of it. */
import { z } from 'zod';
import { versionField } from '../devices/model-form';
import { sourceFields } from '../provenance/source';
import { type FactField, textFact } from '../provenance/statements';
import { optionalDate, optionalText, requiredText } from '../text-input';
import type { PatchFact } from './supersedence';

export const PATCH_STATES = [
  { value: 'validated', label: 'Validated by the maker' },
  { value: 'refused', label: 'Refused by the maker' },
  { value: 'not_said', label: 'The maker has not said' },
] as const;

const MOST = 100;
const names = (what: string, shape: RegExp) =>
  optionalText().transform((text, context) => {
    const read = [...new Set(text.split(/[\s,;]+/).filter(Boolean))].map((one) => one.toUpperCase());
    if (read.length <= MOST && read.every((one) => shape.test(one))) return read;
    context.addIssue({ code: 'custom', message: `Give ${what}, apart by blanks or commas.` });
    return z.NEVER;
  });

/** Which patch the form is about, when it edits one. */
export const PatchForm = z
  .object({
    id: z.union([z.uuid(), z.literal('')]).optional(),
    version: versionField,
    patch: requiredText('Give the number of the patch: KB4012212.').refine((text) => text.length <= 100, {
      error: 'Longer than such a number is.',
    }),
    title: optionalText(),
    published: optionalDate(),
    supersedes: names('the numbers of patches', /^[\w.:-]{1,100}$/),
    cves: names('CVE numbers', /^CVE-\d{4}-\d{4,19}$/),
    state: z.enum(['validated', 'refused', 'not_said'], { error: 'Choose from the list.' }),
    validatedOn: optionalDate(),
    ...sourceFields,
  })
  .refine(({ state, validatedOn }) => validatedOn === null || state !== 'not_said', {
    path: ['validatedOn'],
    message: 'There is a day, but the maker has not said anything.',
  });
export type PatchInput = z.output<typeof PatchForm>;

export interface PatchValues extends PatchFact {
  title: string;
  published: string | null;
  supersedes: string[];
  cves: string[];
  validatedOn: string | null;
}

export const PATCH_FIELDS: readonly FactField<PatchValues>[] = [
  { field: 'patch', label: 'Patch', of: ({ patch }) => textFact(patch) },
  { field: 'title', label: 'Title', of: ({ title }) => textFact(title) },
  { field: 'published', label: 'Published', of: ({ published }) => published },
  { field: 'supersedes', label: 'Replaces', of: ({ supersedes }) => textFact(supersedes.join(', ')) },
  { field: 'cves', label: 'Mends', of: ({ cves }) => textFact(cves.join(', ')) },
  {
    field: 'state',
    label: 'The maker',
    of: ({ state }) => PATCH_STATES.find(({ value }) => value === state)?.label ?? state,
  },
  { field: 'validatedOn', label: 'Said on', of: ({ validatedOn }) => validatedOn },
];
