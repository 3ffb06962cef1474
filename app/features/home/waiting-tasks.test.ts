import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inOrganisation } from '../../../db/client.server';
import {
  reportabilityTriages,
  riskAcceptances,
  roleExceptions,
  trainingRecords,
} from '../../../db/schema/index.server';
import { testDatabase } from '../../../db/testing';
import type { Actor } from '../../guard/actor';
import { newBrowser } from '../../guard/testing/browser';
import { aPerson, letIn, PASSWORD } from '../../guard/testing/people';
import { stateFacts } from '../changes/state-facts.server';
import { factWish, type House, submitted } from '../changes/testing';
import { makeDelegation } from '../delegations/make-delegation.server';
import { confirmEmergency } from '../emergencies/confirm-emergency.server';
import { declareEmergency } from '../emergencies/declare-emergency.server';
import { conditionsWaitingFor } from '../implementation/conditions-waiting.server';
import { proveCondition } from '../implementation/prove-condition.server';
import { answerDissent, recordDissent } from '../sign-off/dissent.server';
import { DEFAULT_POLICY, type SignOffPolicy } from '../sign-off/policy';
import { fieldsOfPolicy } from '../sign-off/policy-form';
import { setSignOffPolicy } from '../sign-off/policy-save.server';
import { expireApprovals } from '../sign-off/sweep.server';
import { inSignOff, sign, signingHouse, signUpTo } from '../sign-off/testing';
import { today } from '../today';
import type { TaskListId } from './task';
import { tasksOf, waitingTasks } from './waiting-tasks.server';

const database = testDatabase();
let at: House;
let elsewhere: House;
beforeAll(async () => {
  elsewhere = await signingHouse(database, 'Elsewhere');
  await inSignOff(elsewhere);
});
// Each test has a house of its own: what waits is then all that waits.
beforeEach(async () => {
  at = await signingHouse(database);
});

const later = (days: number) => new Date(Date.parse(today()) + days * 86_400_000).toISOString().slice(0, 10);
const listsOf = (actor: Actor, now?: Date) => inOrganisation(actor, (tx) => tasksOf(tx, actor, now));
const listOf = async (actor: Actor, id: TaskListId, now?: Date) =>
  (await listsOf(actor, now)).find((list) => list.id === id)?.tasks ?? [];
const waits = async (id: TaskListId, ...actors: Actor[]) =>
  Promise.all(actors.map(async (actor) => (await listOf(actor, id)).length));
const everybody = () => [at.engineer, at.colleague, at.safety, at.regulatory, at.riskOwner, at.auditor];
const setPolicy = async (over: Partial<SignOffPolicy>) => {
  const admin = await aPerson(at.orgId, 'administrator');
  const fields = fieldsOfPolicy({ ...DEFAULT_POLICY, ...over });
  const result = await setSignOffPolicy(admin, { ...fields, version: ['0'], note: ['For this test.'] });
  if (!result.ok) throw new Error(JSON.stringify(result));
};
const must = (result: { ok: boolean } | null) => {
  if (!result?.ok) throw new Error(JSON.stringify(result));
};

