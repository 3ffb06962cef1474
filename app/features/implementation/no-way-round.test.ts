/**
 * Random sequences of real acts by real people against PostgreSQL: whatever is tried in whatever order, nothing is
 * carried out or closed without the signatures it needs.
 */
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { testDatabase } from '../../../db/testing';
import { verifyChain } from '../../audit/verify.server';
import type { Actor } from '../../guard/actor';
import { PASSWORD } from '../../guard/testing/people';
import { stateFacts } from '../changes/state-facts.server';
import { factWish, type House } from '../changes/testing';
import { withdrawChange } from '../changes/withdraw-change.server';
import { confirmEmergency } from '../emergencies/confirm-emergency.server';
import { declareEmergency, withdrawEmergency } from '../emergencies/declare-emergency.server';
import { emergencyPage } from '../emergencies/emergency-view.server';
import { inSignOff, put, sign, signingHouse } from '../sign-off/testing';
import { beginImplementation } from './begin-implementation.server';
import { putToVerification } from './put-to-verification.server';
import { closeAs, recordAs, rowsOf } from './testing';

const database = testDatabase();
let at: House;
beforeAll(async () => {
  at = await signingHouse(database);
}, 60_000);

const PEOPLE = ['engineer', 'colleague', 'safety', 'regulatory', 'riskOwner'] as const;
type Act = (actor: Actor, id: string) => Promise<unknown>;
const OWN: Record<
  string,
  { slot: 'author' | 'clinical_safety' | 'regulatory_affairs' | 'risk_owner'; meaning: 'author' | 'review' | 'approve' }
> = {
  engineer: { slot: 'author', meaning: 'author' },
  clinical_safety: { slot: 'clinical_safety', meaning: 'review' },
  regulatory_affairs: { slot: 'regulatory_affairs', meaning: 'review' },
  risk_owner: { slot: 'risk_owner', meaning: 'approve' },
};
const ACTS: Record<string, Act> = {
  sign: (actor, id) => sign(actor, id, OWN[actor.role] ?? { slot: 'author', meaning: 'author' }),
  begin: beginImplementation,
  record: (actor, id) => recordAs(actor, id),
  verify: putToVerification,
  close: (actor, id) => closeAs(actor, id),
  sendBack: (actor, id) => closeAs(actor, id, { outcome: 'failed', words: 'once more' }),
  declare: (actor, id) => declareEmergency(actor, id, 'it cannot wait'),
  withdrawEmergency: (actor, id) => withdrawEmergency(actor, id, 'it can'),
  confirm: async (actor, id) => {
    const emergencyId = (await emergencyPage(actor, id))?.emergency?.id ?? actor.orgId;
    return confirmEmergency(actor, id, emergencyId, { proof_password: PASSWORD });
  },
  state: (actor, id) => stateFacts(actor, id, [factWish('solely_strengthens_cybersecurity', 'yes', 'read')]),
  putAgain: (actor, id) => put(at, id, actor).catch(() => 'refused'),
  withdraw: (actor, id) => withdrawChange(actor, id, { version: 1, reason: 'no longer' }),
};

interface Facts extends Record<string, unknown> {
  status: string;
  signed: string[];
  second: boolean;
  regularised: boolean;
  verifier: string | null;
  proposer: string;
  hands: string[];
  records: number;
}

const factsOf = async (id: string): Promise<Facts> => {
  const [row] = await rowsOf<Facts>(
    database,
    at.orgId,
    `select c.status, c.proposer_id as proposer,
      array(select s.slot from signatures s join sign_off_rounds r on r.id = s.round_id
        where s.change_id = c.id and s.voided_at is null and r.status = 'approved') as signed,
      exists(select 1 from emergencies e where e.change_id = c.id and e.withdrawn_at is null
        and e.confirmed_by is not null and e.confirmed_by <> e.declared_by) as second,
      exists(select 1 from emergencies e where e.change_id = c.id and e.regularised_at is not null) as regularised,
      (select s.signer_id::text from signatures s where s.change_id = c.id and s.slot = 'verifier' and s.voided_at is null) as verifier,
      array(select distinct unnest(array[i.done_by, i.recorded_by])::text from implementations i where i.change_id = c.id) as hands,
      (select count(*)::int from implementations i where i.change_id = c.id and i.superseded_at is null) as records
      from changes c where c.id = $1`,
    id,
  );
  if (!row) throw new Error('no such change');
  return row;
};

const ROUTE = ['author', 'clinical_safety', 'regulatory_affairs', 'risk_owner'];

function holds(facts: Facts): void {
  const decided = ROUTE.every((slot) => facts.signed.includes(slot));
  if (facts.status === 'approved') expect(facts).toMatchObject({ signed: expect.arrayContaining(ROUTE) });
  if (['in_implementation', 'verifying'].includes(facts.status)) expect(decided || facts.second).toBe(true);
  if (facts.status === 'verifying') expect(facts.records).toBe(12);
  if (facts.status !== 'closed') return;
  expect(decided).toBe(true);
  if (facts.second) expect(facts.regularised).toBe(true);
  expect(facts.verifier).not.toBeNull();
  expect([facts.proposer, ...facts.hands]).not.toContain(facts.verifier);
}

it('no sequence of acts leads round the signatures [11.10(f)]', async () => {
  const step = fc.record({
    act: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('sign', 'begin', 'record', 'verify', 'close', 'confirm', 'declare') },
      { weight: 1, arbitrary: fc.constantFrom(...Object.keys(ACTS)) },
    ),
    who: fc.constantFrom(...PEOPLE),
  });
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 24 }), async (steps) => {
      const id = await inSignOff(at);
      for (const { act, who } of steps) {
        await ACTS[act]?.(at[who], id);
        const facts = await factsOf(id);
        seen.add(facts.status);
        holds(facts);
      }
    }),
    { numRuns: 12, seed: 20261129, endOnFailure: true },
  );
  // It would prove nothing if no sequence ever got anywhere.
  expect([...seen]).toEqual(expect.arrayContaining(['in_sign_off', 'in_implementation']));
  expect(await verifyChain(at.orgId, 'Northbridge')).toMatchObject({ ok: true });
}, 600_000);
