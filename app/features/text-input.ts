/** Texts that people type: what is made of them before anything else, decided once for every form. */
import { z } from 'zod';

/** Longest text a field accepts; longer material belongs in an attached document. */
export const LONGEST_TEXT = 100_000;

/**
 * The text as it is stored: any script and any markup, kept as typed. U+0000 and halves of surrogate pairs, which
 * PostgreSQL cannot hold, become U+FFFD; line ends become line feeds, as browsers send carriage returns of their own.
 */
export const storableText = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .replaceAll('\u0000', '\ufffd')
    .replace(/\p{Surrogate}/gu, '\ufffd');

const tooLong = `Longer than ${LONGEST_TEXT.toLocaleString('en-GB')} characters. Attach long material as a document.`;

/**
 * Checks stand inside the transforms and not in a pipe: conform rewrites the strings of a schema, also those after a
 * pipe, so that the empty text would come out of them as missing.
 */
function checked(text: string | undefined, context: z.core.$RefinementCtx, missing?: string): string {
  const stored = storableText(text ?? '').trim();
  if (missing !== undefined && stored === '') context.addIssue({ code: 'custom', message: missing });
  if (stored.length > LONGEST_TEXT) context.addIssue({ code: 'custom', message: tooLong });
  return stored;
}

/** A text that may be missing or empty; surrounding white space goes. */
export const optionalText = () =>
  z
    .string()
    .optional()
    .transform((text, context) => checked(text, context));

/** A text that must be given; `missing` is the refusal in words. */
export const requiredText = (missing: string) =>
  z.string({ error: missing }).transform((text, context) => checked(text, context, missing));

const DAY = z.iso.date();

/** A calendar date as an HTML date field sends it; empty means not given. */
export const optionalDate = (wrong = 'Give a date as year-month-day, for example 2026-11-23.') =>
  z
    .string()
    .optional()
    .transform((text, context) => {
      const day = (text ?? '').trim();
      if (day === '') return null;
      // PostgreSQL has no year 0, and a device of the year 1066 is a slip of the finger.
      if (DAY.safeParse(day).success && /^(19|20|21)/.test(day)) return day;
      context.addIssue({ code: 'custom', message: wrong });
      return z.NEVER;
    });
