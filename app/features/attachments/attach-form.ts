/** The forms of the files of a change. */
import { z } from 'zod';
import { optionalText, requiredText } from '../text-input';
import { LONGEST_NOTE } from './attachment-limits';
import { PURPOSES } from './purposes';

export const FileParams = z.object({ changeId: z.uuid(), attachmentId: z.uuid() });

export const AttachForm = z.object({
  purpose: z.enum(PURPOSES, { error: 'Say what the files are for.' }),
  note: optionalText().refine((note) => note.length <= LONGEST_NOTE, {
    error: `Say it in at most ${LONGEST_NOTE} characters.`,
  }),
});
export type AttachForm = z.output<typeof AttachForm>;

export const TakeBackForm = z.object({ reason: requiredText('Say why: the file stays named in the record.') });
