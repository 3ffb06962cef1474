import { beforeAll, describe, expect, it } from 'vitest';
import { inOrganisation } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { auditActor } from '../../guard/guard.server';
import { newBrowser } from '../../guard/testing/browser';
import { anOrganisation, aPerson, letIn, PASSWORD, type TestPerson } from '../../guard/testing/people';
import { record } from '../append.server';
import { verifyChain } from '../verify.server';
import { getReviews } from './get-reviews.server';
import { reviewDue } from './review-rows.server';
import { reviewTrail } from './review-trail.server';

const form = (fields: Record<string, string>) => {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) made.set(name, value);
  return made;
};

describe('reviewing the record', () => {
  testDatabase();
  let auditor: TestPerson;
  let foreign: TestPerson;
  beforeAll(async () => {
    const org = await anOrganisation('Northbridge');
    auditor = await aPerson(org, 'auditor', { name: 'Åsa Auditor' });
    foreign = await aPerson(await anOrganisation('Southfield'), 'auditor');
    const administrator = await aPerson(org, 'administrator');
    await inOrganisation(administrator, (tx) =>
      record(
        tx,
        auditActor(administrator),
        { action: 'person.changed', object: { type: 'person', id: null, ref: 'x' } },
        { action: 'access.refused', object: { type: 'route', id: null, ref: '/people' } },
        { action: 'signature.voided', object: { type: 'change', id: null, ref: 'CM-1' } },
      ),
    );
  });

  const wish = async (over: Record<string, string> = {}) => {
    const { stretch } = await getReviews(auditor, null);
    return form({
      ...{ to: String(stretch.to), outcome: 'nothing_found', findings: 'Read every refused access.' },
      ...{ proof_password: PASSWORD, ...over },
    });
  };

  it('shows the stretch since the last review in numbers', async () => {
    const { stretch, due } = await getReviews(auditor, null);
    expect(stretch).toMatchObject({ from: 1, refusedAccess: 1, voidedSignatures: 1, byAdministrators: 2, people: 1 });
    expect(due).toMatchObject({ overdue: false, lastOn: null, everyDays: 90 });
    const later = await inOrganisation(auditor, (tx) => reviewDue(tx, auditor.orgId, '2999-01-01'));
    expect(later.overdue).toBe(true);
  });

  it.each([
    ['a wrong password', { proof_password: 'wrong' }, 'proof_password'],
    ['no findings', { findings: ' ' }, 'findings'],
    ['no outcome', { outcome: '' }, 'outcome'],
    ['a stretch that is not there', { to: '9999' }, ''],
  ])('refuses %s and keeps what was typed', async (_, over, field) => {
    const result = await reviewTrail(auditor, await wish(over));
    if (result.ok) throw new Error('signed');
    expect(Object.keys(result.errors)).toEqual([field]);
    expect(JSON.stringify(result.kept)).not.toContain(PASSWORD);
  });

  it('is signed once, of two at the same time [Annex 11 §9]', async () => {
    const asked = await wish();
    const both = await Promise.all([reviewTrail(auditor, asked), reviewTrail(auditor, asked)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const { reviews, stretch, due } = await getReviews(auditor, null);
    expect(reviews).toMatchObject([{ number: 1, fromSeq: 1, reviewerName: 'Åsa Auditor', outcome: 'nothing_found' }]);
    expect(reviews[0]?.chainHeld).toContain('The chain holds');
    expect(stretch.from).toBe((reviews[0]?.toSeq ?? 0) + 1);
    expect(due.lastOn).not.toBeNull();
    expect(await verifyChain(auditor.orgId, 'Northbridge', { deep: true })).toMatchObject({
      ok: true,
      checked: { 'other signed texts': 1 },
    });
  });

  it('shows nothing of another organisation, and lets only reviewers sign', async () => {
    expect((await getReviews(foreign, null)).reviews).toEqual([]);
    const administrator = await aPerson(auditor.orgId, 'administrator');
    const browser = await letIn(newBrowser({ routes: /_auth|record/ }), administrator);
    expect((await browser.get('/record/reviews')).status).toBe(200);
    expect((await browser.post('/record/reviews', { to: '1' })).status).toBe(403);
  });
});
