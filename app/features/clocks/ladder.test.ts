import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyAsDue } from '../../../bench/reminders/due-letters';
import { inOrganisation } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { stopRendering } from '../../../documents/render.server';
import { inTheBackground } from '../../audit/outsiders';
import { type House, house } from '../changes/testing';
import { lockLetter, moveLetter } from '../letters/letter-row.server';
import { decideStep, stopClock } from './decide-step.server';
import { getClocks } from './get-clocks.server';
import { meetClocks } from './meet-clocks.server';
import { pauseClocks, resumeClocks } from './pause-clocks.server';
import { runSteps } from './run-steps.server';
import { startClocks } from './start-clocks.server';
import { issuedLetter } from './testing';
import { tickOrganisation } from './tick.server';

const database = testDatabase();
let at: House;
let template: string;

beforeAll(async () => {
  at = await house(database);
  template = await issuedLetter(database, at);
}, 60_000);
afterAll(() => stopRendering());

const inside = <T>(work: (sql: typeof database.owner) => Promise<T>) =>
  database.owner.begin(async (tx) => {
    await tx`select set_config('app.org_id', ${at.orgId}, true)`;
    return work(tx as unknown as typeof database.owner);
  });

/** A letter that was sent on a day, with running clocks. */
async function sent(on: string, now = new Date(`${on}T12:00:00Z`)): Promise<string> {
  const [row] = await inside(
    (sql) => sql`
      insert into letters (org_id, id, reference, kind, status, supplier_id, supplier_name, contact_id, recipient_email,
        subject, author_name, sent_at)
      select org_id, uuidv7(), 'CM-2024-' || lpad((random() * 999999)::integer::text, 6, '0') || '-L00', kind, 'sent',
        supplier_id, supplier_name, contact_id, recipient_email, subject, author_name, ${now}
      from letters where id = ${template} returning id`,
  );
  const id = String(row?.id);
  await inside(
    (sql) => sql`
      insert into letter_versions (org_id, letter_id, number, status, model, form, authors, created_by_name, approved_at,
        approved_by, approved_by_name, approved_sha256, issued_at, sha256, bytes)
      select org_id, ${id}, number, status, model, form, authors, created_by_name, approved_at, approved_by,
        approved_by_name, approved_sha256, issued_at, sha256, bytes from letter_versions where letter_id = ${template}`,
  );
  await withLetter(id, (tx, letter) => startClocks(tx, inTheBackground(at.orgId), letter, on, now));
  return id;
}

const withLetter = (
  id: string,
  work: (tx: Parameters<typeof startClocks>[0], letter: Parameters<typeof startClocks>[2]) => Promise<unknown>,
) =>
  inOrganisation(at.engineer, async (tx) => {
    const letter = await lockLetter(tx, at.orgId, id);
    if (!letter) throw new Error('no letter');
    await work(tx, letter);
  });

const page = async (id: string) => {
  const found = await getClocks(at.engineer, id, null);
  if (!found) throw new Error('no page');
  return found;
};
const steps = async (id: string) =>
  (await page(id)).steps.map(({ words, stage, plannedAt, status }) => [stage, words, plannedAt, status]);
const followers = (id: string) =>
  inside((sql) => sql`select kind, status from letters where follows_id = ${id} order by kind`);
const nextDue = async (id: string) =>
  (await inside((sql) => sql`select next_due::text as day from letters where id = ${id}`))[0]?.day ?? null;

