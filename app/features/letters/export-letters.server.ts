/** Letters as comma-separated values: everything the filter leaves, read in batches while it is sent. */
import { inOrganisation } from '../../../db/client.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { csvDownload } from '../csv';
import { decodeCursor } from '../keyset';
import { LONGEST_TEXT } from '../text-input';
import { today } from '../today';
import { LETTER_KIND_WORDS } from './letter-kinds';
import { LETTER_STATUS_LABELS } from './letter-status';
import { readLettersFilter, SEVERITY_LABELS } from './letters-filter';
import { readLetters } from './list-letters.server';

const HEADING = [
  'Reference',
  'Subject',
  'Kind',
  'State',
  'Severity',
  'Supplier',
  'To',
  'E-mail address',
  'Due',
  'Questions asked',
  'Questions open',
  'Drafted',
  'Drafted by',
  'Sent',
];

const BATCH = 500;

/**
 * Records the export, then streams it. Each batch is a transaction of its own, so that a slow reader holds no
 * connection; what others add meanwhile may or may not be in it.
 */
export async function exportLetters(actor: Actor, search: URLSearchParams): Promise<Response> {
  const filter = readLettersFilter(search);
  const day = today();
  await inOrganisation(actor, (tx) =>
    record(tx, auditActor(actor), {
      action: 'letter.exported',
      object: { type: 'list', id: null, ref: 'letters' },
      detail: { filter: { ...filter } },
    }),
  );
  let cursor: string[] | null = null;
  let more = true;
  return csvDownload(`letters-${day}.csv`, HEADING, async () => {
    if (!more) return null;
    const wish = { cursor, direction: 'after' } as const;
    const page = await inOrganisation(actor, (tx) =>
      readLetters(tx, actor.orgId, filter, wish, { size: BATCH, cut: LONGEST_TEXT, day }),
    );
    cursor = decodeCursor(page.after, ['text', 'uuid']);
    more = cursor !== null;
    return page.rows.map((row) => [
      row.reference,
      row.subject,
      LETTER_KIND_WORDS[row.kind].label,
      LETTER_STATUS_LABELS[row.status],
      SEVERITY_LABELS[row.severity],
      row.supplierName,
      row.recipientName,
      row.recipientEmail,
      row.nextDue,
      row.questionsAsked,
      row.questionsOpen,
      row.createdAt.slice(0, 10),
      row.authorName,
      row.sentAt?.slice(0, 10) ?? null,
    ]);
  });
}
