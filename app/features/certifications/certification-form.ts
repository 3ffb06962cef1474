/** The form of a certification. */
import { z } from 'zod';
import { versionField } from '../devices/model-form';
import { sourceFields } from '../provenance/source';
import { optionalDate, optionalText } from '../text-input';
import { ALL_CLASSES, BASIS_CODES, MARKET_CODES, oddities } from './bases';
import { CERTIFICATION_UNKNOWN, type CertificationValues } from './certification-fields';

const fields = z.object({
  market: z.enum(MARKET_CODES, { error: 'Choose the market.' }),
  basis: z.enum(BASIS_CODES, { error: 'Choose the legal basis.' }),
  class: z
    .string()
    .default('')
    .refine((name) => name === '' || ALL_CLASSES.includes(name), 'Choose the class from the list.'),
  body: optionalText(),
  number: optionalText(),
  scope: optionalText(),
  issuedOn: optionalDate(),
  /** on: the date beside it; never: a clearance or declaration without an end; unknown: somebody looked in vain. */
  ends: z.enum(['on', 'never', 'unknown'], { error: 'Say when it ends, that it does not, or that this is not known.' }),
  expiresOn: optionalDate(),
  unknown: z.array(z.enum(CERTIFICATION_UNKNOWN, { error: 'Choose from the list.' })).default([]),
  confirms: z.literal('yes', { error: 'Tick it or leave it.' }).optional(),
  /** An odd combination was looked at and is what the paper says. */
  reallySo: z.literal('yes', { error: 'Tick it or leave it.' }).optional(),
  ...sourceFields,
});

type Form = z.output<typeof fields>;

const consistent = (form: Form, context: z.core.$RefinementCtx) => {
  const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
  if (form.ends === 'on' && !form.expiresOn) issue('expiresOn', 'Give the day it ends, or choose another answer.');
  if (form.ends !== 'on' && form.expiresOn)
    issue('expiresOn', 'A day is given, but the answer above says there is none.');
  if (form.issuedOn && form.expiresOn && form.expiresOn < form.issuedOn) {
    issue('expiresOn', 'This is before the day it was issued.');
  }
  for (const field of form.unknown) {
    if (form[field]) issue(field, 'Given here, but ticked below as not known.');
  }
  const odd = oddities(form);
  if (odd.length > 0 && form.reallySo !== 'yes') issue('reallySo', odd.join(' '));
};

export const CertificationForm = fields.superRefine(consistent);
export const EditCertificationForm = fields.extend({ version: versionField }).superRefine(consistent);

export type CertificationInput = Form;

/** What a form says about the certification. */
export const certificationValues = (form: Form): CertificationValues => ({
  market: form.market,
  basis: form.basis,
  class: form.class,
  body: form.body,
  number: form.number,
  scope: form.scope,
  issuedOn: form.issuedOn,
  expiresOn: form.expiresOn,
  doesNotExpire: form.ends === 'never',
});

/** The fields a form records as not known. */
export const unknownInCertification = (form: Form): string[] =>
  form.ends === 'unknown' ? [...form.unknown, 'expiresOn'] : form.unknown;

/** The saved values of a certification as its form shows them. @param unknown fields recorded as not known */
export const certificationFormDefaults = (
  values: CertificationValues,
  unknown: readonly string[],
): Record<string, string | string[]> => ({
  market: values.market,
  basis: values.basis,
  class: values.class,
  body: values.body,
  number: values.number,
  scope: values.scope,
  issuedOn: values.issuedOn ?? '',
  ends: values.doesNotExpire ? 'never' : values.expiresOn ? 'on' : unknown.includes('expiresOn') ? 'unknown' : '',
  expiresOn: values.expiresOn ?? '',
  // An odd combination that was saved once was looked at then.
  reallySo: oddities(values).length > 0 ? ['yes'] : [],
});
