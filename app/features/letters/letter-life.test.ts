import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, inOrganisation } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { stopRendering } from '../../../documents/render.server';
import { inTheBackground } from '../../audit/outsiders';
import type { Actor } from '../../guard/actor';
import { type House, house, submitted } from '../changes/testing';
import { actOnLetter } from './act-on-letter.server';
import { approveLetter } from './approve-letter.server';
import { correctLetter } from './correct-letter.server';
import { downloadLetter, issuedDigest, previewLetter } from './download-letter.server';
import { draftLetter } from './draft-letter.server';
import { dropCorrection } from './drop-correction.server';
import { getLetter } from './get-letter.server';
import { issueLetter } from './issue-letter.server';
import { lockLetter, moveLetter } from './letter-row.server';
import { makeLink, revokeLink } from './manage-links.server';
import { markAnswered } from './mark-answered.server';
import { moveByHand } from './move-by-hand.server';
import { recordMailOutcome } from './record-mail-outcome.server';
import { SendForm } from './send-form';
import { sendLetter } from './send-letter.server';

const database = testDatabase();
let at: House;
let elsewhere: House;
let changeId: string;
beforeAll(async () => {
  at = await house(database);
  elsewhere = await house(database, 'Elsewhere');
  changeId = await submitted(at);
});
afterAll(async () => {
  await stopRendering();
  await closeDatabase();
});

const day = (offset = 0) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

/** A draft by the engineer. */
async function aDraft(): Promise<string> {
  const drafted = await draftLetter(at.engineer, changeId, { contact: at.contactId, reply_by: null });
  if (!drafted?.ok) throw new Error(JSON.stringify(drafted));
  return drafted.id;
}

/** A letter approved by regulatory affairs, its file made. */
async function issued(id?: string): Promise<string> {
  const letterId = id ?? (await aDraft());
  const view = await getLetter(at.regulatory, letterId);
  const number = view?.currentNumber ?? 1;
  const approved = await approveLetter(at.regulatory, letterId, { number, revision: view?.shown.revision ?? 1 });
  expect(approved).toEqual({ ok: true });
  expect(await issueLetter({ orgId: at.orgId, letterId, number })).toBe(true);
  return letterId;
}

const send = (actor: Actor, id: string, fields: Record<string, string>) =>
  sendLetter(actor, id, SendForm.parse({ once: randomUUID(), ...fields }));
const byMail = { channel: 'email', to_address: 'desk@spacelabs.example', to_name: 'Desk' };
const byPost = (over = {}) => ({ channel: 'post', recipient: 'Spacelabs', sent_on: day(), proof: 'RM 1', ...over });
const viewOf = async (id: string) => {
  const view = await getLetter(at.engineer, id);
  if (!view) throw new Error('no letter');
  return view;
};

const asOwner = <T>(work: (tx: Parameters<Parameters<typeof database.app.begin>[1]>[0]) => Promise<T>) =>
  database.app.begin(async (tx) => {
    await tx`select set_config('app.org_id', ${at.orgId}, true)`;
    return work(tx);
  });

