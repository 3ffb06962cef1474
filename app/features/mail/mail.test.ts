import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inOrganisation } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { inTheBackground } from '../../audit/outsiders';
import { type House, house } from '../changes/testing';
import { beginLife, type WorkerLife } from '../jobs/worker-life.server';
import { handOver } from './claim-mail.server';
import { mailSettings } from './mail-settings.server';
import { closePost, post } from './post.server';
import { type MailWish, queueMail } from './queue-mail.server';
import { sendMail } from './send-mail.server';
import { sweepMail } from './sweep-mail.server';
import { type PostOffice, postOffice } from './testing';
import { nextAttempt, verdictOf } from './verdict';

const database = testDatabase();
let at: House;
let office: PostOffice;
let life: WorkerLife;

beforeAll(async () => {
  at = await house(database);
  office = await postOffice();
  life = await beginLife(() => undefined);
  process.env.MAIL_FROM = 'letters@northbridge.example';
});
beforeEach(() => {
  process.env.SMTP_URL = office.url;
  office.received.length = 0;
  for (const key of Object.keys(office.behaviour)) delete office.behaviour[key as keyof PostOffice['behaviour']];
});
afterAll(async () => {
  delete process.env.SMTP_URL;
  delete process.env.MAIL_FROM;
  closePost();
  await life.end();
  await office.close();
});

const queue = (over: Partial<MailWish> = {}) =>
  inOrganisation(at.engineer, async (tx) => {
    const wish: MailWish = {
      ...{ orgId: at.orgId, letterId: null, purpose: 'test', onceKey: randomUUID(), toAddress: 'desk@maker.example' },
      ...{ toName: 'Regulatory desk', replyTo: 'j.lindqvist@northbridge.example', subject: 'About the receiver' },
      ...{ body: 'Good morning.', versionNumber: null, replyLinkId: null },
    };
    return queueMail(tx, inTheBackground(at.orgId), { ...wish, ...over });
  });
const deferred = () => {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
};
const send = (messageId: string, worker?: string) => sendMail({ orgId: at.orgId, messageId }, worker);
const inside = <T>(work: (sql: typeof database.owner) => Promise<T>) =>
  database.owner.begin(async (tx) => {
    await tx`select set_config('app.org_id', ${at.orgId}, true)`;
    return work(tx as unknown as typeof database.owner);
  });
const row = async (id: string) => {
  const [found] = await inside((sql) => sql`select * from mail_messages where id = ${id}`);
  return found as Record<string, unknown>;
};
const set = (id: string, status: string, by: string, seconds: number) =>
  inside(
    (sql) => sql`update mail_messages set status = ${status}, claimed_by = ${by},
      claimed_at = now() - ${seconds} * interval '1 second' where id = ${id}`,
  );
const events = async (id: string) =>
  (await inside((sql) => sql`select action from audit_events where object_id = ${id} order by seq`)).map(
    ({ action }) => action,
  );

