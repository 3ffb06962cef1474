import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MEASURE_IDS, MEASURES } from '../../regulation/options/measures';
import { today } from '../today';
import { controlStateOf, type GivenProof, type ProofResult } from './control-state';
import { dayAfter, neededProofs, PROOF_KEYS, proofOfKey } from './needed-proofs';
import { ProofForm } from './proof-form';

const DAY = '2026-11-29';
const [rules = '', scan = ''] = neededProofs('network_firewall').map(({ text }) => text);
const given = (proof: string, over: Partial<GivenProof> = {}): GivenProof => ({
  ...{ measure: 'network_firewall', proof, result: 'holds', takenOn: '2026-11-01', staleOn: '2027-02-01' },
  ...over,
});
const state = (...proofs: GivenProof[]) => controlStateOf('network_firewall', proofs, DAY).state;

describe('what the library asks for', () => {
  it('has a time for every proof of every measure', () => {
    for (const { id, proof } of MEASURES) {
      const needed = neededProofs(id);
      expect(needed.map(({ text }) => text)).toEqual(proof);
      expect(needed.every(({ mostDays, until }) => mostDays >= 1 && until !== '')).toBe(true);
    }
    expect(PROOF_KEYS).toHaveLength(MEASURES.flatMap(({ proof }) => proof).length);
  });

  it('names each by a key, and knows no other', () => {
    for (const key of PROOF_KEYS) expect(proofOfKey(key)).not.toBeNull();
    for (const key of ['', 'isolation', 'isolation/9', 'os_patch/', 'prayer/0']) expect(proofOfKey(key)).toBeNull();
  });
});

describe('the state of a measure', () => {
  it.each([
    ['nothing was shown', [], 'none'],
    ['everything holds and is fresh', [given(rules), given(scan)], 'fresh'],
    ['only some was shown', [given(rules)], 'partly'],
    ['it holds only in part', [given(rules), given(scan, { result: 'partly' })], 'partly'],
    ['one is stale', [given(rules), given(scan, { staleOn: '2026-11-28' })], 'stale'],
    ['one goes stale that day', [given(rules), given(scan, { staleOn: DAY })], 'stale'],
    ['one fails', [given(rules), given(scan, { result: 'fails' })], 'failed'],
    ['one failed long ago', [given(rules), given(scan, { result: 'fails', staleOn: '2020-01-01' })], 'failed'],
    ['it was taken tomorrow', [given(rules, { takenOn: '2026-11-30' })], 'none'],
    ['it is of another measure', [given(rules, { measure: 'host_firewall' })], 'none'],
  ])('%s', (_, proofs, expected) => expect(state(...(proofs as GivenProof[]))).toBe(expected));

  it('counts as in place only when every proof holds and is fresh', () => {
    const aProof = fc.record({
      result: fc.constantFrom<ProofResult>('holds', 'fails', 'partly'),
      takenOn: fc.integer({ min: -500, max: 5 }).map((days) => dayAfter(DAY, days)),
      staleOn: fc.integer({ min: -400, max: 400 }).map((days) => dayAfter(DAY, days)),
      shown: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...MEASURE_IDS),
        fc.array(aProof, { minLength: 2, maxLength: 2 }),
        (measure, drawn) => {
          const proofs = neededProofs(measure).flatMap(({ text }, at) => {
            const one = drawn[at];
            return one?.shown ? [{ measure, proof: text, ...one }] : [];
          });
          const holds = neededProofs(measure).every(({ text }) =>
            proofs.some(
              (one) => one.proof === text && one.result === 'holds' && one.takenOn <= DAY && one.staleOn > DAY,
            ),
          );
          expect(controlStateOf(measure, proofs, DAY).inPlace).toBe(holds);
        },
      ),
    );
  });
});

describe('the form', () => {
  const posted = (over: Record<string, string>) =>
    ProofForm.safeParse({ what: 'isolation/0', result: 'holds', taken_on: today(), document: 'Ticket 4711', ...over });

  it('takes a proof, and leaves the end to the library', () => expect(posted({}).data?.stale_on).toBeNull());

  it.each([
    ['what there is not', { what: 'isolation/7' }, 'what'],
    ['no result', { result: '' }, 'result'],
    ['no day', { taken_on: '' }, 'taken_on'],
    ['a day to come', { taken_on: dayAfter(today(), 1) }, 'taken_on'],
    ['an end before it was taken', { stale_on: today() }, 'stale_on'],
    ['more than such a proof is good for', { stale_on: dayAfter(today(), 93) }, 'stale_on'],
    ['nowhere to look it up', { document: ' ' }, 'document'],
  ])('refuses %s', (_, over, field) =>
    expect(posted(over).error?.issues.map(({ path }) => path.join('.'))).toContain(field),
  );
});