describe('approval', () => {
  it('is refused to who wrote the letter: by the page, the use case and the database', async () => {
    const drafted = await draftLetter(at.regulatory, changeId, { contact: '', reply_by: null });
    if (!drafted?.ok) throw new Error('refused');
    const { id } = drafted;
    expect((await getLetter(at.regulatory, id))?.acts.approve).toContain('Somebody else');
    expect(await approveLetter(at.regulatory, id, { number: 1, revision: 1 })).toMatchObject({ ok: false });
    await expect(
      asOwner(
        (tx) => tx`update letter_versions set status = 'approved', approved_by = ${at.regulatory.userId},
          approved_by_name = 'me', approved_at = now(), approved_sha256 = 'x' where letter_id = ${id}`,
      ),
    ).rejects.toThrow('letter_versions_not_the_author');
  });

  it('is refused to a role that does not approve, also through the page', async () => {
    const id = await aDraft();
    expect(await approveLetter(at.colleague, id, { number: 1, revision: 1 })).toMatchObject({ ok: false });
    const form = new FormData();
    form.set('intent', 'approve');
    const thrown = await actOnLetter({ actor: at.colleague, letterId: id, form }).catch((error: unknown) => error);
    expect(thrown).toMatchObject({ status: 403 });
  });

  it('is of what was seen: an edit in between is refused', async () => {
    const id = await aDraft();
    await asOwner((tx) => tx`update letter_versions set revision = 2 where letter_id = ${id}`);
    const refused = await approveLetter(at.regulatory, id, { number: 1, revision: 1 });
    expect(refused).toMatchObject({ ok: false, errors: { '': [expect.stringContaining('edited')] } });
    expect(await approveLetter(at.regulatory, id, { number: 1, revision: 2 })).toEqual({ ok: true });
  });

  it('by two at once happens once', async () => {
    const id = await aDraft();
    const wish = { number: 1, revision: 1 };
    const both = await Promise.all([approveLetter(at.regulatory, id, wish), approveLetter(at.regulatory, id, wish)]);
    expect(both.filter((one) => one?.ok)).toHaveLength(1);
    const acts = (await viewOf(id)).history.filter(({ action }) => action === 'letter.approved');
    expect(acts).toHaveLength(1);
  });

  it('locks the text: the database refuses another model', async () => {
    const id = await aDraft();
    await approveLetter(at.regulatory, id, { number: 1, revision: 1 });
    await expect(asOwner((tx) => tx`update letter_versions set model = '{}' where letter_id = ${id}`)).rejects.toThrow(
      'locked',
    );
  });
});

describe('issuing', () => {
  it('run twice at once makes one file, and its bytes never change', async () => {
    const id = await aDraft();
    await approveLetter(at.regulatory, id, { number: 1, revision: 1 });
    const job = { orgId: at.orgId, letterId: id, number: 1 };
    const runs = await Promise.all([issueLetter(job), issueLetter(job)]);
    expect(runs.filter(Boolean)).toHaveLength(1);
    expect(await issueLetter(job)).toBe(false);
    const view = await viewOf(id);
    expect(view.status).toBe('issued');
    expect(view.shown.seal).toContain('Not sealed');
    expect(view.questions.length).toBeGreaterThan(0);
    expect(view.questionsOpen).toBe(view.questions.length);
    const file = await downloadLetter(at.auditor, id, 1);
    if (!file?.ok) throw new Error('no file');
    expect(createHash('sha256').update(file.bytes).digest('hex')).toBe(file.sha256);
    expect(await issuedDigest(at.auditor, id, 1)).toBe(file.sha256);
    expect(file.fileName).toMatch(/-L\d\d-v1\.0-supplier-request\.pdf$/);
    await expect(
      asOwner((tx) => tx`update letter_versions set bytes = '\\x00'::bytea where letter_id = ${id}`),
    ).rejects.toThrow('locked');
  }, 60_000);

  it('refuses a text that is not the one approved', async () => {
    const id = await aDraft();
    await approveLetter(at.regulatory, id, { number: 1, revision: 1 });
    await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      await tx`alter table letter_versions disable trigger lock_letter_version`;
      await tx`update letter_versions set model = jsonb_set(model, '{date}', '"2001-01-01"') where letter_id = ${id}`;
      await tx`alter table letter_versions enable trigger lock_letter_version`;
    });
    await expect(issueLetter({ orgId: at.orgId, letterId: id, number: 1 })).rejects.toThrow('not the text');
  });

  it('a damaged file is not handed out', async () => {
    const id = await issued();
    await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      await tx`alter table letter_versions disable trigger lock_letter_version`;
      await tx`update letter_versions set bytes = '\\x00'::bytea where letter_id = ${id}`;
      await tx`alter table letter_versions enable trigger lock_letter_version`;
    });
    expect(await downloadLetter(at.engineer, id, 1)).toMatchObject({ ok: false, status: 409 });
    expect((await viewOf(id)).history[0]?.action).toBe('letter.damaged');
  }, 60_000);

  it('a preview is marked, and nothing of it is kept', async () => {
    const id = await aDraft();
    const file = await previewLetter(at.auditor, id);
    expect(file).toMatchObject({ ok: true, fileName: expect.stringMatching(/^DRAFT-/) });
    expect(await downloadLetter(at.auditor, id, 1)).toBeNull();
    expect(await issuedDigest(at.auditor, id, 1)).toBeNull();
  }, 60_000);
});

