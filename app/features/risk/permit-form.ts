/** What a person says for a change permit; what the record knows already is not asked again. */
import { z } from 'zod';
import { optionalDate, optionalText, requiredText } from '../text-input';

const fields = z.object({
  why: requiredText('Say why it is allowed.'),
  conditions: optionalText(),
  type: optionalText(),
  window: optionalText(),
  test: optionalText(),
  way_back: optionalText(),
  monitoring: optionalText(),
  begins_on: optionalDate(),
  ends_on: optionalDate(),
});

export const PermitForm = fields
  .refine((form) => form.ends_on !== null, { path: ['ends_on'], message: 'Say until when it holds.' })
  .refine((form) => form.begins_on === null || form.ends_on === null || form.begins_on <= form.ends_on, {
    path: ['begins_on'],
    message: 'It cannot begin after it has ended.',
  });

export type PermitInput = z.output<typeof PermitForm>;
