/** The form of a quotation: what was said, where, by whom; on what subject and, where it can be said, with what value. */
import { z } from 'zod';
import { optionalDate, optionalText, requiredText } from '../text-input';
import { ANY_CVE, isSubjectChoice, readSaying } from './subject-choices';

export const QUOTED_SOURCES = [
  { value: 'instructions', label: 'Instructions for use, service manual, security guide' },
  { value: 'contract', label: 'Contract or maintenance agreement' },
  { value: 'bulletin', label: 'Bulletin or page on the web' },
  { value: 'advisory', label: 'Advisory' },
  { value: 'mds2', label: 'MDS2 form' },
  { value: 'other', label: 'Elsewhere' },
] as const;

const CVE = /^CVE-\d{4}-\d{4,7}$/;

const fields = {
  modelId: z.union([z.literal(''), z.uuid()], { error: 'Choose a device from the list.' }).default(''),
  subject: z.string({ error: 'Choose what it is about.' }).refine(isSubjectChoice, 'Choose what it is about.'),
  cve: optionalText().transform((text) => text.toUpperCase()),
  says: z.string().default(''),
  day: optionalText(),
  quotation: requiredText('Give the words exactly as they stand there.'),
  source: z.enum(['instructions', 'contract', 'bulletin', 'advisory', 'mds2', 'other'], {
    error: 'Choose where it stands.',
  }),
  document: requiredText('Name the document, so that others find it.'),
  page: optionalText(),
  saidBy: optionalText(),
  saidOn: optionalDate(),
};

const Fields = z.object(fields);
const EditFields = z.object({ ...fields, version: z.coerce.number().int().min(1) });

/** Subject and value as they are kept; what does not fit each other is refused by its field. */
function checked(input: z.output<typeof Fields>, context: z.core.$RefinementCtx) {
  const subject = input.subject === ANY_CVE ? `${ANY_CVE}${input.cve}` : input.subject;
  const saying = readSaying(subject, input.says, input.day);
  if (input.subject === ANY_CVE && !CVE.test(input.cve)) {
    context.addIssue({ code: 'custom', path: ['cve'], message: 'Give the number, for example CVE-2017-0144.' });
  }
  if (!saying.ok) context.addIssue({ code: 'custom', path: [saying.field], message: saying.message });
  return { ...input, subject, value: saying.ok ? saying.value : null };
}

export const QuotationForm = Fields.transform(checked);
export const EditQuotationForm = EditFields.transform((input, context) => ({
  ...checked(input, context),
  version: input.version,
}));

export type QuotationInput = z.output<typeof QuotationForm>;
