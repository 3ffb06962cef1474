import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { stopRendering } from '../../../documents/render.server';
import { type House, house, submitted } from '../changes/testing';
import { approveLetter } from './approve-letter.server';
import { draftLetter } from './draft-letter.server';
import { exportLetters } from './export-letters.server';
import { getLetter } from './get-letter.server';
import { issueLetter } from './issue-letter.server';
import { listLetters } from './list-letters.server';
import { previewReminders, remindOf } from './remind-letters.server';
import { SendForm } from './send-form';
import { sendLetter } from './send-letter.server';

const database = testDatabase();
let at: House;
let changeId: string;

/** Letters that stand in the list and are otherwise empty: the n-th is n hours old. */
const manyLetters = (count: number) =>
  database.owner.begin(async (tx) => {
    await tx`select set_config('app.org_id', ${at.orgId}, true)`;
    await tx`
      insert into letters (org_id, reference, kind, status, supplier_id, supplier_name, subject, severity, author_name,
        recipient_email, next_due, created_at)
      select ${at.orgId}, 'CM-2019-' || lpad(n::text, 6, '0') || '-L01',
        case n % 3 when 0 then 'reminder' else 'lifecycle-request' end,
        case n % 4 when 0 then 'draft' when 1 then 'sent' when 2 then 'bounced' else 'closed' end,
        ${at.supplierId}, 'Spacelabs', case n when 7 then '=HYPERLINK("x")' else 'Subject ' || n end,
        case n % 5 when 0 then 'exploited' else 'low' end, 'M. Easure', 'a@b.example',
        case n % 4 when 1 then current_date - 50 + n else null end, now() - n * interval '1 hour'
      from generate_series(1, ${count}::int) n`;
  });

beforeAll(async () => {
  at = await house(database);
  changeId = await submitted(at);
  await manyLetters(120);
});
afterAll(async () => {
  await stopRendering();
  await closeDatabase();
});

const list = (query: Record<string, string> = {}) => listLetters(at.engineer, new URLSearchParams(query));

/** All pages of a list, forwards; checks that going back shows the page before. */
async function walk(query: Record<string, string>): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  let before: string[] = [];
  do {
    const { page } = await list({ ...query, ...(after ? { after } : {}) });
    const here = page.rows.map(({ id }) => id);
    if (page.before) {
      const back = await list({ ...query, before: page.before });
      expect(back.page.rows.map(({ id }) => id)).toEqual(before);
    }
    ids.push(...here);
    before = here;
    after = page.after;
  } while (after);
  return ids;
}

describe('the list of letters', () => {
  it.each([{ sort: 'newest' }, { sort: 'due' }])(
    '%j shows every letter once, page by page, and back',
    async (query) => {
      const ids = await walk(query);
      expect(ids).toHaveLength(120);
      expect(new Set(ids).size).toBe(120);
    },
  );

  it('puts the longest overdue first, and counts what each view holds', async () => {
    const { page, counts, today } = await list({ view: 'overdue' });
    const dues = page.rows.map(({ nextDue }) => nextDue ?? '');
    expect(dues).toEqual([...dues].sort());
    expect(dues.every((due) => due < today)).toBe(true);
    expect(counts).toMatchObject({ overdue: page.rows.length, 'to-approve': 30, 'to-send': 0, 'in-doubt': 30 });
  });

  it.each([
    [{ state: 'bounced' }, 30],
    [{ kind: 'reminder' }, 40],
    [{ severity: 'exploited' }, 24],
    [{ state: 'bounced', severity: 'exploited' }, 6],
    [{ q: 'cm-2019-000007' }, 1],
    [{ q: 'subject spacelabs 119' }, 1],
    [{ q: '%' }, 0],
    [{ supplier: randomUUID() }, 0],
    [{ supplier: 'nonsense', state: 'nonsense', kind: 'x', severity: 'y', view: 'z', sort: 'q' }, 120],
  ])('%j leaves %i', async (query, wanted) => expect(await walk(query)).toHaveLength(wanted));

  it.each(['broken', Buffer.from('["0000-01-01T00:00:00Z","x"]').toString('base64url'), ''])(
    'shows the first page for the cursor %j',
    async (after) => {
      const first = await list();
      for (const sort of ['newest', 'due']) await list({ sort, after });
      expect((await list({ after })).page.rows[0]?.id).toBe(first.page.rows[0]?.id);
    },
  );

  it('is taken away as CSV without formulas, and that is recorded', async () => {
    const answer = await exportLetters(at.auditor, new URLSearchParams({ state: 'closed' }));
    const lines = (await answer.text()).trim().split('\r\n');
    expect(lines).toHaveLength(31);
    expect(lines.filter((line) => line.includes('HYPERLINK'))).toEqual([expect.stringContaining(`"'=HYPERLINK`)]);
  });

  it('shows another organisation nothing', async () => {
    const elsewhere = await house(database, 'Elsewhere');
    expect((await listLetters(elsewhere.engineer, new URLSearchParams())).page.rows).toEqual([]);
  });
});

