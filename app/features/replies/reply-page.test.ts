import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { stopRendering } from '../../../documents/render.server';
import { type House, house } from '../changes/testing';
import { stopExamining } from '../files/examine-file.server';
import { askedLetter, PARTICULARS, type RealServer, realServer, Supplier } from './testing';

const database = testDatabase();
let at: House;
let server: RealServer;

beforeAll(async () => {
  at = await house(database);
  server = await realServer(/reply\+/);
});
afterAll(async () => {
  await server.close();
  await Promise.all([stopRendering(), stopExamining()]);
  await closeDatabase();
});

const rows = async (query: (tx: typeof database.owner) => Promise<unknown>, orgId = at.orgId) =>
  database.owner.begin(async (tx) => {
    await tx`select set_config('app.org_id', ${orgId}, true)`;
    return query(tx as unknown as typeof database.owner);
  });

/** Counts and contents of whatever a visitor could change. */
const everything = () =>
  rows(async (sql) => ({
    links: await sql`select * from reply_links order by id`,
    replies: await sql`select * from replies order by id`,
    answers: await sql`select * from reply_answers order by reply_id, number`,
    events: await sql`select count(*) from audit_events`,
    letters: await sql`select id, status, version from letters order by id`,
  }));

const opened = async () => {
  const asked = await askedLetter(at);
  const supplier = new Supplier(server.address);
  await supplier.open(asked.token);
  return { asked, supplier };
};

describe('the way in', () => {
  it('changes nothing when it is looked at, and shows neither device nor question', async () => {
    const { token } = await askedLetter(at);
    const before = await everything();
    const scanner = new Supplier(server.address);
    for (const method of ['GET', 'HEAD', 'GET']) {
      const response = await scanner.send(`/reply/${token}`, { method });
      expect(response.status).toBe(200);
      expect(response.headers.get('Referrer-Policy')).toContain('no-referrer');
      expect(response.headers.get('Cache-Control')).toContain('no-store');
      expect(response.headers.get('X-Robots-Tag')).toContain('noindex');
    }
    const { text } = await scanner.see(`/reply/${token}`);
    expect(text).toContain('Open the letter');
    expect(text).not.toMatch(/telemetry|May the update/);
    expect(await everything()).toEqual(before);
  });

  it('exchanges the token for a cookie that is bound to its path, and leaves it out of every later address', async () => {
    const { asked, supplier } = await opened();
    const response = await supplier.open(asked.token);
    expect(response.status).toBe(303);
    expect(response.headers.get('Location')).toBe('/reply');
    const cookie = response.headers.getSetCookie().find((one) => one.startsWith('changemark_reply='));
    expect(cookie).toMatch(/Path=\/reply; HttpOnly; SameSite=Strict; Max-Age=\d+/);
    const page = await supplier.see('/reply');
    expect(page.status).toBe(200);
    expect(page.text).toContain('May the update be installed in case 1?');
    expect(page.text).not.toContain(asked.token);
  });

  it('does not open for a form of another session', async () => {
    const { token } = await askedLetter(at);
    const supplier = new Supplier(server.address);
    const response = await supplier.send(`/reply/${token}`, {
      method: 'POST',
      body: new URLSearchParams({ csrf: 'x' }),
    });
    expect(response.status).toBe(403);
    expect((await supplier.see('/reply')).status).toBe(403);
  });
});

