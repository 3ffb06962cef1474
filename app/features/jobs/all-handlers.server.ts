/** Every queue with what works it off, put together. */
import { checkpointAll } from '../../audit/take-checkpoint.server';
import { tick } from '../clocks/tick.server';
import { buildPack } from '../evidence/build-pack.server';
import { flagOverdueEmergencies } from '../emergencies/flag-overdue.server';
import { issueLetter } from '../letters/issue-letter.server';
import { sendMail } from '../mail/send-mail.server';
import type { Handlers } from './run-workers.server';

/** What time alone brings about, one thing after the other; what fails is tried again a minute later. */
async function tickAll(): Promise<void> {
  await tick();
  await flagOverdueEmergencies();
}

export const HANDLERS: Handlers = {
  // Rendering has its own threads; a few at once keep them busy and the database free for pages.
  'letter.issue': { atOnce: 4, everySeconds: 1, run: (data) => issueLetter(data) },
  'mail.send': { atOnce: 8, everySeconds: 1, run: (data) => sendMail(data) },
  // Whatever the clocks did, the heads of the chains are signed afterwards.
  // One at a time: a pack may hold hundreds of files, and pages come first.
  'evidence.build': { atOnce: 1, everySeconds: 2, run: (data) => buildPack(data) },
  'clocks.tick': { atOnce: 1, everySeconds: 2, run: () => tickAll().finally(checkpointAll) },
};