describe('places to sign', () => {
  it('wait for the author first, then for the others, last for whoever decides', async () => {
    const id = await inSignOff(at);
    expect(await waits('places', ...everybody())).toEqual([1, 0, 0, 0, 0, 0]);
    const [task] = await listOf(at.engineer, 'places');
    expect(task).toMatchObject({ to: `/changes/${id}/sign-off#sign`, act: 'Sign', overdue: false, due: null });
    expect(task?.why).toBe('Sign as author (clinical engineering)');
    must(await sign(at.engineer, id, { slot: 'author', meaning: 'author' }));
    expect(await waits('places', ...everybody())).toEqual([0, 0, 1, 1, 0, 0]);
    must(await sign(at.safety, id, { slot: 'clinical_safety', meaning: 'review' }));
    expect(await waits('places', ...everybody())).toEqual([0, 0, 0, 1, 0, 0]);
    must(await sign(at.regulatory, id, { slot: 'regulatory_affairs', meaning: 'review' }));
    expect(await waits('places', ...everybody())).toEqual([0, 0, 0, 0, 1, 0]);
    must(await sign(at.riskOwner, id, { slot: 'risk_owner', meaning: 'approve' }));
    expect(await waits('places', ...everybody())).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('wait for a stand-in too, and say for whom', async () => {
    const id = await inSignOff(at);
    await signUpTo(at, id);
    const wish = { principal: '', delegate: at.colleague.userId, startsOn: today(), endsOn: later(3), reason: 'Leave' };
    must(await makeDelegation(at.riskOwner, wish));
    expect(await waits('places', at.riskOwner, at.colleague, at.engineer)).toEqual([1, 1, 0]);
    const [task] = await listOf(at.colleague, 'places');
    expect(task?.why).toMatch(/^Sign as risk owner, for Priya Raman, under delegation 1, until /);
  });

  it('do not wait for the proposer, nor for one who has signed, but for an exception', async () => {
    const wish = { principal: '', delegate: at.engineer.userId, startsOn: today(), endsOn: later(3), reason: 'Leave' };
    must(await makeDelegation(at.riskOwner, wish));
    const id = await inSignOff(at);
    await signUpTo(at, id);
    expect(await waits('places', at.engineer)).toEqual([0]);
    await inOrganisation(at.engineer, (tx) =>
      tx.insert(roleExceptions).values({
        ...{ orgId: at.orgId, number: 1, personId: at.engineer.userId, personName: at.engineer.name },
        ...{ slots: ['author', 'risk_owner'], reason: 'A small site', startsOn: today(), endsOn: later(9) },
        ...{ signedBy: at.riskOwner.userId, signedByName: at.riskOwner.name, signedRole: 'risk_owner' },
        ...{ signedAt: new Date(), method: 'password', payload: '{}', payloadSha256: 'x' },
      }),
    );
    expect(await waits('places', at.engineer)).toEqual([1]);
  });

  it('follow the policy at once', async () => {
    const id = await inSignOff(at);
    await signUpTo(at, id);
    expect(await waits('places', at.riskOwner)).toEqual([1]);
    await setPolicy({ rules: DEFAULT_POLICY.rules.filter(({ slot }) => slot !== 'risk_owner') });
    expect(await waits('places', at.riskOwner)).toEqual([0]);
  });

  it('wait for any author once the proposer is gone', async () => {
    await inSignOff(at);
    await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      await tx`update users set active = false where id = ${at.engineer.userId}`;
    });
    expect(await waits('places', at.colleague)).toEqual([1]);
  });
});

