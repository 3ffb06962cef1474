/** What staff type when a reply came by post, telephone, e-mail or in a meeting. */
import { z } from 'zod';
import { STAFF_CHANNELS } from './channels';
import { Particulars } from './particulars';

const isDay = (text: string) => z.iso.date().safeParse(text).success && /^20/.test(text);

/** `today` as ISO day: a reply cannot have come tomorrow. */
export const StaffReply = (today: string) =>
  Particulars.extend({
    role: z
      .string()
      .optional()
      .transform((text) => (text ?? '').trim().slice(0, 200)),
    channel: z.enum(STAFF_CHANNELS, { error: 'Say how the reply came.' }),
    kind: z.enum(['answer', 'acknowledgement'], { error: 'Say whether it answers or only acknowledges.' }),
    came_on: z.string({ error: 'Give the day on which it came.' }).transform((text, context) => {
      if (!isDay(text)) context.addIssue({ code: 'custom', message: 'Give the day on which it came.' });
      else if (text > today) context.addIssue({ code: 'custom', message: 'That day is still to come.' });
      return text;
    }),
  });
export type StaffReply = z.output<ReturnType<typeof StaffReply>>;
