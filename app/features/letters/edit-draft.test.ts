import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import type { Kept } from '../changes/posted';
import { type House, house, submitted } from '../changes/testing';
import { draftLetter } from './draft-letter.server';
import { draftToEdit } from './draft-to-edit.server';
import { editDraft } from './edit-draft.server';
import { savedValues } from './edit-draft-page';

const database = testDatabase();
let at: House;
let changeId: string;
beforeAll(async () => {
  at = await house(database);
  changeId = await submitted(at);
});
afterAll(closeDatabase);

async function drafted(): Promise<string> {
  const made = await draftLetter(at.engineer, changeId, { contact: at.contactId, reply_by: null });
  if (!made?.ok) throw new Error('refused');
  return made.id;
}

const open = async (id: string) => {
  const draft = await draftToEdit(at.engineer, id);
  if (!draft) throw new Error('no draft');
  const kept: Kept = { version: [`${draft.revision}`], offered: draft.questions.map(({ key }) => key) };
  for (const [name, value] of Object.entries(savedValues(draft))) kept[name] = [value].flat();
  return { draft, kept };
};

describe('editing a draft', () => {
  it('changes nothing when nothing was changed', async () => {
    const id = await drafted();
    const { kept } = await open(id);
    expect(await editDraft(at.colleague, id, kept)).toMatchObject({ ok: true });
    expect((await open(id)).draft.revision).toBe(1);
    const [row] = await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      return tx`select authors from letter_versions where letter_id = ${id}`;
    });
    expect(row?.authors).toEqual([at.engineer.userId]);
  });

  it('keeps words, dates, look, questions and makes the editor an author', async () => {
    const id = await drafted();
    const { draft, kept } = await open(id);
    const [left, ...stay] = draft.questions.map(({ key }) => key);
    const typed = {
      ...kept,
      keep: stay,
      'field:why': ['Because <b>we</b> must.\n\nAnd soon.'],
      'field:answer': ['2027-03-01'],
      theme: ['monochrome'],
      severity: ['exploited'],
      recipient_email: ['desk@example.org'],
      'own:new1:text': ['Which version?'],
      'own:new1:choices': ['4.2\nAnother:'],
    };
    expect(await editDraft(at.colleague, id, typed)).toMatchObject({ ok: true });
    const after = await open(id);
    expect(after.draft).toMatchObject({
      revision: 2,
      theme: 'monochrome',
      severity: 'exploited',
      recipientEmail: 'desk@example.org',
    });
    expect(after.kept['field:why']).toEqual(['Because <b>we</b> must.\n\nAnd soon.']);
    expect(after.kept['field:answer']).toEqual(['2027-03-01']);
    expect(after.draft.own).toMatchObject([{ text: 'Which version?', choices: '4.2\nAnother:' }]);
    expect(after.draft.missing.map(({ key }) => key)).toEqual([left]);
    // What was left out comes back at its place.
    expect(await editDraft(at.engineer, id, { ...after.kept, add: [left ?? ''] })).toMatchObject({ ok: true });
    const again = await open(id);
    expect(again.draft.questions.map(({ key }) => key)).toEqual(draft.questions.map(({ key }) => key));
    const [row] = await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      return tx`select v.authors, v.form, v.model, l.questions_asked from letter_versions v
        join letters l on l.id = v.letter_id where v.letter_id = ${id}`;
    });
    expect(row?.authors).toEqual([at.engineer.userId, at.colleague.userId]);
    expect(row?.questions_asked).toBe(row?.form.questions.length);
    expect(row?.model.form).toEqual(row?.form);
    expect(row?.form.answer_by).toBe('2027-03-01');
  });

  it('tells the second of two editors, loses nothing, and lets theirs stand when they say so', async () => {
    const id = await drafted();
    const [mine, theirs] = [await open(id), await open(id)];
    await editDraft(at.colleague, id, { ...theirs.kept, 'field:closing': ['With regards'] });
    const answer = await editDraft(at.engineer, id, { ...mine.kept, 'field:salutation': ['Dear all'] });
    expect(answer).toMatchObject({ ok: false, conflict: { version: 2, savedBy: 'Mei Tanaka' } });
    if (answer?.ok !== false) throw new Error('saved');
    expect(answer.conflict?.differences).toContainEqual({
      label: 'Closing line',
      theirs: 'With regards',
      typed: 'Yours sincerely',
    });
    expect(answer.conflict?.differences).toContainEqual(
      expect.objectContaining({ label: 'Salutation', typed: 'Dear all' }),
    );
    expect((await open(id)).kept['field:closing']).toEqual(['With regards']);
    const again = { ...mine.kept, version: ['2'], 'field:salutation': ['Dear all'], 'field:closing': ['With regards'] };
    expect(await editDraft(at.engineer, id, again)).toMatchObject({ ok: true });
    expect((await open(id)).draft.revision).toBe(3);
  });

  it('names the field that is wrong, and saves nothing', async () => {
    const id = await drafted();
    const { kept } = await open(id);
    for (const [over, field] of [
      [{ 'field:why': [''] }, 'field:why'],
      [{ 'field:answer': ['2020-01-01'] }, 'field:answer'],
      [{ 'field:answer': ['soon'] }, 'field:answer'],
      [{ recipient_email: ['nobody'] }, 'recipient_email'],
      [{ theme: ['neon'] }, 'theme'],
      [{ keep: [] }, 'keep'],
      [{ 'own:new1:text': ['Only one answer?'], 'own:new1:choices': ['Yes'] }, 'own:new1:text'],
    ] as [Kept, string][]) {
      expect(await editDraft(at.engineer, id, { ...kept, ...over }), field).toMatchObject({
        ok: false,
        errors: { [field]: [expect.any(String)] },
      });
    }
    expect((await open(id)).draft.revision).toBe(1);
  });

  it('is refused once the letter is no draft, and for a letter of another organisation', async () => {
    const id = await drafted();
    const { kept } = await open(id);
    const elsewhere = await house(database, 'Elsewhere');
    expect(await draftToEdit(elsewhere.engineer, id)).toBeNull();
    expect(await editDraft(elsewhere.engineer, id, kept)).toBeNull();
    expect(await editDraft(at.engineer, randomUUID(), kept)).toBeNull();
    await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      await tx`update letters set status = 'withdrawn' where id = ${id}`;
    });
    expect(await editDraft(at.engineer, id, { ...kept, theme: ['monochrome'] })).toMatchObject({ ok: false });
    expect((await draftToEdit(at.engineer, id))?.refusal).toContain('Only a draft');
  });
});
