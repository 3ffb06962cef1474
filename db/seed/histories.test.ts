/** What the demonstration's histories show: every state of a change, and what can go otherwise on the way. */
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyAllChains } from '../../app/audit/verify.server';
import { CHANGE_STATUSES } from '../../app/features/changes/change-status';
import { emergencyState } from '../../app/features/emergencies/emergency-state';
import { progressOf } from '../../app/features/implementation/unit-records.server';
import { acceptancesDue } from '../../app/features/risk/acceptances-due.server';
import { sha256Of } from '../../app/features/sign-off/digest.server';
import { expireApprovals, reviewAll } from '../../app/features/sign-off/sweep.server';
import { listStandards } from '../../app/features/standard-changes/list-standards.server';
import { today } from '../../app/features/today';
import type { Actor } from '../../app/guard/actor';
import { authDb, closeDatabase, inOrganisation, type Tx } from '../client.server';
import {
  changeConditions,
  changes,
  dissents,
  emergencies,
  implementations,
  organisations,
  signatures,
  signOffRounds,
  trainingRecords,
  users,
  verifications,
} from '../schema/index.server';
import { testDatabase } from '../testing';
import { seedWhenEmpty } from './index.server';
import { dayBefore } from './sign-off-day';
import { HISTORIES } from './sign-off-scenarios';

testDatabase(() => seedWhenEmpty());
afterAll(closeDatabase);

let engineer: Actor;
const orgId = () => engineer.orgId;
const read = <T>(work: (tx: Tx) => Promise<T>) => inOrganisation(engineer, work);

beforeAll(async () => {
  const [row] = await authDb()
    .select()
    .from(users)
    .innerJoin(organisations, eq(organisations.id, users.orgId))
    .where(and(eq(organisations.country, 'GB'), eq(users.name, 'J. Lindqvist')));
  if (!row) throw new Error('nobody at Northbridge');
  const { id: userId, orgId: org, name, email, jobTitle } = row.users;
  engineer = {
    ...{ userId, orgId: org, name, email, jobTitle, role: 'engineer', requestId: 'test', address: '' },
    organisation: row.organisations,
  };
});

const changeOf = (title: string) =>
  read(async (tx) => {
    const rows = await tx.select().from(changes).where(eq(changes.orgId, orgId()));
    const found = rows.find((row) => row.title.startsWith(title));
    if (!found) throw new Error(`no change called ${title}`);
    return found;
  });

const signaturesOn = (title: string) =>
  changeOf(title).then(({ id }) =>
    read((tx) => tx.select().from(signatures).where(eq(signatures.changeId, id)).orderBy(signatures.signedAt)),
  );

