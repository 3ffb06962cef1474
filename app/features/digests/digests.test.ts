import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { testDatabase } from '../../../db/testing';
import type { Actor } from '../../guard/actor';
import { newBrowser } from '../../guard/testing/browser';
import { letIn } from '../../guard/testing/people';
import { type House, house } from '../changes/testing';
import { beginLife, type WorkerLife } from '../jobs/worker-life.server';
import { closePost } from '../mail/post.server';
import { sendMail } from '../mail/send-mail.server';
import { type PostOffice, postOffice } from '../mail/testing';
import { getDigest, setDigest } from '../people/digest-setting.server';
import { inSignOff, signingHouse } from '../sign-off/testing';
import { isDigestDay } from './digest-choices';
import { type DigestContent, digestMail } from './digest-text';
import { sendDigests } from './send-digests.server';

const content = (over: Partial<DigestContent> = {}): DigestContent => ({
  ...{ name: 'Priya Raman', organisation: 'Northbridge', origin: 'https://changes.example', day: '2026-11-30' },
  lists: [],
  others: [],
  ...over,
});
const task = {
  ...{ id: '1', to: '/changes/1/sign-off#sign', act: 'Sign', reference: 'CM-2026-000001', title: 'Patch for Mr Smith' },
  ...{ why: 'Sign as risk owner', detail: 'About Mr Smith', since: '2026-11-28T10:00:00.000Z' },
  ...{ due: '2026-11-29T10:00:00.000Z', overdue: true },
};

describe('the text of a digest', () => {
  it('names changes by number, says what is overdue, and leads to each', () => {
    const mail = digestMail(
      content({
        lists: [{ id: 'places', title: 'To sign', tasks: [task], total: 9, more: false }],
        others: [
          { count: 1, one: 'draft', many: 'drafts' },
          { count: 0, one: 'letter', many: 'letters' },
        ],
      }),
    );
    expect(mail?.subject).toBe('Changemark: 9 things wait for you, 1 overdue');
    expect(mail?.body).toBe(`Good morning Priya Raman,

this waits for you at Northbridge on 30 Nov 2026.

To sign (1 of 9)
- CM-2026-000001: Sign as risk owner. Since 28 Nov 2026. OVERDUE: was due 29 Nov 2026, 10:00 UTC.
  https://changes.example/changes/1/sign-off#sign

Also on your page: 1 draft.

All of it: https://changes.example/

Changes are named by number; what was written about them is behind the sign-in.
You chose this e-mail on your account page, where you can also end it: https://changes.example/account#digest`);
    expect(mail?.body).not.toContain('Smith');
  });

  it('is none when nothing waits', () => {
    expect(digestMail(content({ others: [{ count: 0, one: 'draft', many: 'drafts' }] }))).toBeNull();
    expect(digestMail(content({ others: [{ count: 2, one: 'draft', many: 'drafts' }] }))?.subject).toBe(
      'Changemark: 2 drafts',
    );
  });

  it('leaves on the days that were chosen', () => {
    const week = ['2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30'];
    expect(week.map((day) => isDigestDay('weekdays', day))).toEqual([true, false, false, true]);
    expect(week.map((day) => isDigestDay('daily', day))).toEqual([true, true, true, true]);
    expect(week.some((day) => isDigestDay('none', day))).toBe(false);
  });
});