describe('the clocks of a letter', () => {
  it('start on the day it left, in the calendar of the place, and once', async () => {
    const id = await sent('2026-03-02');
    const { clocks } = await page(id);
    // Good Friday and Easter Monday lie between the second of March and the first of April plus thirty days.
    expect(clocks.map(({ dueOn }) => dueOn)).toEqual(['2026-03-16', '2026-04-01', '2026-06-01']);
    expect(await nextDue(id)).toBe('2026-03-16');
    await withLetter(id, (tx, letter) => startClocks(tx, inTheBackground(at.orgId), letter, '2026-05-01'));
    expect((await page(id)).clocks.map(({ dueOn }) => dueOn)).toEqual(['2026-03-16', '2026-04-01', '2026-06-01']);
  });

  it('plan the ladder at nine in the morning there, also after the clocks were changed', async () => {
    const id = await sent('2026-03-02');
    expect(await steps(id)).toEqual([
      ['Acknowledgement', 'Reminder, 3 working days before the date', '2026-03-11T09:00:00.000Z', 'planned'],
      ['Acknowledgement', 'Reminder, 1 working day after the date', '2026-03-17T09:00:00.000Z', 'planned'],
      ['Acknowledgement', 'Escalation, 5 working days after the date', '2026-03-23T09:00:00.000Z', 'planned'],
      ['Position', 'Reminder, 3 working days before the date', '2026-03-27T09:00:00.000Z', 'planned'],
      ['Position', 'Reminder, 1 working day after the date', '2026-04-02T08:00:00.000Z', 'planned'],
      ['Position', 'Escalation, 5 working days after the date', '2026-04-10T08:00:00.000Z', 'planned'],
      ['Fix or plan', 'Reminder, 3 working days before the date', '2026-05-27T08:00:00.000Z', 'planned'],
      ['Fix or plan', 'Reminder, 1 working day after the date', '2026-06-02T08:00:00.000Z', 'planned'],
      ['Fix or plan', 'Escalation, 5 working days after the date', '2026-06-08T08:00:00.000Z', 'planned'],
    ]);
  });

  it('of a letter recorded long after it was posted remind nobody by surprise', async () => {
    const id = await sent('2026-03-02', new Date('2026-04-03T12:00:00Z'));
    const planned = (await steps(id)).filter(([, , , status]) => status === 'planned');
    expect(planned).toHaveLength(4);
  });

  it('are met, and what was planned for them is not needed', async () => {
    const id = await sent('2026-03-02');
    await withLetter(id, (tx, letter) =>
      meetClocks(tx, inTheBackground(at.orgId), letter, ['acknowledge'], new Date('2026-03-10T10:00:00Z')),
    );
    expect((await page(id)).clocks[0]).toMatchObject({ state: 'met', words: 'met on 10 Mar 2026' });
    expect((await steps(id)).filter(([, , , status]) => status === 'skipped')).toHaveLength(3);
    expect(await nextDue(id)).toBe('2026-04-01');
  });

  it('are stopped one by one, with the reason', async () => {
    const id = await sent('2026-03-02');
    expect(await stopClock(at.engineer, id, 'position', 'They told us by telephone')).toEqual({ ok: true });
    expect((await page(id)).clocks[1]?.words).toBe('stopped: They told us by telephone');
    expect(await stopClock(at.engineer, id, 'position', 'again')).toMatchObject({ ok: false });
    expect(await stopClock(at.auditor, id, 'fix', 'no')).toMatchObject({ ok: false });
  });

  it('are paused: nothing goes out, and the dates still to come move by what was lost', async () => {
    const id = await sent('2026-03-02');
    await pauseClocks(at.engineer, id, 'Their site is closed', new Date('2026-03-12T12:00:00Z'));
    expect(await nextDue(id)).toBeNull();
    await tickOrganisation(at.orgId, new Date('2026-03-18T12:00:00Z'));
    expect(await followers(id)).toHaveLength(0);
    await resumeClocks(at.engineer, id, 'Open again', new Date('2026-03-19T12:00:00Z'));
    const { clocks } = await page(id);
    // Five working days; seven calendar days, which end on a working day.
    expect(clocks.map(({ dueOn }) => dueOn)).toEqual(['2026-03-23', '2026-04-08', '2026-06-08']);
    expect((await steps(id))[1]?.[2]).toBe('2026-03-24T09:00:00.000Z');
    expect(await nextDue(id)).toBe('2026-03-23');
    const again = await resumeClocks(at.engineer, id, 'x');
    expect(again).toMatchObject({ ok: false });
  });
});