describe('answering', () => {
  it('is saved question by question, sent once, and then shows the receipt only', async () => {
    const { asked, supplier } = await opened();
    expect(
      (await supplier.post('/reply?index', Supplier.answer(1, 'yes', { q1_comment: 'After <b>4.2.0</b>.' }), '/reply'))
        .status,
    ).toBe(303);
    expect(
      (await supplier.post('/reply?index', Supplier.answer(2, 'no', { q2_fill_no: 'not tested' }), '/reply')).status,
    ).toBe(303);
    const unsigned = await supplier.post('/reply/review', { name: '', role: '' });
    expect(unsigned.status).toBe(422);
    expect(await unsigned.text()).toContain('Please type your name');
    const sent = await supplier.post('/reply/review', { ...PARTICULARS, their_reference: 'SR-77' });
    expect([sent.status, sent.headers.get('Location')]).toEqual([303, '/reply/receipt']);
    const receipt = await supplier.see('/reply/receipt');
    expect(receipt.text).toContain('Erika Muster');
    expect(receipt.text).toContain('After &lt;b&gt;4.2.0&lt;/b&gt;.');
    expect(receipt.text).toContain('+44 20 7946 0000');
    const pdfs = await Promise.all(['/reply/receipt.pdf', '/reply/receipt.pdf'].map((path) => supplier.send(path)));
    const [one, two] = await Promise.all(
      pdfs.map(async (pdf) => Buffer.from(await pdf.arrayBuffer()).toString('latin1')),
    );
    expect(one?.slice(0, 5)).toBe('%PDF-');
    expect(one).toBe(two);
    expect((await supplier.send('/reply')).headers.get('Location')).toBe('/reply/receipt');
    expect((await supplier.post('/reply?index', Supplier.answer(3, 'yes'), '/reply/receipt')).status).not.toBe(303);
    const replay = new Supplier(server.address);
    const again = await replay.see(`/reply/${asked.token}`);
    expect(again.status).toBe(410);
    expect(again.text).toContain('already answered');
    expect(again.text).not.toContain('Erika');
    const [letter] = (await rows(
      (sql) => sql`select status, questions_open from letters where id = ${asked.letterId}`,
    )) as {
      status: string;
      questions_open: number;
    }[];
    expect(letter).toEqual({ status: 'answered', questions_open: 2 });
  }, 90_000);

  it('refuses choices that are not in the list, numbers that were not asked, and texts without end, by field', async () => {
    const { supplier } = await opened();
    const before = await everything();
    for (const [fields, sentence] of [
      [Supplier.answer(1, 'perhaps'), 'choose one of the answers'],
      [{ ...Supplier.answer(1, 'yes'), q99: 'yes', q99_version: '0' }, 'asks no question 99'],
      [Supplier.answer(1, 'no', { q1_fill_no: 'x'.repeat(2001) }), 'at most 2,000'],
      [Supplier.answer(1, 'yes', { q1_comment: 'x'.repeat(20_001) }), 'at most 20,000'],
    ] as const) {
      const response = await supplier.post('/reply?index', fields, '/reply');
      expect(response.status).toBe(422);
      expect(await response.text()).toContain(sentence);
    }
    expect(await everything()).toEqual(before);
  });

  it('of ten people at once loses nothing: other questions are saved, the same question shows both texts', async () => {
    const { asked } = await opened();
    const people = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const one = new Supplier(server.address);
        expect((await one.open(asked.token)).status).toBe(303);
        return { one, csrf: await one.csrf('/reply') };
      }),
    );
    const answers = await Promise.all(
      people.map(({ one, csrf }, index) =>
        one.send('/reply?index', {
          method: 'POST',
          body: new URLSearchParams({
            csrf,
            ...(index < 3
              ? Supplier.answer(index + 1, 'yes')
              : Supplier.answer(4, 'fixed', { q4_comment: `text ${index}` })),
          }),
        }),
      ),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.slice(0, 3)).toEqual([303, 303, 303]);
    expect(statuses.slice(3).sort()).toEqual([303, 409, 409, 409, 409, 409, 409]);
    for (const [index, answer] of answers.entries()) {
      if (answer.status !== 409) continue;
      const text = await answer.text();
      expect(text).toContain('Somebody else answered this meanwhile');
      expect(text).toContain(`text ${index}`);
    }
    const sends = await Promise.all(
      people.map(async ({ one }) => (await one.post('/reply/review', PARTICULARS)).headers.get('Location')),
    );
    expect(new Set(sends.filter(Boolean))).toEqual(new Set(['/reply/receipt']));
    const received = await rows(
      (sql) => sql`select id from replies where letter_id = ${asked.letterId} and status = 'received'`,
    );
    expect(received).toHaveLength(1);
  }, 90_000);

  it('can be put off: "we have it" acknowledges the letter and leaves the questions open', async () => {
    const { asked, supplier } = await opened();
    const told = await supplier.post(
      '/reply?index',
      { intent: 'acknowledge', name: 'Erika Muster', answerer: 'J. Doe', by: '2026-12-12' },
      '/reply',
    );
    expect(told.status).toBe(303);
    expect((await supplier.see('/reply')).text).toContain('that you have the letter');
    const [letter] = (await rows((sql) => sql`select status from letters where id = ${asked.letterId}`)) as {
      status: string;
    }[];
    expect(letter?.status).toBe('acknowledged');
    const [reply] = (await rows(
      (sql) => sql`select message, kind from replies where letter_id = ${asked.letterId}`,
    )) as {
      message: string;
      kind: string;
    }[];
    expect(reply).toEqual({ message: 'J. Doe answers by 12 Dec 2026.', kind: 'acknowledgement' });
  });
});