describe('sending', () => {
  it('by e-mail is queued once however often the form is sent, and counts as sent when the server took it', async () => {
    const id = await issued();
    const once = randomUUID();
    const input = SendForm.parse({ ...byMail, once });
    expect(await sendLetter(at.engineer, id, input)).toEqual({ ok: true });
    expect(await sendLetter(at.engineer, id, input)).toEqual({ ok: true });
    const queued = await viewOf(id);
    expect(queued.status).toBe('issued');
    expect(queued.deliveries).toHaveLength(1);
    const message = queued.deliveries[0]?.mail?.id ?? '';
    const outcome = { status: 'sent', at: new Date(), answer: '250 OK' } as const;
    await inOrganisation(inTheBackground(at.orgId), (tx) =>
      recordMailOutcome(
        tx,
        { orgId: at.orgId, id: message, letterId: id, versionNumber: 1, toAddress: byMail.to_address },
        outcome,
      ),
    );
    const sent = await viewOf(id);
    expect(sent.status).toBe('sent');
    expect(sent.deliveries[0]?.sentOn).toBe(day());
    expect(sent.clocks.length).toBeGreaterThan(0);
    expect(sent.links.length).toBeGreaterThan(0);
  }, 60_000);

  it('refused by the server is bounced with the reason, and can be sent again', async () => {
    const id = await issued();
    await send(at.engineer, id, byMail);
    const message = (await viewOf(id)).deliveries[0]?.mail?.id ?? '';
    await inOrganisation(inTheBackground(at.orgId), (tx) =>
      recordMailOutcome(
        tx,
        { orgId: at.orgId, id: message, letterId: id, versionNumber: 1, toAddress: byMail.to_address },
        { status: 'refused', at: new Date(), answer: '550 no such user' },
      ),
    );
    const bounced = await viewOf(id);
    expect(bounced).toMatchObject({ status: 'bounced', acts: { send: null } });
    expect(bounced.deliveries[0]?.bounceReason).toContain('550');
    expect(bounced.clocks).toEqual([]);
    expect(await send(at.engineer, id, byPost())).toEqual({ ok: true });
    expect((await viewOf(id)).status).toBe('sent');
  }, 60_000);

  it('by post starts the clocks on the day it left; pressing twice records it once', async () => {
    const id = await issued();
    const input = SendForm.parse({ ...byPost(), once: randomUUID() });
    expect(await sendLetter(at.engineer, id, input)).toEqual({ ok: true });
    expect(await sendLetter(at.engineer, id, input)).toEqual({ ok: true });
    const view = await viewOf(id);
    expect(view).toMatchObject({ status: 'sent', deliveries: [{ channel: 'post', proof: 'RM 1', sentOn: day() }] });
    expect(view.clocks.map(({ stage }) => stage).sort()).toEqual(['acknowledge', 'fix', 'position']);
  }, 60_000);

  it('is refused before issuing, by roles that do not send, and before the letter was written', async () => {
    const id = await aDraft();
    expect(await send(at.engineer, id, byMail)).toMatchObject({ ok: false });
    await issued(id);
    expect(await send(at.auditor, id, byMail)).toMatchObject({ ok: false });
    expect(await send(at.engineer, id, byPost({ sent_on: '2020-01-01' }))).toMatchObject({
      ok: false,
      errors: { sent_on: [expect.any(String)] },
    });
  }, 60_000);

  it.each([
    [{ channel: 'email' }, 'to_address'],
    [{ channel: 'email', to_address: 'a@b.example, c@d.example' }, 'to_address'],
    [{ channel: 'email', to_address: 'a@b.example\nbcc: x@y.example' }, 'to_address'],
    [{ channel: 'post', recipient: 'x', proof: 'y' }, 'sent_on'],
    [{ channel: 'post', recipient: 'x', proof: 'y', sent_on: day(2) }, 'sent_on'],
    [{ channel: 'hand', proof: 'y', sent_on: day() }, 'recipient'],
    [{ channel: 'hand', recipient: 'y', sent_on: day() }, 'proof'],
    [{ channel: 'pigeon' }, 'channel'],
  ])('%j is refused at its field', (fields, field) => {
    const parsed = SendForm.safeParse({ once: randomUUID(), ...fields });
    expect(parsed.error?.issues.map(({ path }) => path[0])).toContain(field);
  });
});

