/** The data types of FHIR that a Device is made of. Whatever FHIR does not name is refused, as FHIR asks for. */
import { z } from 'zod';
import { isDay } from '../days';

const text = z.string().refine((value) => value.trim() !== '', 'A text must not be empty');
/** What every element may have besides; its content is not read. */
const extension = z.looseObject({ url: z.string().regex(/^\S+$/, 'This is no URI') });
const backbone = {
  id: z.string().optional(),
  extension: z.array(extension).optional(),
  modifierExtension: z.array(extension).optional(),
};

/** An object of FHIR with these fields, and with what every element may have. */
export const part = <S extends z.ZodRawShape>(shape: S) => z.strictObject({ ...backbone, ...shape });

/** A year, a month, a day, or a moment with its zone. */
export const dateTime = z.string().refine((value) => {
  const [, day, time = ''] =
    /^(\d{4}(?:-\d\d(?:-\d\d)?)?)(T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d))?$/.exec(value) ?? [];
  if (!day || (time !== '' && day.length < 10)) return false;
  return isDay(`${day}-01-01`.slice(0, 10)) && (time === '' || /^T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)/.test(time));
}, 'This is no date of FHIR');

export const code = (...values: [string, ...string[]]) => z.enum(values);
const uri = z.string().regex(/^\S+$/, 'This is no URI');

const period = part({ start: dateTime.optional(), end: dateTime.optional() });
const coding = part({
  system: uri.optional(),
  version: text.optional(),
  code: text.optional(),
  display: text.optional(),
  userSelected: z.boolean().optional(),
});
export const concept = part({ coding: z.array(coding).optional(), text: text.optional() });

/** Shallow on purpose: an identifier refers to who assigned it, which refers to an identifier. */
const anyObject = z.record(z.string(), z.unknown());

export const reference = part({
  reference: text.optional(),
  type: uri.optional(),
  identifier: anyObject.optional(),
  display: text.optional(),
});
export const identifier = part({
  use: code('usual', 'official', 'temp', 'secondary', 'old').optional(),
  type: concept.optional(),
  system: uri.optional(),
  value: text.optional(),
  period: period.optional(),
  assigner: anyObject.optional(),
});
export const codeableReference = part({ concept: concept.optional(), reference: reference.optional() });
export const quantity = part({
  value: z.number().optional(),
  comparator: code('<', '<=', '>=', '>', 'ad').optional(),
  unit: text.optional(),
  system: uri.optional(),
  code: text.optional(),
});
export const range = part({ low: quantity.optional(), high: quantity.optional() });

const meta = part({
  versionId: text.optional(),
  lastUpdated: dateTime.optional(),
  source: uri.optional(),
  profile: z.array(uri).optional(),
  security: z.array(coding).optional(),
  tag: z.array(coding).optional(),
});
const narrative = part({ status: code('generated', 'extensions', 'additional', 'empty'), div: text });
export const contactPoint = part({
  system: code('phone', 'fax', 'email', 'pager', 'url', 'sms', 'other').optional(),
  value: text.optional(),
  use: code('home', 'work', 'temp', 'old', 'mobile').optional(),
  rank: z.int().min(1).optional(),
  period: period.optional(),
});
export const annotation = part({
  authorReference: reference.optional(),
  authorString: text.optional(),
  time: dateTime.optional(),
  text,
});

export const strings = { text, uri, anyObject };

/** What every resource may have. */
export const resource = {
  resourceType: z.literal('Device'),
  id: z
    .string()
    .regex(/^[A-Za-z0-9.-]{1,64}$/, 'This is no id of FHIR')
    .optional(),
  meta: meta.optional(),
  implicitRules: uri.optional(),
  language: text.optional(),
  text: narrative.optional(),
  contained: z.array(z.looseObject({ resourceType: text })).optional(),
  extension: z.array(extension).optional(),
  modifierExtension: z.array(extension).optional(),
};
