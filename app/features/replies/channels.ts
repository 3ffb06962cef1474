/** How a reply came, in words. */
import type { ReplyChannel } from '../../../db/schema/replies.server';

export const CHANNEL_WORDS: Record<ReplyChannel, string> = {
  link: 'through the reply page',
  post: 'by post',
  telephone: 'by telephone',
  email: 'by e-mail',
  meeting: 'in a meeting',
};

/** The ways in which staff record a reply for the supplier. */
export const STAFF_CHANNELS = ['post', 'telephone', 'email', 'meeting'] as const;

/** The sentence that stands on every page and print of a reply that staff typed in; null for one that came by itself. */
export function enteredInWords(
  { enteredByName, channel }: { enteredByName: string; channel: ReplyChannel },
  supplier: string,
): string | null {
  return enteredByName ? `Entered by ${enteredByName} for ${supplier}, who answered ${CHANNEL_WORDS[channel]}.` : null;
}
