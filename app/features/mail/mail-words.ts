/** States of an e-mail, in words. */
import type { MailStatus } from '../../../db/schema/letters.server';

export const MAIL_STATUS_WORDS: Record<MailStatus, string> = {
  queued: 'waiting',
  sending: 'being sent',
  handing_over: 'being handed over',
  sent: 'sent',
  refused: 'refused by the mail server',
  failed: 'given up',
  unsure: 'not sure whether it left',
  stopped: 'stopped',
};

/** Those that somebody should look at. */
export const NEEDS_A_PERSON = ['unsure', 'refused', 'failed'] as const satisfies MailStatus[];