describe('the ladder', () => {
  const day = (iso: string) => new Date(`${iso}T09:00:01Z`);

  it('writes, approves and hands on one reminder, and prepares an escalation that a person approves', async () => {
    const id = await sent('2026-03-02');
    expect(await runSteps(at.orgId, id, day('2026-03-11'))).toEqual({ done: 1, skipped: 0 });
    expect(await followers(id)).toEqual([{ kind: 'reminder', status: 'approved' }]);
    const jobs = await database.owner`
      select data from pgboss.job where name = 'letter.issue' and data->>'thenSend' = 'true'`;
    expect(jobs.length).toBeGreaterThan(0);
    await runSteps(at.orgId, id, day('2026-03-17'));
    await runSteps(at.orgId, id, day('2026-03-23'));
    expect(await followers(id)).toEqual([
      { kind: 'escalation', status: 'draft' },
      { kind: 'reminder', status: 'approved' },
      { kind: 'reminder', status: 'approved' },
    ]);
  });

  it('sends of several late reminders of one date only the latest, once, however often it is asked', async () => {
    const id = await sent('2026-03-02');
    const late = day('2026-03-20');
    const ends = await Promise.all([runSteps(at.orgId, id, late), runSteps(at.orgId, id, late)]);
    await runSteps(at.orgId, id, late);
    expect(ends).toContainEqual({ done: 1, skipped: 1 });
    expect(await followers(id)).toEqual([{ kind: 'reminder', status: 'approved' }]);
    const [first] = (await page(id)).steps;
    expect(first).toMatchObject({ status: 'skipped', reason: expect.stringContaining('later reminder') });
  });

  it('is shared by two ticks at once', async () => {
    await inside((sql) => sql`update ladder_steps set status = 'skipped' where status = 'planned'`);
    await copyAsDue(database.owner, at.orgId, template, 12);
    const [one, other] = await Promise.all([tickOrganisation(at.orgId), tickOrganisation(at.orgId)]);
    expect((one?.done ?? 0) + (other?.done ?? 0)).toBe(12);
    const counted = await inside(
      (sql) => sql`select count(*)::integer as n from letters r join letters l on l.id = r.follows_id
        where l.reference like 'CM-2025-9%' group by l.id`,
    );
    expect(counted.map(({ n }) => n)).toEqual(Array(12).fill(1));
  }, 60_000);

  it('stops at a step that a person stopped, and goes on when it may', async () => {
    const id = await sent('2026-03-02');
    const [step] = (await page(id)).steps;
    const stop = (decision: 'stop' | 'go') => decideStep(at.engineer, id, step?.id ?? '', decision, 'We meet them');
    expect(await stop('stop')).toEqual({ ok: true });
    expect(await stop('stop')).toMatchObject({ ok: false });
    expect(await runSteps(at.orgId, id, day('2026-03-11'))).toEqual({ done: 0, skipped: 0 });
    expect(await stop('go')).toEqual({ ok: true });
    expect(await runSteps(at.orgId, id, day('2026-03-11'))).toEqual({ done: 1, skipped: 0 });
  });

  it('asks nothing more of a letter that was answered', async () => {
    const id = await sent('2026-03-02');
    await withLetter(id, (tx, letter) => moveLetter(tx, inTheBackground(at.orgId), letter, 'answer'));
    expect(await runSteps(at.orgId, id, day('2026-03-11'))).toEqual({ done: 0, skipped: 1 });
    expect(await followers(id)).toEqual([]);
  });

  it('shows what a step will say and keeps nothing of it', async () => {
    const id = await sent('2026-03-02');
    const [step] = (await page(id)).steps;
    const shown = await getClocks(at.engineer, id, step?.id ?? null);
    expect(shown?.preview?.refused).toBeNull();
    expect(shown?.preview?.lines.join(' ')).toContain('Reminder');
    expect(await followers(id)).toEqual([]);
  });

  it('belongs to one organisation', async () => {
    const elsewhere = await house(database, 'Elsewhere');
    const id = await sent('2026-03-02');
    expect(await getClocks(elsewhere.engineer, id, null)).toBeNull();
    expect(await pauseClocks(elsewhere.engineer, id, 'x')).toBeNull();
    expect(await runSteps(elsewhere.orgId, id)).toBe('elsewhere');
  });
});
