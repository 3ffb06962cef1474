/** The forms of the baseline: what a document says, and what was found. */
import { z } from 'zod';
import { sourceFields } from '../provenance/source';
import { optionalDate, optionalText, requiredText } from '../text-input';
import { SOURCES, SUBJECT_IDS } from './subjects';

export const SubjectParams = z.object({ modelId: z.uuid(), subject: z.enum(SUBJECT_IDS) });

export const LineForm = z.object({
  source: z.enum(SOURCES, { error: 'Say in which document it stands.' }),
  says: requiredText('Write what the document says, in its words.'),
  ...sourceFields,
});
export type LineInput = z.output<typeof LineForm>;

export const RetireLineForm = z.object({
  line: z.uuid({ error: 'The form is damaged. Reload the page.' }),
  reason: requiredText('Say why, in a few words. The record keeps it.'),
});
export type RetireLineInput = z.output<typeof RetireLineForm>;

/** Most serial numbers of one look. */
const MOST_SERIALS = 500;

export const FoundForm = z.object({
  found: requiredText('Write what was found; “none” is an answer.'),
  foundOn: optionalDate().transform((day, context) => {
    if (day) return day;
    context.addIssue({ code: 'custom', message: 'Say on which day somebody looked.' });
    return z.NEVER;
  }),
  how: optionalText(),
  serials: optionalText().transform((text, context) => {
    const read = [
      ...new Set(
        text
          .split(/[\n,;]/)
          .map((one) => one.trim())
          .filter(Boolean),
      ),
    ];
    if (read.length <= MOST_SERIALS) return read;
    context.addIssue({ code: 'custom', message: `At most ${MOST_SERIALS} serial numbers at once.` });
    return z.NEVER;
  }),
});
export type FoundInput = z.output<typeof FoundForm>;