describe('what else waits', () => {
  it('an emergency waits for a second person, then for all signatures inside its clock', async () => {
    const id = await submitted(at, ['segmentation']);
    must(await declareEmergency(at.engineer, id, 'It spreads already.'));
    expect(await waits('emergencies', ...everybody())).toEqual([0, 1, 1, 1, 1, 0]);
    const [row] = await listOf(at.safety, 'emergencies');
    must(await confirmEmergency(at.safety, id, String(row?.id), { proof_password: PASSWORD }));
    expect(await waits('emergencies', ...everybody())).toEqual([1, 0, 0, 0, 0, 0]);
    const [running] = await listOf(at.engineer, 'emergencies');
    expect(running).toMatchObject({ act: 'Sign', overdue: false });
    expect(running?.due).not.toBeNull();
    const inFourDays = new Date(Date.now() + 4 * 86_400_000);
    expect(await listOf(at.engineer, 'emergencies', inFourDays)).toMatchObject([{ overdue: true }]);
  });

  it('a signature that fell says what did it and who signs again, until it is given anew', async () => {
    const id = await inSignOff(at);
    await signUpTo(at, id);
    must(
      await stateFacts(at.engineer, id, [factWish('solely_strengthens_cybersecurity', 'yes', 'Read in the notes.')]),
    );
    const [fallen] = await listOf(at.safety, 'fallen');
    expect(fallen?.why).toContain('Your signature as clinical safety officer fell');
    expect(fallen?.why).toContain('regulatory affairs');
    expect(fallen?.detail).not.toBe('');
    expect(await waits('fallen', at.engineer, at.safety, at.regulatory, at.riskOwner)).toEqual([1, 1, 1, 0]);
    must(await sign(at.engineer, id, { slot: 'author', meaning: 'author' }));
    expect(await waits('fallen', at.engineer, at.safety)).toEqual([0, 1]);
  });

  it('a condition waits for its owner, its proof for everybody else who signs', async () => {
    const id = await inSignOff(at);
    await signUpTo(at, id);
    const wish = { text: 'One unit first.', before: 'implementation', owner: at.engineer.userId, due: later(5) };
    must(await sign(at.riskOwner, id, { slot: 'risk_owner', meaning: 'approve_with_conditions', conditions: [wish] }));
    expect(await waits('conditions', ...everybody())).toEqual([1, 0, 0, 0, 0, 0]);
    expect(await listOf(at.engineer, 'conditions')).toMatchObject([{ due: later(5), detail: 'One unit first.' }]);
    const [row] = await inOrganisation(at.engineer, (tx) => conditionsWaitingFor(tx, at.engineer));
    must(await proveCondition(at.engineer, id, { condition: String(row?.id), version: 1, proof: 'It ran a week.' }));
    expect(await waits('conditions', ...everybody())).toEqual([0, 1, 1, 1, 1, 0]);
  });

  it('a dissent waits for everybody who signs but whoever raised it', async () => {
    const id = await inSignOff(at);
    const form = { party: 'clinical_safety' as const, voice: '', opinion: 'Too early.', proof_password: PASSWORD };
    must(await recordDissent(at.safety, id, form));
    expect(await waits('dissents', ...everybody())).toEqual([1, 1, 0, 1, 1, 0]);
    const [task] = await listOf(at.riskOwner, 'dissents');
    must(await answerDissent(at.riskOwner, id, { dissent: String(task?.id), answer: 'The window is fixed.' }));
    expect(await waits('dissents', ...everybody())).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('an approval that ends soon waits for whoever proposed the change, and stays when it has expired', async () => {
    const approvalDays = Object.fromEntries(
      Object.keys(DEFAULT_POLICY.approval_days).map((tier) => [tier, 10]),
    ) as SignOffPolicy['approval_days'];
    await setPolicy({ approval_days: approvalDays });
    const id = await inSignOff(at);
    await signUpTo(at, id);
    must(await sign(at.riskOwner, id, { slot: 'risk_owner', meaning: 'approve' }));
    expect(await waits('approvals', ...everybody())).toEqual([1, 0, 0, 0, 0, 0]);
    expect(await listOf(at.engineer, 'approvals')).toMatchObject([{ due: later(10), overdue: false }]);
    expect(await expireApprovals(at.orgId, later(11))).toBe(1);
    expect(await listOf(at.engineer, 'approvals')).toMatchObject([{ act: 'Take up again', overdue: true }]);
  });

  it('an accepted risk waits for risk owners, a triage for the one who decides', async () => {
    const changeId = await submitted(at);
    await inOrganisation(at.engineer, async (tx) => {
      await tx.insert(riskAcceptances).values({
        ...{
          orgId: at.orgId,
          changeId,
          number: 1,
          what: 'The old protocol stays.',
          because: 'No other way',
          ratings: {},
        },
        ...{ acceptedBy: at.riskOwner.userId, acceptedByName: at.riskOwner.name, acceptedAt: new Date() },
        ...{ method: 'password', payload: '{}', payloadSha256: 'x', reviewOn: later(-9), expiresOn: later(-1) },
      });
      await tx.insert(reportabilityTriages).values({
        ...{ orgId: at.orgId, changeId, number: 1, answers: {}, awareOn: today(), clocks: [] },
        ...{ deciderId: at.regulatory.userId, deciderName: at.regulatory.name },
        ...{ createdBy: at.engineer.userId, createdByName: at.engineer.name },
      });
    });
    expect(await waits('acceptances', ...everybody())).toEqual([0, 0, 0, 0, 1, 0]);
    expect(await listOf(at.riskOwner, 'acceptances')).toMatchObject([{ overdue: true, due: later(-1) }]);
    expect(await waits('triages', ...everybody())).toEqual([0, 0, 0, 1, 0, 0]);
  });

  it('the record waits for its reviewer, training for who has to renew it', async () => {
    expect(await waits('review', ...everybody())).toEqual([0, 0, 0, 0, 0, 0]);
    await setPolicy({ trail_review_days: 10 });
    expect(await waits('review', ...everybody())).toEqual([0, 0, 0, 0, 0, 1]);
    const newcomer = await aPerson(at.orgId, 'engineer');
    expect(await waits('training', newcomer, at.engineer)).toEqual([0, 0]);
    await inOrganisation(at.engineer, (tx) =>
      tx.insert(trainingRecords).values({
        ...{ orgId: at.orgId, personId: newcomer.userId, course: 'signing', completedOn: later(-700) },
        ...{ expiresOn: later(20), evidence: 'list', recordedBy: at.auditor.userId, recordedByName: 'Training office' },
      }),
    );
    expect(await listOf(newcomer, 'training')).toMatchObject([{ due: later(20), overdue: false }]);
  });
});

describe('the count', () => {
  it('is asked once a request, stands beside Home, and is of one’s own organisation', async () => {
    expect(waitingTasks(at.engineer)).toBe(waitingTasks(at.engineer));
    expect(await listsOf({ ...elsewhere.engineer, orgId: at.orgId })).toEqual([]);
    const id = await inSignOff(at);
    const page = await (await letIn(newBrowser({ routes: /_app\+\/(index|_layout)/ }), at.engineer)).get('/');
    expect(page.text).toContain('1 thing waits for you');
    expect(page.text).toContain(`/changes/${id}/sign-off#sign`);
    const other = await (await letIn(newBrowser({ routes: /_app\+\/(index|_layout)/ }), at.auditor)).get('/');
    expect(other.text).not.toContain('1 thing waits');
  });
});