describe('the histories', () => {
  it('are all played: the register has their devices', async () => {
    for (const { title } of HISTORIES.northbridge) expect((await changeOf(title)).title).toBe(title);
  });

  it('show every state that stands for longer than a transaction', async () => {
    const rows = await read((tx) => tx.select({ status: changes.status }).from(changes));
    const there = new Set(rows.map(({ status }) => status));
    // Submitted and assessed is one act.
    for (const status of CHANGE_STATUSES.filter((one) => one !== 'submitted')) expect(there, status).toContain(status);
  });

  it('go back two years, and nothing in them is signed before somebody could sign', async () => {
    const rows = await read((tx) => tx.select().from(signatures).where(eq(signatures.orgId, orgId())));
    const courses = await read((tx) => tx.select().from(trainingRecords).where(eq(trainingRecords.orgId, orgId())));
    expect(rows.length).toBeGreaterThan(45);
    expect(rows.some(({ signedAt }) => signedAt.toISOString().slice(0, 10) <= dayBefore(728))).toBe(true);
    for (const row of rows) {
      const day = row.signedAt.toISOString().slice(0, 10);
      expect(row.payloadSha256).toBe(sha256Of(row.payload));
      expect(
        courses.some(
          (one) =>
            one.personId === row.signerId &&
            one.completedOn <= day &&
            one.recordedAt <= row.signedAt &&
            one.expiresOn >= day,
        ),
        `${row.printedName} on ${day}`,
      ).toBe(true);
    }
  });

  it('keep one order of time in each change: proposed, opened, signed, decided, done, verified', async () => {
    const rounds = await read((tx) => tx.select().from(signOffRounds).where(isNotNull(signOffRounds.decidedAt)));
    expect(rounds.length).toBeGreaterThan(8);
    for (const { id, changeId, openedAt, decidedAt, endedAt } of rounds) {
      const [change] = await read((tx) => tx.select().from(changes).where(eq(changes.id, changeId)));
      const signed = await read((tx) => tx.select().from(signatures).where(eq(signatures.roundId, id)));
      const work = await read((tx) => tx.select().from(implementations).where(eq(implementations.changeId, changeId)));
      const [verified] = await read((tx) =>
        tx.select().from(verifications).where(eq(verifications.changeId, changeId)),
      );
      expect(Number(change?.createdAt)).toBeLessThan(Number(openedAt));
      for (const { signedAt, slot } of signed) {
        expect(Number(signedAt)).toBeGreaterThan(Number(openedAt));
        if (slot !== 'verifier') expect(Number(signedAt)).toBeLessThanOrEqual(Number(decidedAt));
      }
      for (const { doneAt, recordedAt } of work) {
        expect(Number(recordedAt)).toBeGreaterThanOrEqual(Number(doneAt));
        if (verified) expect(Number(verified.verifiedAt)).toBeGreaterThan(Number(recordedAt));
      }
      if (endedAt) expect(Number(endedAt)).toBeGreaterThan(Number(decidedAt));
    }
  });

  it('have signatures that fell, and say which fact did it', async () => {
    const fallen = await signaturesOn('Separate the glucose meters');
    expect(fallen).toHaveLength(2);
    for (const { voidedAt, voidedBecause } of fallen) {
      expect(voidedAt).not.toBeNull();
      expect(voidedBecause).toContainEqual(
        expect.objectContaining({ part: 'facts', key: 'network_requirements_known', before: 'yes', after: 'no' }),
      );
    }
  });

  it('have a dissent that waits and one that was answered before the decision', async () => {
    const rows = await read((tx) => tx.select().from(dissents).where(eq(dissents.orgId, orgId())));
    expect(rows.map(({ answeredByName }) => answeredByName).sort()).toEqual(['', 'Dr Helen Whitcombe']);
  });

  it('have an emergency inside its clock and one that was signed too late', async () => {
    const states = await read(async (tx) => {
      const rows = await tx.select().from(emergencies).innerJoin(changes, eq(changes.id, emergencies.changeId));
      return rows.map((row) => [
        emergencyState(row.emergencies, row.changes.status as 'closed', new Date()),
        row.emergencies.overdueAt !== null,
      ]);
    });
    expect(states.sort()).toEqual([
      ['running', false],
      ['signed_late', true],
    ]);
  });

  it('have an acceptance of residual risk that ran out and is still in force', async () => {
    const due = await read((tx) => acceptancesDue(tx, orgId(), today()));
    expect(due).toEqual([expect.objectContaining({ state: 'overdue', acceptedByName: 'Marcus Adeyemi' })]);
  });

  it('have an approval with a condition that is not met, and work half done with a unit rolled back', async () => {
    const { id } = await changeOf('Let the anaesthesia machines');
    const open = await read((tx) =>
      tx
        .select()
        .from(changeConditions)
        .where(and(eq(changeConditions.changeId, id), eq(changeConditions.status, 'open'))),
    );
    expect(open.map(({ before }) => before)).toEqual(['implementation', 'closure']);
    const moving = await changeOf('Move the telemetry receivers');
    const progress = await read((tx) => progressOf(tx, orgId(), moving.id));
    expect(progress).toMatchObject({ units: 12, unrecorded: 4, byOutcome: { done: 7, rolled_back: 1 } });
  });

  it('have a closing by somebody who neither proposed nor carried it out, after three others had signed', async () => {
    const signed = await signaturesOn('Give the wireless infusion pumps');
    expect(new Set(signed.map(({ signerId }) => signerId)).size).toBe(4);
    const old = await signaturesOn('Put the old bedside monitors');
    expect(old.map(({ slot }) => slot)).toEqual([
      ...['author', 'clinical_safety', 'regulatory_affairs', 'risk_owner', 'verifier'],
    ]);
    expect(new Set(old.map(({ signerId }) => signerId)).size).toBe(4);
  });

  it('have one signature under a delegation', async () => {
    const rows = await read((tx) => tx.select().from(signatures).where(isNotNull(signatures.delegationId)));
    expect(rows.map(({ printedName, slot, onBehalfWords }) => [printedName, slot, onBehalfWords])).toEqual([
      ['Amara Osei', 'risk_owner', expect.stringContaining('Marcus Adeyemi, under delegation 1, until')],
    ]);
  });

  it('have a standard change in use and one that is suspended', async () => {
    const { rows } = await listStandards(engineer, new URLSearchParams());
    expect(rows.map(({ title, standing }) => [title, standing.state]).sort()).toEqual([
      ['Passive sensor beside a pump segment', 'suspended'],
      ['Pumps onto the pump network', 'active'],
    ]);
  });

  it('have a change that waits for a supplier who does not answer', async () => {
    expect((await changeOf('Upgrade the console from Windows 7')).status).toBe('awaiting_supplier');
  });

  it('say today what they said when they were written: no sweep finds anything', async () => {
    expect(await expireApprovals(orgId())).toBe(0);
    expect(await reviewAll(orgId())).toBe(0);
    const live = await read((tx) => tx.select().from(signatures).where(isNull(signatures.voidedAt)));
    expect(live.length).toBeGreaterThan(40);
  });

  it('leave chains that hold', async () => {
    for (const report of await verifyAllChains()) expect(report).toMatchObject({ ok: true, fault: null });
  });
});
