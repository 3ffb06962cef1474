import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { answerQuestion } from '../changes/answer-question.server';
import { factsStep } from '../changes/facts-step.server';
import { getChange } from '../changes/get-change.server';
import { stateFacts } from '../changes/state-facts.server';
import { draft, factWish, type House, house, submitted, unsaid } from '../changes/testing';
import { assessChange, dossierDigest } from './assess-change.server';
import { getAssessment } from './get-assessment.server';

const database = testDatabase();
let at: House;
beforeAll(async () => {
  at = await house(database);
});
afterAll(closeDatabase);

const view = async (id: string) => {
  const found = await getChange(at.engineer, id);
  if (!found) throw new Error('not found');
  return found;
};

describe('assessing a change', () => {
  it('keeps a row only when something changed', async () => {
    const id = await submitted(at);
    expect(await assessChange(at.engineer, id)).toEqual({ number: 1 });
    await stateFacts(at.engineer, id, [
      factWish('covered_by_manufacturer_instructions', 'no', 'Nothing in the manual.'),
    ]);
    await stateFacts(at.engineer, id, [
      factWish('covered_by_manufacturer_instructions', 'no', 'Nothing in the manual.'),
    ]);
    expect((await view(id)).assessments.map(({ number }) => number)).toEqual([2, 1]);
  });

  it('never changes what was judged, and lets nobody change it', async () => {
    const id = await submitted(at);
    const before = await getAssessment(at.engineer, id, 1);
    await answerQuestion(at.regulatory, id, {
      ...unsaid,
      key: 'UK-MDR-H/UK-H4',
      value: 'yes',
      because: 'Letter of 3 May.',
    });
    expect(await getAssessment(at.engineer, id, 1)).toEqual({ ...before, latest: 2 });
    for (const statement of ['update assessments set number = 9', 'delete from assessments', 'truncate assessments']) {
      await expect(database.owner.unsafe(statement)).rejects.toThrow();
    }
  });

  it('says when the register has moved on since', async () => {
    const id = await submitted(at);
    expect((await view(id)).assessment?.stale).toBe(false);
    await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      await tx`insert into mds2_answers (org_id, model_id, question, answer)
        values (${at.orgId}, ${at.modelId}, 'CSUP-2.1', 'yes')`;
    });
    expect((await view(id)).assessment?.stale).toBe(true);
    await assessChange(at.engineer, id);
    expect((await view(id)).assessment).toMatchObject({ number: 2, stale: false });
  });

  it('numbers assessments without repetition when answers come at the same moment', async () => {
    const id = await submitted(at);
    const keys = ['UK-MDR-H/UK-H3', 'UK-MDR-H/UK-H4', 'UK-MDR-H/UK-H6', 'UK-MDR-H/UK-H1', 'UK-MDR-H/UK-H2'];
    await Promise.all(
      keys.map((key) => answerQuestion(at.engineer, id, { ...unsaid, key, value: 'unknown', because: '' })),
    );
    expect((await view(id)).assessments.map(({ number }) => number)).toEqual([6, 5, 4, 3, 2, 1]);
  });

  it('does not take another day for another dossier', () => {
    const dossier = { dossier: 1 as const, facts: { os_change: 'patch' } };
    expect(dossierDigest({ ...dossier, as_of: '2026-11-23' })).toBe(dossierDigest({ ...dossier, as_of: '2026-11-24' }));
    expect(dossierDigest(dossier)).not.toBe(dossierDigest({ dossier: 1, facts: { os_change: 'none' } }));
  });

  it('shows a draft a preview that is not kept', async () => {
    const id = await draft(at);
    await stateFacts(at.engineer, id, [factWish('manufacturer_authorised', 'yes', 'Bulletin 12.')]);
    const { assessment, assessments } = await view(id);
    expect(assessment).toMatchObject({ id: null, number: null, stale: false });
    expect(assessments).toEqual([]);
  });
});

describe('what the step of facts asks', () => {
  it('asks only what can still alter an outcome, in the order of the kind', async () => {
    const id = await submitted(at);
    const keys = async () => (await factsStep(at.engineer, id))?.first.map(({ key }) => key);
    expect(await keys()).toEqual([
      'covered_by_manufacturer_instructions',
      'manufacturer_authorised',
      'serious_harm_likely_before_answer',
      'is_health_it_system',
      'could_change_clinical_risk',
    ]);
    await stateFacts(at.engineer, id, [factWish('covered_by_manufacturer_instructions', 'yes', 'Chapter 9.')]);
    expect(await keys()).not.toContain('manufacturer_authorised');
    const step = await factsStep(at.engineer, id);
    expect(step?.said.map(({ key }) => key)).toEqual(['covered_by_manufacturer_instructions']);
  });

  it('shows what is taken as given with its reason', async () => {
    const step = await factsStep(at.engineer, await submitted(at));
    expect(step?.given.find(({ key }) => key === 'is_medical_device')).toMatchObject({
      origin: 'derived',
      reason: expect.stringContaining('certification'),
    });
  });

  it('asks who makes the change before anything else', async () => {
    const id = await draft(at);
    expect(await factsStep(at.engineer, id)).toMatchObject({ settleFirst: ['actor'] });
  });

  it('takes “not known” for a default, unless somebody says why', async () => {
    const id = await submitted(at);
    const untouched = { ...factWish('manufacturer_authorised', 'unknown'), defaultsToUnknown: true };
    await stateFacts(at.engineer, id, [untouched]);
    expect((await view(id)).facts).toEqual([]);
    await stateFacts(at.engineer, id, [{ ...untouched, because: 'Asked by telephone: they do not know.' }]);
    expect((await view(id)).facts).toMatchObject([{ key: 'manufacturer_authorised', value: 'unknown' }]);
  });

  it('does not exist for another organisation', async () => {
    const elsewhere = await house(database, 'Elsewhere');
    const id = await submitted(at);
    expect(await factsStep(elsewhere.engineer, id)).toBeNull();
    expect(await assessChange(elsewhere.engineer, id)).toBeNull();
    expect(await getAssessment(elsewhere.engineer, id, 1)).toBeNull();
    expect(await stateFacts(elsewhere.engineer, id, [factWish('os_change', 'patch')])).toBeNull();
  });
});
