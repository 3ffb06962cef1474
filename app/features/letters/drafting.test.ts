import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, inOrganisation } from '../../../db/client.server';
import { letterChanges, letterModels, letters, letterVersions } from '../../../db/schema/index.server';
import { testDatabase } from '../../../db/testing';
import type { DocumentModels } from '../../../documents/catalogue.server';
import type { AskingLetter } from '../../../documents/parts/letter-model';
import { render } from '../../../documents/render';
import type { VulnerabilityPositionRequest } from '../../../documents/vulnerability-position-request/model';
import { auditActor } from '../../guard/guard.server';
import { draft, type House, house, submitted } from '../changes/testing';
import { draftClarification } from './draft-clarification.server';
import { draftFollowUp } from './draft-follow-up.server';
import { draftLetter } from './draft-letter.server';
import { OWN_KINDS } from './letter-choices';
import type { ReplyForm } from './reply-form';
import { ReplyForm as ReplyFormSchema } from './reply-form';

const database = testDatabase();
let at: House;
let changeId: string;
beforeAll(async () => {
  at = await house(database);
  changeId = await submitted(at);
});
afterAll(closeDatabase);

const read = (id: string) =>
  inOrganisation(at.engineer, async (tx) => {
    const [letter] = await tx.select().from(letters).where(eq(letters.id, id));
    const [version] = await tx.select().from(letterVersions).where(eq(letterVersions.letterId, id));
    const changes = await tx.select().from(letterChanges).where(eq(letterChanges.letterId, id));
    const models = await tx.select().from(letterModels).where(eq(letterModels.letterId, id));
    if (!letter || !version) throw new Error('no letter');
    return { letter, version, model: version.model as AskingLetter, form: version.form as ReplyForm, changes, models };
  });

const drafted = async (over: Partial<Parameters<typeof draftLetter>[2]> = {}) => {
  const made = await draftLetter(at.engineer, changeId, { contact: at.contactId, reply_by: null, ...over });
  if (!made?.ok) throw new Error(JSON.stringify(made?.errors));
  return read(made.id);
};

describe('a letter on a change', () => {
  it('stands in the file of its change, with its author, and its questions as data', async () => {
    const { letter, version, form, changes, models } = await drafted();
    expect(letter.reference).toMatch(/^CM-\d{4}-\d{6}-L\d\d$/);
    expect(letter).toMatchObject({
      status: 'draft',
      kind: 'supplier-request-letter',
      recipientName: 'Regulatory desk',
    });
    expect(version).toMatchObject({ number: 1, status: 'draft', authors: [at.engineer.userId], templateNumber: 0 });
    expect(form.reference).toBe(letter.reference);
    expect(letter.questionsAsked).toBe(form.questions.length);
    expect(changes).toMatchObject([{ changeId }]);
    expect(changes[0]?.assessmentId).not.toBeNull();
    expect(models).toMatchObject([{ modelId: at.modelId, units: 12 }]);
  });

  it.each(OWN_KINDS)('of kind %s prints the questions that its form asks', async (kind) => {
    const { letter, model, form } = await drafted({ kind, theme: 'large-print' });
    expect(letter.kind).toBe(kind);
    expect(model.theme).toBe('large-print');
    if (kind === 'interim-controls-notice') {
      expect(form).toBeNull();
      return;
    }
    expect(() => ReplyFormSchema.parse(form)).not.toThrow();
    const printed = [...model.deciding.questions, ...model.further.blocks.flatMap(({ questions }) => questions)];
    expect(form.questions.map(({ number, text }) => ({ number, text }))).toEqual(
      printed.map(({ number, text }) => ({ number, text })),
    );
    expect(form.questions.map(({ choices }) => choices.map(({ label, fill }) => ({ label, fill })))).toEqual(
      printed.map(({ choices }) => choices.map(({ label, fill }) => ({ label, fill }))),
    );
    expect(new Set(form.questions.map(({ key }) => key)).size).toBe(form.questions.length);
  });

  it('asks the status of each vulnerability in the words of VEX', async () => {
    const { model, form } = await drafted({ kind: 'vulnerability-position-request' });
    const question = form.questions.find(({ key }) => key === 'vex:CVE-2017-0144');
    expect(question?.choices.map(({ id }) => id)).toEqual(['affected', 'not_affected', 'fixed', 'under_investigation']);
    expect(question?.cves).toEqual(['CVE-2017-0144']);
    expect((model as VulnerabilityPositionRequest).formats.length).toBeGreaterThan(0);
  });

  it('asks for what the register lacks of the MDS2 form, by id', async () => {
    const { form } = await drafted({ kind: 'security-documents-request' });
    expect(form.questions.some(({ key }) => key === 'mds2:CSUP-2.4')).toBe(true);
  });

  it('holds a form that is older than the installed software for stale', async () => {
    await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      await tx`update device_models set mds2_date = '2020-01-01' where id = ${at.modelId}`;
      await tx`insert into software_versions (org_id, model_id, release, released_on)
        values (${at.orgId}, ${at.modelId}, '4.2.0', '2024-05-01')`;
      await tx`insert into mds2_answers (org_id, model_id, question, answer)
        values (${at.orgId}, ${at.modelId}, 'CSUP-2.4', 'no')`;
    });
    const { form, model } = await drafted({ kind: 'security-documents-request' });
    const question = form.questions.find(({ key }) => key === 'mds2:CSUP-2.4');
    expect(question?.help).toContain('older than the installed software');
    expect(JSON.stringify(model)).toContain('older than the software of 1 May 2024');
  });

  it('takes in another open change of the same maker, asks each question once, and has a file of its own', async () => {
    const other = await submitted(at, ['segmentation']);
    const { letter, form, changes } = await drafted({ also: [other] });
    expect(changes.map((one) => one.changeId).sort()).toEqual([changeId, other].sort());
    expect(letter.changeId).toBeNull();
    expect(letter.reference).toMatch(/-L01$/);
    expect(new Set(form.questions.map(({ key }) => key)).size).toBe(form.questions.length);
  });

  it('refuses what cannot be, and shows nothing of another organisation', async () => {
    const elsewhere = await house(database, 'Elsewhere');
    expect(await draftLetter(elsewhere.engineer, changeId, { contact: '', reply_by: null })).toBeNull();
    const foreign = await submitted(elsewhere);
    expect(await draftLetter(at.engineer, changeId, { contact: '', reply_by: null, also: [foreign] })).toBeNull();
    expect(await draftLetter(at.engineer, randomUUID(), { contact: '', reply_by: null })).toBeNull();
    for (const [input, field] of [
      [{ contact: elsewhere.contactId, reply_by: null }, 'contact'],
      [{ contact: 'x', reply_by: null }, 'contact'],
      [{ contact: '', reply_by: '2020-01-01' }, 'reply_by'],
    ] as const) {
      expect(await draftLetter(at.engineer, changeId, input)).toMatchObject({
        errors: { [field]: [expect.any(String)] },
      });
    }
    const unsent = await draft(at, { title: 'Not submitted' });
    expect(await draftLetter(at.engineer, unsent, { contact: '', reply_by: null })).toMatchObject({ ok: false });
  });
});