describe('an e-mail', () => {
  it('leaves with the headers that were chosen when it was queued', async () => {
    const { id } = await queue({ purpose: 'reminder' });
    expect(await send(id)).toBe('sent');
    const mail = await office.parsed();
    expect(mail.messageId).toBe((await row(id)).message_header);
    expect(mail.from?.value).toEqual([{ name: 'Northbridge', address: 'letters@northbridge.example' }]);
    expect(mail.replyTo?.value[0]?.address).toBe('j.lindqvist@northbridge.example');
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail.subject).toBe('About the receiver');
    expect(mail.text?.trim()).toBe('Good morning.');
    expect(await row(id)).toMatchObject({ status: 'sent', attempts: 1, claimed_by: null });
    expect(await events(id)).toEqual(['mail.sent']);
  });

  it('is queued once under its key and sent once, whoever asks how often', async () => {
    const onceKey = randomUUID();
    const [one, other] = [await queue({ onceKey }), await queue({ onceKey, subject: 'again' })];
    expect([one.isNew, other.isNew]).toEqual([true, false]);
    expect(other.id).toBe(one.id);
    const ends = await Promise.all(Array.from({ length: 5 }, () => send(one.id)));
    expect(ends.filter((end) => end === 'sent')).toHaveLength(1);
    expect(await send(one.id)).toBe('nothing');
    expect(office.received).toHaveLength(1);
  });

  it('takes no header from what somebody typed', async () => {
    const evil = 'Desk\r\nBcc: everybody@example.org\r\n\r\n<script>';
    const { id } = await queue({ toName: evil, subject: `S\nX-Evil: 1 ${evil}`, replyTo: 'a@b.example\r\nX-Evil: 2' });
    expect(await send(id)).toBe('sent');
    const mail = await office.parsed();
    expect([...mail.headers.keys()]).not.toEqual(expect.arrayContaining(['bcc']));
    expect(mail.headers.has('x-evil')).toBe(false);
    expect(office.received[0]?.to).toEqual(['desk@maker.example']);
    expect(mail.subject).toContain('S X-Evil: 1 Desk Bcc:');
  });

  it('carries any script', async () => {
    const { id } = await queue({ subject: 'Größe – 系统更新 – تحديث', body: 'Żółć\n.\n..\n系统', toName: '李雷' });
    await send(id);
    const mail = await office.parsed();
    expect(mail.subject).toBe('Größe – 系统更新 – تحديث');
    expect(mail.text?.trim()).toBe('Żółć\n.\n..\n系统');
  });

  it('waits without a mail server, and goes when there is one', async () => {
    const { id } = await queue();
    delete process.env.SMTP_URL;
    expect(await send(id)).toBe('waits');
    expect((await row(id)).status).toBe('queued');
    process.env.SMTP_URL = office.url;
    expect(await send(id)).toBe('sent');
  });
});

describe('a mail server that does not take it', () => {
  it('for good: refused, and the record says so', async () => {
    office.behaviour.recipient = 550;
    const { id } = await queue();
    expect(await send(id)).toBe('refused');
    expect(await row(id)).toMatchObject({ status: 'refused' });
    expect(await events(id)).toEqual(['mail.refused']);
  });

  it('for now: queued again, later, with a job for it', async () => {
    office.behaviour.message = 451;
    const { id } = await queue();
    expect(await send(id)).toBe('again');
    const kept = await row(id);
    expect(kept).toMatchObject({ status: 'queued', attempts: 1, claimed_by: null });
    expect(Number(kept.not_before)).toBeGreaterThan(Date.now() + 30_000);
    expect(await send(id)).toBe('nothing');
    const jobs = await database.owner`select start_after from pgboss.job where data->>'messageId' = ${id}`;
    expect(jobs).toHaveLength(2);
  });

  it('so often: failed', async () => {
    office.behaviour.recipient = 450;
    const { id } = await queue();
    await inside((sql) => sql`update mail_messages set attempts = 7 where id = ${id}`);
    expect(await send(id)).toBe('failed');
    expect(await events(id)).toEqual(['mail.failed']);
  });

  it('because nobody is there: queued again', async () => {
    process.env.SMTP_URL = 'smtp://127.0.0.1:1';
    const { id } = await queue();
    expect(await send(id)).toBe('again');
  });

  it('without an answer after the end of the message: unsure, never sent again by itself', async () => {
    office.behaviour.message = 'drop';
    const { id } = await queue();
    expect(await send(id)).toBe('unsure');
    expect(await events(id)).toEqual(['mail.unsure']);
    delete office.behaviour.message;
    expect(await send(id)).toBe('nothing');
    await sweepMail(at.orgId);
    expect((await row(id)).status).toBe('unsure');
    expect(office.received).toHaveLength(0);
  });
});