describe('what a person records', () => {
  it('goes the way of the table and says why it refuses', async () => {
    const id = await issued();
    const move = (actor: Actor, wanted: Parameters<typeof moveByHand>[2]['move'], on = day()) =>
      moveByHand(actor, id, { move: wanted, on, reason: 'because' });
    expect(await move(at.engineer, 'deliver')).toMatchObject({ ok: false });
    await send(at.engineer, id, byPost());
    expect(await move(at.auditor, 'deliver')).toMatchObject({ ok: false });
    expect(await move(at.engineer, 'deliver', day(3))).toMatchObject({ ok: false, errors: { on: expect.any(Array) } });
    expect(await move(at.engineer, 'deliver', day(-3))).toMatchObject({ ok: false, errors: { on: expect.any(Array) } });
    expect(await move(at.engineer, 'deliver')).toEqual({ ok: true });
    expect(await move(at.engineer, 'acknowledge')).toEqual({ ok: true });
    expect((await viewOf(id)).clocks.find(({ stage }) => stage === 'acknowledge')?.metAt).not.toBeNull();
    expect(await move(at.engineer, 'withdraw')).toMatchObject({ ok: false });
    expect(await makeLink(at.engineer, id, 'Dr Ito')).toMatchObject({ ok: true });
    expect(await move(at.engineer, 'close')).toEqual({ ok: true });
    const closed = await viewOf(id);
    expect(closed.status).toBe('closed');
    expect(closed.links.every(({ revokedAt }) => revokedAt !== null)).toBe(true);
    expect(closed.clocks.every(({ metAt, stoppedAt }) => metAt !== null || stoppedAt !== null)).toBe(true);
    expect(await move(at.engineer, 'reopen')).toEqual({ ok: true });
  }, 60_000);

  it('withdraws only what never left', async () => {
    const id = await aDraft();
    const withdraw = { move: 'withdraw', on: day(), reason: 'no longer needed' } as const;
    expect(await moveByHand(at.engineer, id, withdraw)).toEqual({ ok: true });
    expect(await viewOf(id)).toMatchObject({ status: 'withdrawn', shown: { status: 'withdrawn' } });
  });

  it('a link is made for one letter, shown once, and revoked with a reason', async () => {
    const id = await issued();
    const made = await makeLink(at.engineer, id, 'Dr Ito');
    if (!made?.ok) throw new Error('refused');
    expect(made.address).toMatch(/\/reply\/[A-Za-z0-9_-]{43}$/);
    const [link] = (await viewOf(id)).links;
    expect(JSON.stringify(await viewOf(id))).not.toContain(made.address.split('/').at(-1));
    expect(await revokeLink(at.engineer, id, link?.id ?? '', 'wrong person')).toEqual({ ok: true });
    expect(await revokeLink(at.engineer, id, link?.id ?? '', 'again')).toMatchObject({ ok: false });
  }, 60_000);
});

