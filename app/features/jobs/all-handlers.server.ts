/** Every queue with what works it off, put together. */
import { checkpointAll } from '../../audit/take-checkpoint.server';
import { tick } from '../clocks/tick.server';
import { issueLetter } from '../letters/issue-letter.server';
import { sendMail } from '../mail/send-mail.server';
import type { Handlers } from './run-workers.server';

export const HANDLERS: Handlers = {
  // Rendering has its own threads; a few at once keep them busy and the database free for pages.
  'letter.issue': { atOnce: 4, everySeconds: 1, run: (data) => issueLetter(data) },
  'mail.send': { atOnce: 8, everySeconds: 1, run: (data) => sendMail(data) },
  // Whatever the clocks did, the heads of the chains are signed afterwards.
  'clocks.tick': { atOnce: 1, everySeconds: 2, run: () => tick().finally(checkpointAll) },
};
