/** Who answers, as they type it themselves; nobody has verified it, and every page says "as typed". */
import { z } from 'zod';
import { storableText } from '../text-input';

const line = (longest: number, missing?: string) =>
  z
    .string()
    .optional()
    .transform((given, context) => {
      const text = storableText(given ?? '')
        .replace(/\s+/g, ' ')
        .trim();
      if (missing && !text) context.addIssue({ code: 'custom', message: missing });
      if (text.length > longest) {
        context.addIssue({ code: 'custom', message: `At most ${longest.toLocaleString('en-GB')} characters.` });
      }
      return text;
    });

/** Longest free message beside the answers. */
export const LONGEST_MESSAGE = 20_000;

export const message = z
  .string()
  .optional()
  .transform((given, context) => {
    const text = storableText(given ?? '').trim();
    if (text.length > LONGEST_MESSAGE) {
      const longest = LONGEST_MESSAGE.toLocaleString('en-GB');
      context.addIssue({ code: 'custom', message: `At most ${longest} characters. Attach longer texts as a file.` });
    }
    return text;
  });

const email = line(320).superRefine((text, context) => {
  if (text && !/^[^\s@]+@[^\s@]+$/.test(text)) {
    context.addIssue({ code: 'custom', message: 'An e-mail address has one @ and no spaces: name@company.example.' });
  }
});

/** What is typed on the last page before sending. */
export const Particulars = z.object({
  name: line(200, 'Please type your name: it stands in the record beside the answers.'),
  role: line(200, 'Please type your role, for example “Product security manager”.'),
  email,
  their_reference: line(200),
  fallback: line(500),
  message,
});
export type Particulars = z.output<typeof Particulars>;

/** "We have it": who says so, who will answer, and by when. */
export const Acknowledgement = z.object({
  name: line(200, 'Please type your name: it stands in the record.'),
  answerer: line(200),
  by: z
    .string()
    .optional()
    .transform((given, context) => {
      const day = (given ?? '').trim();
      if (!day || (z.iso.date().safeParse(day).success && /^20/.test(day))) return day;
      context.addIssue({ code: 'custom', message: 'Give the day as year-month-day, for example 2026-12-01.' });
      return z.NEVER;
    }),
});
export type Acknowledgement = z.output<typeof Acknowledgement>;