describe('reminding of many', () => {
  /** A letter that has left, addressed to a desk with an address. */
  async function sentLetter(): Promise<string> {
    await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      await tx`update supplier_contacts set email = 'desk@spacelabs.example' where id = ${at.contactId}`;
    });
    const drafted = await draftLetter(at.engineer, changeId, { contact: at.contactId, reply_by: null });
    if (!drafted?.ok) throw new Error('refused');
    await approveLetter(at.regulatory, drafted.id, { number: 1, revision: 1 });
    await issueLetter({ orgId: at.orgId, letterId: drafted.id, number: 1 });
    const post = { channel: 'post', recipient: 'Desk', sent_on: new Date().toISOString().slice(0, 10), proof: 'RM 1' };
    await sendLetter(at.engineer, drafted.id, SendForm.parse({ ...post, once: randomUUID() }));
    return drafted.id;
  }
  const reminders = async () => (await walk({ kind: 'reminder' })).length;

  it('shows what each would say without leaving a trace, names the exceptions, then sends once', async () => {
    const [id, draft] = [await sentLetter(), (await list({ view: 'to-approve' })).page.rows[0]?.id ?? ''];
    const before = await reminders();
    const preview = await previewReminders(at.regulatory, [id, draft, randomUUID()]);
    expect(preview).toMatchObject({
      leavesAtOnce: true,
      reminders: [{ id, to: expect.stringContaining('desk@spacelabs.example') }],
      exceptions: [{ id: draft }],
    });
    expect(preview.reminders[0]?.ask).not.toBe('');
    expect(await reminders()).toBe(before);
    const done = await remindOf(at.regulatory, [id]);
    expect(done).toMatchObject({ sent: [expect.anything()], drafted: [], exceptions: [] });
    expect(await reminders()).toBe(before + 1);
    const again = await remindOf(at.regulatory, [id]);
    expect(again).toMatchObject({ sent: [], exceptions: [{ id, because: expect.stringContaining('reminds of it') }] });
    const reminder = done.sent[0]?.id ?? '';
    expect(await getLetter(at.auditor, reminder)).toMatchObject({
      status: 'approved',
      shown: { approvedByName: at.regulatory.name },
    });
    expect(await issueLetter({ orgId: at.orgId, letterId: reminder, number: 1, thenSend: true })).toBe(true);
    const issued = await getLetter(at.auditor, reminder);
    expect(issued?.deliveries).toMatchObject([{ channel: 'email', recipient: 'desk@spacelabs.example' }]);
    // The way to answer leads to the letter that asks.
    expect(issued?.links).toEqual([]);
    expect((await getLetter(at.auditor, id))?.links).toMatchObject([{ sentTo: 'desk@spacelabs.example' }]);
  }, 60_000);

  it('leaves drafts for who may not approve', async () => {
    const id = await sentLetter();
    const done = await remindOf(at.engineer, [id]);
    expect(done).toMatchObject({ sent: [], drafted: [expect.anything()], exceptions: [] });
    expect(await getLetter(at.auditor, done.drafted[0]?.id ?? '')).toMatchObject({ status: 'draft' });
  }, 60_000);
});
