/** Every queue with what works it off, put together. */
import { checkpointAll } from '../../audit/take-checkpoint.server';
import { matchAdvisories } from '../advisories/match-advisories.server';
import { tick } from '../clocks/tick.server';
import { sendDigests } from '../digests/send-digests.server';
import { flagOverdueEmergencies } from '../emergencies/flag-overdue.server';
import { buildPack } from '../evidence/build-pack.server';
import { takeFleetDay } from '../fleet/take-fleet-day.server';
import { lookAtFeeds } from '../imports/feeds/look-at-feeds.server';
import { runImport } from '../imports/run-import.server';
import { issueLetter } from '../letters/issue-letter.server';
import { sendMail } from '../mail/send-mail.server';
import { sweepSignOff } from '../sign-off/sweep.server';
import { runOneByOne } from './run-one-by-one';
import type { Handlers } from './run-workers.server';

/** What time alone brings about. Whatever these did, the heads of the chains are signed afterwards. */
const tickAll = () =>
  runOneByOne({
    'clocks of letters': () => tick(),
    'overdue emergencies': () => flagOverdueEmergencies(),
    'sign-off': () => sweepSignOff(),
    digests: () => sendDigests(),
    feeds: () => lookAtFeeds(),
    'figures of the fleet': () => takeFleetDay(),
    checkpoints: () => checkpointAll(),
  });

export const HANDLERS: Handlers = {
  // Rendering has its own threads; a few at once keep them busy and the database free for pages.
  'letter.issue': { atOnce: 4, everySeconds: 1, run: (data) => issueLetter(data) },
  'mail.send': { atOnce: 8, everySeconds: 1, run: (data) => sendMail(data) },
  // One at a time: a pack may hold hundreds of files, and pages come first.
  'evidence.build': { atOnce: 1, everySeconds: 2, run: (data) => buildPack(data) },
  // One at a time: reading has a thread of its own, and applying leaves room for pages between its pieces.
  'import.run': { atOnce: 1, everySeconds: 1, run: (data) => runImport(data) },
  // One at a time: it takes everything that waits.
  'advisories.match': { atOnce: 1, everySeconds: 1, run: (data) => matchAdvisories(data) },
  'clocks.tick': { atOnce: 1, everySeconds: 2, run: () => tickAll() },
};