describe('a correction', () => {
  it('is a new version that says what changed; the old one stays as it was sent', async () => {
    const id = await issued();
    await send(at.engineer, id, byPost());
    const before = await downloadLetter(at.auditor, id, 1);
    expect(await correctLetter(at.engineer, id, 'The number of units was wrong.')).toEqual({ ok: true });
    expect(await viewOf(id)).toMatchObject({
      status: 'draft',
      currentNumber: 2,
      shown: { words: 'v1.1', whatChanged: 'The number of units was wrong.' },
    });
    expect(await approveLetter(at.engineer, id, { number: 2, revision: 1 })).toMatchObject({ ok: false });
    await issued(id);
    const old = await getLetter(at.auditor, id, 1);
    expect(old?.shown).toMatchObject({ number: 1, superseded: true, status: 'issued' });
    const again = await downloadLetter(at.auditor, id, 1);
    expect(again).toMatchObject({ ok: true, sha256: before?.ok ? before.sha256 : '' });
    const model = (await viewOf(id)).shown.model as { corrects?: unknown; version: string };
    expect(model).toMatchObject({ version: 'v1.1', corrects: { version: 'v1.0' } });
  }, 60_000);

  it('that is dropped leaves the version before in force, in the state it had; the next one takes a new number', async () => {
    const id = await issued();
    expect(await dropCorrection(at.engineer, id, 'none is there')).toMatchObject({ ok: false });
    await send(at.engineer, id, byPost());
    await moveByHand(at.engineer, id, { move: 'acknowledge', on: day(), reason: 'by telephone' });
    await correctLetter(at.engineer, id, 'A typing error.');
    expect((await viewOf(id)).acts.drop).toBeNull();
    expect(await dropCorrection(at.auditor, id, 'x')).toMatchObject({ ok: false });
    expect(await dropCorrection(elsewhere.engineer, id, 'x')).toBeNull();
    expect(await dropCorrection(at.engineer, id, 'It was none.')).toEqual({ ok: true });
    const kept = await viewOf(id);
    expect(kept).toMatchObject({ status: 'acknowledged', currentNumber: 1, shown: { number: 1, superseded: false } });
    expect(kept.versions.map(({ status }) => status)).toEqual(['issued', 'withdrawn']);
    await correctLetter(at.engineer, id, 'A real error.');
    expect(await viewOf(id)).toMatchObject({ status: 'draft', currentNumber: 3, shown: { words: 'v1.2' } });
  }, 60_000);

  it('in preparation does not keep the supplier from answering the version that is out there', async () => {
    const id = await issued();
    await send(at.engineer, id, byPost());
    await correctLetter(at.engineer, id, 'A typing error.');
    const by = inTheBackground(at.orgId);
    const moved = await inOrganisation(by, async (tx) => {
      const letter = await lockLetter(tx, at.orgId, id);
      return letter && moveLetter(tx, by, letter, 'answer');
    });
    expect(moved).toEqual({ ok: true, status: 'draft' });
    expect(await dropCorrection(at.engineer, id, 'They have answered.')).toEqual({ ok: true });
    expect((await viewOf(id)).status).toBe('answered');
  }, 60_000);

  it('keeps what is answered already', async () => {
    const id = await issued();
    await inOrganisation(at.engineer, async (tx) => {
      const letter = await lockLetter(tx, at.orgId, id);
      if (!letter) throw new Error('no letter');
      expect(await markAnswered(tx, letter, [1], new Date())).toBe(letter.questionsAsked - 1);
    });
    await correctLetter(at.engineer, id, 'A typing error.');
    await issued(id);
    const view = await viewOf(id);
    expect(view.questions[0]?.answeredAt).not.toBeNull();
    expect(view.questionsOpen).toBe(view.questionsAsked - 1);
  }, 60_000);
});

describe('another organisation', () => {
  it('finds nothing and changes nothing', async () => {
    const id = await issued();
    const { regulatory, engineer } = elsewhere;
    expect(await getLetter(engineer, id)).toBeNull();
    expect(await approveLetter(regulatory, id, { number: 1, revision: 1 })).toBeNull();
    expect(await send(engineer, id, byMail)).toBeNull();
    expect(await moveByHand(engineer, id, { move: 'close', on: day(), reason: 'x' })).toBeNull();
    expect(await correctLetter(engineer, id, 'x')).toBeNull();
    expect(await makeLink(engineer, id, 'x')).toBeNull();
    expect(await downloadLetter(engineer, id, 1)).toBeNull();
    expect(await previewLetter(engineer, id)).toBeNull();
    expect(await issueLetter({ orgId: elsewhere.orgId, letterId: id, number: 1 })).toBe(false);
    expect((await viewOf(id)).status).toBe('issued');
  }, 60_000);
});
