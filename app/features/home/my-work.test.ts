import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../db/testing';
import { newBrowser } from '../../guard/testing/browser';
import { letIn } from '../../guard/testing/people';
import { draft, type House, house, submitted, unsaid } from '../changes/testing';
import { draftLetter } from '../letters/draft-letter.server';
import { answerSafety } from '../safety/answer-safety.server';
import { promptsFor } from '../safety/prompts';
import { myWork } from './my-work.server';

describe('my work', () => {
  const database = testDatabase();
  let at: House;
  let changeId: string;
  let draftId: string;

  beforeAll(async () => {
    at = await house(database);
    await submitted(await house(database, 'Elsewhere'));
  });

  it('is nothing at first, and says what to do', async () => {
    expect(await myWork(at.engineer)).toMatchObject({ drafts: [], waiting: [], letters: [], recent: [], unjudged: [] });
    const page = await (await letIn(newBrowser({ routes: /_app\+\/index/ }), at.engineer)).get('/');
    expect(page.text).toContain('Nothing waits for you.');
    expect(page.text).toContain('href="/changes/new"');
    const auditor = await (await letIn(newBrowser({ routes: /_app\+\/index/ }), at.auditor)).get('/');
    expect(auditor.text).not.toContain('href="/changes/new"');
  });

  it('shows a draft to the one who began it', async () => {
    draftId = await draft(at);
    expect((await myWork(at.engineer)).drafts).toMatchObject([{ id: draftId, status: 'draft', total: 1 }]);
    expect((await myWork(at.colleague)).drafts).toEqual([]);
  });

  it('shows open questions to those who can answer them, with the one that decides most', async () => {
    changeId = await submitted(at);
    const regulatory = await myWork(at.regulatory);
    expect(regulatory.waiting).toMatchObject([{ id: changeId, total: 1 }]);
    const [row] = regulatory.waiting;
    expect(row?.questions).toBeGreaterThan(0);
    expect(row?.first).not.toBe('');
    expect(row?.since.getTime()).toBeGreaterThan(Date.now() - 60_000);
    expect(row?.tier.from).toBeTruthy();
    expect((await myWork(at.auditor)).waiting).toEqual([]);
    expect((await myWork(at.safety)).waiting).toEqual([]);
  });

  it('shows what has been assessed to everybody, once a change', async () => {
    for (const actor of [at.engineer, at.auditor, at.safety]) {
      expect((await myWork(actor)).recent.map((change) => change.id)).toEqual([changeId]);
    }
  });

  it('shows unjudged clinical safety to those who judge it, until all prompts are judged', async () => {
    const prompts = promptsFor(['os_patch']);
    expect((await myWork(at.safety)).unjudged).toMatchObject([{ id: changeId, judged: 0, prompts: prompts.length }]);
    expect((await myWork(at.regulatory)).unjudged).toEqual([]);
    for (const { key } of prompts) {
      const verdict = { ...unsaid, key, verdict: 'fine' as const, condition: '' };
      expect(await answerSafety(at.safety, changeId, verdict)).toMatchObject({ ok: true });
    }
    expect((await myWork(at.safety)).unjudged).toEqual([]);
  });

  it('shows the last letter of each change until it is sent', async () => {
    const first = await draftLetter(at.engineer, changeId, { contact: '', reply_by: null });
    const second = await draftLetter(at.engineer, changeId, { contact: '', reply_by: null });
    if (!first?.ok || !second?.ok) throw new Error('refused');
    const { letters } = await myWork(at.regulatory);
    expect(letters).toMatchObject([{ id: second.id, reference: second.reference, by: at.engineer.name, total: 1 }]);
    expect(letters[0]?.deciding).toBeGreaterThan(0);
    expect((await myWork(at.auditor)).letters).toEqual([]);
  });

  it('shows everything on one page, with links to each record', async () => {
    const page = await (await letIn(newBrowser({ routes: /_app\+\/index/ }), at.engineer)).get('/');
    expect(page.status).toBe(200);
    expect(page.text).toContain(`href="/changes/${draftId}"`);
    expect(page.text).toContain(`href="/changes/${changeId}"`);
  });
});