describe('digests', () => {
  const database = testDatabase();
  let at: House;
  let office: PostOffice;
  let life: WorkerLife;
  // In November the clocks of London show universal time.
  const [sunday, before, monday, noon] = [
    new Date('2026-11-29T09:00:00Z'),
    new Date('2026-11-30T07:59:59Z'),
    new Date('2026-11-30T08:00:00Z'),
    new Date('2026-11-30T12:00:00Z'),
  ];

  beforeAll(async () => {
    await house(database, 'Elsewhere');
    office = await postOffice();
    life = await beginLife(() => undefined);
  });
  beforeEach(async () => {
    at = await signingHouse(database);
    await inSignOff(at);
    process.env.MAIL_FROM = 'changemark@northbridge.example';
    process.env.SMTP_URL = office.url;
    process.env.ORIGIN = 'https://changes.example';
    office.received.length = 0;
  });
  afterAll(async () => {
    for (const name of ['SMTP_URL', 'MAIL_FROM', 'ORIGIN']) delete process.env[name];
    closePost();
    await life.end();
    await office.close();
  });

  const inside = <T>(work: (sql: typeof database.owner) => Promise<T>) =>
    database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      return work(tx as unknown as typeof database.owner);
    });
  const mails = () =>
    inside((sql) => sql`select id, to_address, purpose, status from mail_messages where purpose = 'digest'`);
  const sentEvents = () =>
    inside((sql) => sql`select object_id, detail from audit_events where action = 'digest.sent'`);
  const wants = (actor: Actor, digest: string) => setDigest(actor, digest, new Date('2026-11-27T07:00:00Z'));

  it('leave once a day, at eight, for those who asked, though two workers look', async () => {
    expect(await wants(at.engineer, 'weekdays')).toMatchObject({ ok: true });
    expect(await sendDigests(sunday)).toBe(0);
    expect(await sendDigests(before)).toBe(0);
    const counts = await Promise.all([sendDigests(monday), sendDigests(monday), sendDigests(monday)]);
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(await sendDigests(noon)).toBe(0);
    const [message, ...rest] = await mails();
    expect(rest).toEqual([]);
    expect(message).toMatchObject({ to_address: at.engineer.email, status: 'queued' });
    expect(await sentEvents()).toMatchObject([
      { object_id: at.engineer.userId, detail: { day: '2026-11-30', count: 1, overdue: 0 } },
    ]);
    expect(await sendMail({ orgId: at.orgId, messageId: String(message?.id) })).toBe('sent');
    const mail = await office.parsed();
    expect(mail.subject).toBe('Changemark: 1 thing waits for you');
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail.text).toMatch(/https:\/\/changes\.example\/changes\/[0-9a-f-]{36}\/sign-off#sign/);
    expect(mail.text).toContain('CM-2026-000001');
    expect(mail.text).not.toContain('March security roll-up');
    expect(await sendDigests(new Date('2026-12-01T08:00:00Z'))).toBe(1);
  });

  it('do not leave when nothing waits, and the day is settled all the same', async () => {
    await wants(at.auditor, 'daily');
    expect(await sendDigests(monday)).toBe(0);
    const [row] = await inside(
      (sql) => sql`select digest_sent_on::text as day from users where id = ${at.auditor.userId}`,
    );
    expect(row?.day).toBe('2026-11-30');
    expect(await mails()).toEqual([]);
  });

  it('wait for a mail server, and leave people alone who are gone', async () => {
    await wants(at.engineer, 'daily');
    delete process.env.SMTP_URL;
    expect(await sendDigests(monday)).toBe(0);
    process.env.SMTP_URL = office.url;
    await inside((sql) => sql`update users set active = false where id = ${at.engineer.userId}`);
    expect(await sendDigests(monday)).toBe(0);
  });

  it('one that cannot be made does not keep the others back', async () => {
    await wants(at.engineer, 'daily');
    await wants(at.safety, 'daily');
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await inside((sql) => sql`update users set role = 'nobody' where id = ${at.safety.userId}`);
    expect(await sendDigests(monday)).toBe(1);
    expect(quiet).toHaveBeenCalled();
    await inside((sql) => sql`update users set digest = 'none' where id = ${at.safety.userId}`);
    quiet.mockRestore();
  });

  it('are each person’s own choice, recorded; after eight the first comes another day', async () => {
    expect(await setDigest(at.engineer, 'hourly')).toMatchObject({ ok: false });
    expect(await setDigest(at.engineer, 'daily', noon)).toMatchObject({ ok: true });
    expect(await getDigest(at.engineer)).toEqual({ digest: 'daily', mail: true });
    expect(await getDigest(at.colleague)).toMatchObject({ digest: 'none' });
    expect(await sendDigests(noon)).toBe(0);
    const events = await inside((sql) => sql`select detail from audit_events where action = 'person.changed'`);
    expect(events).toMatchObject([{ detail: { before: { digest: 'none' }, after: { digest: 'daily' } } }]);
    delete process.env.ORIGIN;
    const browser = await letIn(newBrowser({ routes: /account/ }), at.engineer);
    const page = await browser.get('/account');
    expect(page).toMatchObject({ status: 200, text: expect.stringContaining('What waits for you, by e-mail') });
    const posted = await browser.post('/account?index', { intent: 'digest', digest: 'weekdays' });
    expect(posted).toMatchObject({ status: 303, location: '/account?done=digest' });
    expect(await getDigest(at.engineer)).toMatchObject({ digest: 'weekdays' });
  });
});
