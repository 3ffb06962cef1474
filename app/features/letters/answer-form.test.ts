import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inOrganisation } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { readReplyForm } from '../../../documents/read-reply-form.server';
import { stopRendering } from '../../../documents/render.server';
import { inTheBackground } from '../../audit/outsiders';
import { type House, house, submitted } from '../changes/testing';
import { approveLetter } from './approve-letter.server';
import { correctLetter } from './correct-letter.server';
import { printAnswerForm } from './download-letter.server';
import { draftFollowUp } from './draft-follow-up.server';
import { draftLetter } from './draft-letter.server';
import { getLetter } from './get-letter.server';
import { issueLetter } from './issue-letter.server';
import { SendForm } from './send-form';
import { sendLetter } from './send-letter.server';

const database = testDatabase();
let at: House;
let changeId: string;
beforeAll(async () => {
  at = await house(database);
  changeId = await submitted(at);
});
afterAll(() => stopRendering());

const day = new Date().toISOString().slice(0, 10);
const view = async (id: string) => {
  const found = await getLetter(at.regulatory, id);
  if (!found) throw new Error('no letter');
  return found;
};

async function drafted(contact = at.contactId): Promise<string> {
  const made = await draftLetter(at.engineer, changeId, { contact, reply_by: null });
  if (!made?.ok) throw new Error('refused');
  return made.id;
}

async function issue(letterId: string): Promise<string> {
  const { currentNumber: number, shown } = await view(letterId);
  await approveLetter(at.regulatory, letterId, { number, revision: shown.revision });
  expect(await issueLetter({ orgId: at.orgId, letterId, number })).toBe(true);
  return letterId;
}

const send = (id: string, fields: Record<string, string>) =>
  sendLetter(at.engineer, id, SendForm.parse({ once: randomUUID(), ...fields }));
const post = { channel: 'post', recipient: 'Maker', sent_on: day, proof: 'RM 1' };

const remind = (id: string) => {
  const by = inTheBackground(at.orgId);
  return inOrganisation(by, (tx) => draftFollowUp(tx, by, 'reminder', id));
};

describe('the answer form of a letter', () => {
  it('asks what the issued version asks, under its reference, and carries the questions as data', async () => {
    const id = await issue(await drafted());
    const { reference, questions } = await view(id);
    const file = await printAnswerForm(at.auditor, id);
    if (!file?.ok) throw new Error('no form');
    expect(file.fileName).toBe(`${reference}-v1.0-answer-form.pdf`);
    const form = await readReplyForm(file.bytes);
    expect(form).toMatchObject({ reference, version: 'v1.0' });
    expect(JSON.stringify(form)).toContain(questions[0]?.text);
  }, 60_000);

  it('is that of the version out there while a correction is in preparation, and of the correction once issued', async () => {
    const id = await issue(await drafted());
    await send(id, post);
    await correctLetter(at.engineer, id, 'A number was wrong.');
    expect(await printAnswerForm(at.engineer, id)).toMatchObject({ fileName: expect.stringContaining('-v1.0-') });
    await issue(id);
    expect(await printAnswerForm(at.engineer, id)).toMatchObject({ fileName: expect.stringContaining('-v1.1-') });
  }, 60_000);

  it('does not exist of a draft, of a letter that asks nothing, of none, and for another organisation', async () => {
    const id = await drafted();
    expect(await printAnswerForm(at.engineer, id)).toBeNull();
    await issue(id);
    await send(id, post);
    const reminder = await remind(id);
    if (!reminder.ok) throw new Error(reminder.message);
    await issue(reminder.id);
    expect(await printAnswerForm(at.engineer, reminder.id)).toBeNull();
    expect(await printAnswerForm(at.engineer, randomUUID())).toBeNull();
    const elsewhere = await house(database, 'Elsewhere');
    expect(await printAnswerForm(elsewhere.engineer, id)).toBeNull();
  }, 60_000);
});

describe('what follows a letter', () => {
  const model = async (id: string) =>
    (await view(id)).shown.model as { salutation: string; closing: string; recipient: { name: string } };

  it('to nobody by name is addressed as that letter was, and goes to the address it went to', async () => {
    const id = await issue(await drafted(''));
    expect(await send(id, { channel: 'email', to_address: 'desk@maker.example', to_name: '' })).toEqual({ ok: true });
    expect((await view(id)).recipient).toEqual({ name: '', email: 'desk@maker.example' });
    await send(id, post);
    const made = await remind(id);
    if (!made.ok) throw new Error(made.message);
    const [first, second] = [await model(id), await model(made.id)];
    expect(second.recipient).toEqual(first.recipient);
    expect(second.salutation).toBe(first.salutation);
    expect(JSON.stringify(second)).not.toMatch(/undefined|\{\{/);
    expect((await view(made.id)).recipient).toEqual({ name: '', email: 'desk@maker.example' });
  }, 60_000);

  it('to somebody who has left since goes by the name and address of then', async () => {
    const id = await issue(await drafted());
    await send(id, post);
    const before = (await view(id)).recipient;
    expect(before.name).not.toBe('');
    await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      await tx`update supplier_contacts set retired_at = now() where id = ${at.contactId}`;
    });
    const made = await remind(id);
    if (!made.ok) throw new Error(made.message);
    expect((await view(made.id)).recipient).toEqual(before);
    expect((await model(made.id)).recipient.name).toContain(before.name);
  }, 60_000);

  it('goes to the new address of a letter that came back', async () => {
    const id = await issue(await drafted(''));
    const wish = { channel: 'email', to_name: '' };
    await send(id, { ...wish, to_address: 'wrong@maker.example' });
    await send(id, { ...wish, to_address: 'copy@maker.example' });
    expect((await view(id)).recipient.email).toBe('wrong@maker.example');
    await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      await tx`update letters set status = 'bounced' where id = ${id}`;
    });
    await send(id, { ...wish, to_address: 'right@maker.example' });
    expect((await view(id)).recipient.email).toBe('right@maker.example');
  }, 60_000);
});
