/** The form that sends a letter, or records that it was posted or handed over. Pure. */
import { z } from 'zod';
import { optionalDate, optionalText, requiredText } from '../text-input';

export const CHANNELS = {
  email: 'By e-mail, with the letter attached and a reply link',
  post: 'It was posted',
  hand: 'It was handed over',
  portal: 'It was put into the supplier’s portal',
} as const;

const EMAIL = z.email();

/** An address that e-mail can be sent to: one line, one person, no list. */
export const emailAddress = (text: string): boolean =>
  text.length <= 254 && !/[\s,;<>]/.test(text) && EMAIL.safeParse(text).success;

const Channel = z.enum(['email', 'post', 'hand', 'portal'], { error: 'Say how the letter leaves or has left.' });

export const SendForm = z
  .object({
    channel: Channel,
    /** Made when the form was shown: pressing twice sends once. */
    once: z.uuid({ error: 'This form is not complete. Reload the page.' }),
    to_address: optionalText(),
    to_name: optionalText(),
    recipient: optionalText(),
    sent_on: optionalDate(),
    proof: optionalText(),
  })
  .superRefine((form, context) => {
    const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (form.channel === 'email') {
      if (!form.to_address) wrong('to_address', 'Give the e-mail address of one person or desk.');
      else if (!emailAddress(form.to_address)) wrong('to_address', 'This is not one e-mail address.');
      return;
    }
    if (!form.sent_on) wrong('sent_on', 'Give the day on which it left.');
    else if (form.sent_on > new Date().toISOString().slice(0, 10)) wrong('sent_on', 'This day has not come yet.');
    if (!form.recipient) wrong('recipient', 'Say to whom it went: name and address, or the portal.');
    if (!form.proof) wrong('proof', 'Give the tracking number, or who handed it over to whom.');
  });

export type SendInput = z.output<typeof SendForm>;

/** A required reason, in the words of the form that asks for it. */
export const reason = () => requiredText('Say why; it stands in the record.');
