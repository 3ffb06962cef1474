import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KIND_IDS } from '../../regulation/kinds/kind-ids';
import { TIERS } from '../../regulation/tiers';
import { type CountedSignature, decide } from './decide';
import { DEFAULT_POLICY, SignOffPolicy } from './policy';
import { type RouteInput, routeDifference, routeFor } from './route';
import { meaningsOf, ROUTE_SLOTS, type SignatureMeaning } from './slots';

const anyInput: fc.Arbitrary<RouteInput> = fc.record({
  worstTier: fc.constantFrom(...TIERS),
  kinds: fc.subarray([...KIND_IDS], { maxLength: 3 }),
  place: fc.constantFrom('device' as const, 'device_connection' as const, 'environment' as const, null),
  classes: fc.subarray(['I', 'IIa', 'IIb', 'III', 'II']),
  risk: fc.option(fc.integer({ min: 1, max: 25 }), { nil: null }),
  emergency: fc.boolean(),
  dutyTransfer: fc.boolean(),
});

const slotsOf = (input: RouteInput) => routeFor(DEFAULT_POLICY, input).map(({ slot }) => slot);

describe('the route', () => {
  it('always begins with the author and ends with somebody else, who alone decides', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const route = routeFor(DEFAULT_POLICY, input);
        expect(route[0]?.slot).toBe('author');
        expect(route.length).toBeGreaterThan(1);
        expect(route.map(({ decides }) => decides)).toEqual(route.map((_, at) => at === route.length - 1));
        expect(route.every(({ rules }) => rules.length > 0)).toBe(true);
        expect(route.map(({ slot }) => slot)).toEqual(
          ROUTE_SLOTS.filter((slot) => route.some((one) => one.slot === slot)),
        );
      }),
    );
  });

  it('never gets shorter when something is not known', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const known = slotsOf(input);
        for (const unknown of [{ risk: null }, { place: null }, { worstTier: 'hold' as const }]) {
          const less = slotsOf({ ...input, ...unknown });
          expect(known.filter((slot) => !less.includes(slot) && !('place' in unknown))).toEqual([]);
        }
        // Not knowing where it lands counts as on the device.
        expect(slotsOf({ ...input, place: null })).toEqual(
          expect.arrayContaining(slotsOf({ ...input, place: 'device_connection' })),
        );
      }),
    );
  });

  it.each([
    [{ place: 'environment', worstTier: 'none', risk: 2 }, ['author', 'clinical_safety']],
    [
      { place: 'device', worstTier: 'record', classes: ['I'], risk: 2 },
      ['author', 'clinical_safety', 'regulatory_affairs'],
    ],
    [
      { place: 'device', worstTier: 'record', classes: ['IIb'], risk: 2 },
      ['author', 'clinical_safety', 'regulatory_affairs', 'risk_owner'],
    ],
    [{ place: 'environment', worstTier: 'none', risk: 8 }, ['author', 'clinical_safety', 'risk_owner']],
    [{ place: 'environment', worstTier: 'none', risk: null }, ['author', 'clinical_safety', 'risk_owner']],
    [
      { place: 'environment', worstTier: 'none', risk: 2, emergency: true },
      ['author', 'clinical_safety', 'risk_owner'],
    ],
    [
      { place: 'environment', worstTier: 'recertify', risk: 2 },
      ['author', 'clinical_safety', 'regulatory_affairs', 'risk_owner'],
    ],
  ] as const)('of %o', (over, wanted) => {
    const input = {
      worstTier: 'none',
      kinds: ['os_patch'],
      place: null,
      classes: ['IIa'],
      risk: 1,
      emergency: false,
      dutyTransfer: false,
    };
    expect(slotsOf({ ...input, ...over } as RouteInput)).toEqual(wanted);
  });

  it('says what another policy would do otherwise', () => {
    const input = {
      worstTier: 'none' as const,
      kinds: ['segmentation'],
      place: 'environment' as const,
      classes: [],
      risk: 2,
      emergency: false,
      dutyTransfer: false,
    };
    const stricter = {
      ...DEFAULT_POLICY,
      rules: [...DEFAULT_POLICY.rules, { id: 'all', slot: 'risk_owner' as const, when: {}, because: 'Everything.' }],
    };
    expect(routeDifference(routeFor(DEFAULT_POLICY, input), routeFor(stricter, input))).toEqual({
      added: ['risk_owner'],
      removed: [],
    });
  });
});