describe('a worker that died', () => {
  const dead = 'elsewhere:1:gone';

  it('while sending: the server has not got it, and it is sent again', async () => {
    const { id } = await queue();
    await set(id, 'sending', dead, 60);
    expect(await send(id)).toBe('sent');
    expect(office.received).toHaveLength(1);
  });

  it('while handing over: nobody can know, and a person decides', async () => {
    const { id } = await queue();
    await set(id, 'handing_over', dead, 60);
    expect(await send(id)).toBe('nothing');
    expect(await row(id)).toMatchObject({ status: 'unsure' });
    expect(office.received).toHaveLength(0);
  });

  it('after the server took it, before the letter was told: told, not sent again', async () => {
    const { id } = await queue();
    await set(id, 'sent', dead, 60);
    expect(await send(id)).toBe('nothing');
    expect(await send(id)).toBe('nothing');
    expect(await events(id)).toEqual(['mail.sent']);
    expect(office.received).toHaveLength(0);
  });

  it('is told from one that lives, and from one that has only begun', async () => {
    const [mine, fresh] = [await queue(), await queue()];
    // Somebody else asks while this living worker holds it.
    await set(fresh.id, 'sending', dead, 1);
    expect(await send(fresh.id, 'other')).toBe('nothing');
    const { promise, resolve } = deferred();
    office.behaviour.beforeAnswer = () => promise;
    const first = send(mine.id);
    await expect.poll(async () => (await row(mine.id)).status).toBe('handing_over');
    await inside((sql) => sql`update mail_messages set claimed_at = now() - interval '1 hour' where id = ${mine.id}`);
    expect(await send(mine.id, 'other')).toBe('nothing');
    expect((await row(mine.id)).status).toBe('handing_over');
    resolve();
    expect(await first).toBe('sent');
  });

  it('and whose message was taken over holds the end of it back', async () => {
    const { id } = await queue();
    await set(id, 'sending', 'other:2:alive', 0);
    const settings = mailSettings();
    if (!settings) throw new Error('no mail server');
    const posting = {
      to: 'desk@maker.example',
      mime: Buffer.from('Subject: x\r\n\r\nThe whole text.\r\n'),
      beforeLastByte: () => handOver({ orgId: at.orgId, userId: null }, id, dead),
    };
    await expect(post(settings, posting)).rejects.toThrow('taken this message over');
    expect(office.received).toHaveLength(0);
    expect((await row(id)).status).toBe('sending');
  });

  it('leaves jobs that were lost to the sweep', async () => {
    const { id } = await queue();
    await database.owner`delete from pgboss.job where data->>'messageId' = ${id}`;
    await inside((sql) => sql`update mail_messages set not_before = now() - interval '1 minute' where id = ${id}`);
    expect(await sweepMail(at.orgId)).toBe(1);
    expect(await sweepMail(at.orgId)).toBe(0);
    expect(await send(id)).toBe('sent');
  });
});

it('judges what a mail server says', () => {
  const error = (responseCode: number, command: string) => ({ message: '', responseCode, command });
  expect(verdictOf(error(550, 'RCPT TO'), false)).toBe('refused');
  expect(verdictOf(error(554, 'DATA'), true)).toBe('refused');
  expect(verdictOf(error(552, 'MAIL FROM'), false)).toBe('refused');
  // Our sign-in or our address: the installation is wrong, not the letter.
  expect(verdictOf(error(535, 'AUTH PLAIN'), false)).toBe('again');
  expect(verdictOf(error(550, 'MAIL FROM'), false)).toBe('again');
  expect(verdictOf(error(451, 'DATA'), true)).toBe('again');
  expect(verdictOf({ message: 'reset' }, false)).toBe('again');
  expect(verdictOf({ message: 'reset' }, true)).toBe('unsure');
  const now = new Date();
  const pauses = Array.from({ length: 9 }, (_, index) => nextAttempt(index + 1, now));
  expect(pauses.filter(Boolean)).toHaveLength(7);
  expect(nextAttempt(8, now)).toBeNull();
});