describe('a letter that follows another', () => {
  const follow = (kind: Parameters<typeof draftFollowUp>[2], id: string) =>
    inOrganisation(at.engineer, (tx) => draftFollowUp(tx, auditActor(at.engineer), kind, id));

  it('is refused while nothing was sent', async () => {
    const { letter } = await drafted();
    expect(await follow('reminder', letter.id)).toMatchObject({
      ok: false,
      message: expect.stringContaining('not been sent'),
    });
    expect(await follow('reminder', randomUUID())).toMatchObject({ ok: false });
  });

  it.each(['reminder', 'escalation', 'notice-of-intent', 'answer-acceptance'] as const)(
    'as %s says what it follows and what is open, in the same file',
    async (kind) => {
      const { letter, form } = await drafted();
      await database.owner.begin(async (tx) => {
        await tx`select set_config('app.org_id', ${at.orgId}, true)`;
        await tx`update letter_versions set status = 'approved', approved_by = ${at.regulatory.userId},
          approved_by_name = 'Amara Osei', approved_sha256 = 'x' where letter_id = ${letter.id}`;
        await tx`update letter_versions set status = 'issued', bytes = '\\x00', sha256 = 'x', issued_at = now()
          where letter_id = ${letter.id}`;
        await tx`update letters set status = 'answered', sent_at = now(), answered_at = now() where id = ${letter.id}`;
      });
      const made = await follow(kind, letter.id);
      if (!made.ok) throw new Error(made.message);
      const followUp = await read(made.id);
      expect(made.reference.slice(0, 14)).toBe(letter.reference.slice(0, 14));
      expect(followUp.letter).toMatchObject({ followsId: letter.id, kind, supplierId: at.supplierId, changeId });
      expect(followUp.changes).toHaveLength(1);
      const text = JSON.stringify(followUp.version.model);
      expect(text).toContain(letter.reference);
      expect(text).not.toMatch(/\{\{|undefined/);
      expect(text).toContain(form.questions[0]?.text);
      const print = await render(kind, followUp.version.model as DocumentModels[typeof kind], new Date('2026-11-24'));
      expect(print.pages).toBeGreaterThan(0);
    },
  );
});

describe('a question on a contradiction', () => {
  it('quotes both statements and asks under the key they share', async () => {
    const side = (quotation: string, value: boolean) => ({
      source: 'claim' as const,
      id: null,
      quotation,
      value,
      document: 'Your letter of 3 March 2026',
      page: '2',
      saidBy: 'Regulatory desk',
      saidOn: '2026-03-03',
    });
    const made = await inOrganisation(at.engineer, (tx) =>
      draftClarification(tx, auditActor(at.engineer), {
        supplierId: at.supplierId,
        modelId: at.modelId,
        subject: 'fact:manufacturer_authorised',
        label: 'Permission to install',
        one: side('You may install it.', true),
        other: side('Do not install it.', false),
      }),
    );
    const { form, version, letter } = await read(made.id);
    expect(letter.kind).toBe('clarification-request');
    expect(form.questions[0]).toMatchObject({
      key: 'fact:manufacturer_authorised',
      facts: ['manufacturer_authorised'],
      choices: [{ id: 'one', value: true }, { id: 'other', value: false }, { id: 'both' }, { id: 'neither' }],
    });
    expect(JSON.stringify(version.model)).toContain('Do not install it.');
  });
});