describe('a policy', () => {
  it('that Changemark brings along keeps its own rules', () => {
    expect(SignOffPolicy.safeParse(DEFAULT_POLICY).success).toBe(true);
  });

  const without = (slot: string) => ({
    ...DEFAULT_POLICY,
    rules: DEFAULT_POLICY.rules.filter((rule) => rule.slot !== slot || Object.keys(rule.when).length > 0),
  });
  it.each([
    ['without an author', without('author')],
    ['in which nobody but the author always signs', without('clinical_safety')],
    ['with a rule twice', { ...DEFAULT_POLICY, rules: [...DEFAULT_POLICY.rules, DEFAULT_POLICY.rules[0]] }],
    [
      'with a condition that does not exist',
      {
        ...DEFAULT_POLICY,
        rules: [...DEFAULT_POLICY.rules, { id: 'x', slot: 'author', when: { phase: 'moon' }, because: 'why not' }],
      },
    ],
    [
      'with a tier that does not exist',
      {
        ...DEFAULT_POLICY,
        rules: [
          ...DEFAULT_POLICY.rules,
          { id: 'x', slot: 'author', when: { tier_at_least: 'huge' }, because: 'why not' },
        ],
      },
    ],
    ['whose approvals never end', { ...DEFAULT_POLICY, approval_days: { ...DEFAULT_POLICY.approval_days, none: 0 } }],
    [
      'whose approvals are good for ten years',
      { ...DEFAULT_POLICY, approval_days: { ...DEFAULT_POLICY.approval_days, none: 3650 } },
    ],
    ['that is a text', 'approve everything'],
  ])('is refused %s', (_, policy) => {
    expect(SignOffPolicy.safeParse(policy).success).toBe(false);
  });
});

describe('what signatures add up to', () => {
  const route = routeFor(DEFAULT_POLICY, {
    worstTier: 'approval',
    kinds: ['os_patch'],
    place: 'device',
    classes: ['IIb'],
    risk: 9,
    emergency: false,
    dutyTransfer: false,
  });
  const anySignature: fc.Arbitrary<CountedSignature> = fc.constantFrom(...ROUTE_SLOTS).chain((slot) =>
    fc.record({
      slot: fc.constant(slot),
      meaning: fc.constantFrom<SignatureMeaning>(...meaningsOf(slot, slot === 'risk_owner')),
      signerId: fc.uuid(),
    }),
  );

  it('is approved only with every place signed, the last of them approving, and nobody against it', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anySignature, { selector: ({ slot }) => slot, maxLength: 4 }), (live) => {
        const decision = decide(route, live);
        const all = route.every(({ slot }) => live.some((one) => one.slot === slot));
        const rejected = live.some(({ meaning }) => meaning === 'reject');
        if (rejected) return decision.state === 'rejected';
        return (decision.state === 'approved') === all;
      }),
      { numRuns: 500 },
    );
  });

  it('asks the author first and whoever decides last', () => {
    const waiting = decide(route, []);
    expect(waiting).toMatchObject({ state: 'waiting', next: { slot: 'author' } });
    const author = { slot: 'author' as const, meaning: 'author' as const, signerId: 'a' };
    expect(decide(route, [author])).toMatchObject({ next: { slot: 'clinical_safety' } });
    const others = (['clinical_safety', 'regulatory_affairs'] as const).map((slot) => ({
      slot,
      meaning: 'review' as const,
      signerId: slot,
    }));
    expect(decide(route, [author, ...others])).toMatchObject({
      next: { slot: 'risk_owner' },
      missing: [{ slot: 'risk_owner' }],
    });
    // A review in the deciding place is no decision, however it came there.
    const review = { slot: 'risk_owner' as const, meaning: 'review' as const, signerId: 'r' };
    expect(decide(route, [author, ...others, review]).state).toBe('waiting');
  });
});
