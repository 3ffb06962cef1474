import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { inOrganisation } from '../../../db/client.server';
import { signOffPolicies } from '../../../db/schema/index.server';
import { testDatabase } from '../../../db/testing';
import type { Actor } from '../../guard/actor';
import { aPerson } from '../../guard/testing/people';
import { KIND_IDS } from '../../regulation/kinds/kind-ids';
import { TIERS } from '../../regulation/tiers';
import { readChange } from '../changes/change-row.server';
import type { Kept } from '../changes/posted';
import { draft, type House, submitted } from '../changes/testing';
import { declareEmergency } from '../emergencies/declare-emergency.server';
import { numberedPolicy } from './current-policy.server';
import { DEFAULT_POLICY, SignOffPolicy } from './policy';
import { actOnPolicy } from './policy-act.server';
import { fieldsOfPolicy, groupsOf, intentOf, readPolicy, withGroup, withoutGroup } from './policy-form';
import { getPolicyForm, getSignOffPolicy } from './policy-pages.server';
import { differenceOf, previewPolicy } from './policy-preview.server';
import { setSignOffPolicy } from './policy-save.server';
import { conditionsInWords, ruleInWords } from './policy-words';
import { type RouteInput, routeFor } from './route';
import { routeInputs } from './route-inputs.server';
import { routeInput } from './route-of.server';
import { ROUTE_SLOTS } from './slots';
import { inSignOff, rateAll, signingHouse, signUpTo } from './testing';

const when = fc.record(
  {
    tier_at_least: fc.constantFrom(...TIERS),
    kinds: fc.uniqueArray(fc.constantFrom(...KIND_IDS), { minLength: 1, maxLength: 4 }),
    places: fc.uniqueArray(fc.constantFrom('device' as const, 'device_connection' as const, 'environment' as const), {
      minLength: 1,
    }),
    classes: fc.uniqueArray(fc.constantFrom('IIb', 'III', 'unknown', 'A'), { minLength: 1 }),
    risk_at_least: fc.integer({ min: 1, max: 25 }),
    emergency: fc.boolean(),
    duty_transfer: fc.boolean(),
  },
  { requiredKeys: [] },
);
const always = DEFAULT_POLICY.rules.filter((rule) => Object.keys(rule.when).length === 0);
const policies = fc
  .array(fc.record({ slot: fc.constantFrom(...ROUTE_SLOTS), when, because: fc.constant('Somebody has to.') }), {
    maxLength: 8,
  })
  .map(
    (rules): SignOffPolicy => ({
      ...DEFAULT_POLICY,
      rules: [...always, ...rules.map((rule, at) => ({ id: `rule-${at}`, ...rule }))],
    }),
  );

describe('the form of a policy', () => {
  it('says what the policy says, whatever the policy', () => {
    fc.assert(
      fc.property(policies, (policy) => {
        expect(readPolicy(fieldsOfPolicy(policy))).toEqual({ ok: true, policy: SignOffPolicy.parse(policy) });
      }),
    );
  });

  it('says at the field what is wrong, also after a rule was taken out', () => {
    const kept: Kept = {
      ...withoutGroup(fieldsOfPolicy(DEFAULT_POLICY), 'rules', 2),
      'rules.3.id': ['Tier Notify'],
      'rules.7.risk_at_least': ['high'],
      'rules.8.because': [''],
      'approval_days.hold': ['0'],
      emergency_hours: ['soon'],
      'training.0.validMonths': ['900'],
    };
    const read = readPolicy(kept);
    expect(read.ok ? [] : Object.keys(read.errors).sort()).toEqual([
      'approval_days.hold',
      'emergency_hours',
      'rules.3.id',
      'rules.7.risk_at_least',
      'rules.8.because',
      'training.0.validMonths',
    ]);
    expect(read.ok ? '' : read.errors['rules.7.risk_at_least']).toEqual(['Give a whole number.']);
  });

  it('keeps the one who decides: no form leaves the author alone', () => {
    const alone = fieldsOfPolicy({ ...DEFAULT_POLICY, rules: DEFAULT_POLICY.rules.slice(0, 1) });
    expect(readPolicy(alone)).toMatchObject({ ok: false, errors: { rules: [expect.stringContaining('decides')] } });
  });

  it('refuses a course, and a rule, that stands twice', () => {
    const twice = { ...withGroup(fieldsOfPolicy(DEFAULT_POLICY), 'training') };
    const [, second] = groupsOf(twice, 'training');
    const [one] = DEFAULT_POLICY.training;
    const fields = fieldsOfPolicy({ ...DEFAULT_POLICY, training: one ? [one, one] : [] });
    expect(second).toBe(1);
    expect(readPolicy(fields)).toMatchObject({
      ok: false,
      errors: { 'training.1.course': ['“signing” stands twice.'] },
    });
    expect(readPolicy({ ...fieldsOfPolicy(DEFAULT_POLICY), 'rules.1.id': ['author'] })).toMatchObject({
      ok: false,
      errors: { 'rules.1.id': ['“author” stands twice.'] },
    });
  });

  it('knows its buttons and no others', () => {
    expect(intentOf('remove.rules.12')).toEqual({ act: 'remove', list: 'rules', at: 12 });
    expect(intentOf('add.training')).toEqual({ act: 'add', list: 'training' });
    for (const word of ['', 'remove.rules', 'add.people', 'delete', 'remove.rules.-1'])
      expect(intentOf(word)).toBeNull();
  });

  it('reads as sentences', () => {
    const [first] = DEFAULT_POLICY.rules;
    expect(first && ruleInWords(first)).toBe(
      'author: author (clinical engineering) signs every change. Somebody stands for the facts of every change.',
    );
    expect(
      conditionsInWords({ when: { places: ['device', 'environment'], risk_at_least: 8, emergency: true } }),
    ).toEqual([
      'it lands on the device itself or around the device',
      'the residual risk on any axis is 8 or more, or not rated',
      'it is acted upon before it is signed',
    ]);
  });
});

describe('setting the policy', () => {
  const database = testDatabase();
  let at: House;
  let admin: Actor;
  let other: Actor;
  let ids: string[];

  const fields = (over: Kept = {}, policy = DEFAULT_POLICY): Kept => ({
    ...{ ...fieldsOfPolicy(policy), version: ['0'], note: ['The board decided so.'] },
    ...over,
  });
  const withoutOnDevice = (): SignOffPolicy => ({
    ...DEFAULT_POLICY,
    rules: DEFAULT_POLICY.rules.filter(({ slot }) => slot !== 'risk_owner'),
  });
  const posted = (kept: Kept, intent: string) => {
    const form = new FormData();
    for (const [name, values] of Object.entries(kept)) for (const value of values) form.append(name, value);
    form.set('intent', intent);
    return form;
  };
  const events = (orgId: string) =>
    database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${orgId}, true)`;
      return tx`select detail, reason from audit_events where action = 'sign_off.policy_set' order by seq`;
    });

  beforeAll(async () => {
    at = await signingHouse(database);
    admin = await aPerson(at.orgId, 'administrator');
    const elsewhere = await signingHouse(database, 'Elsewhere');
    other = await aPerson(elsewhere.orgId, 'administrator');
    await submitted(elsewhere);
    const rated = await submitted(at, ['segmentation']);
    await rateAll(at.safety, rated);
    const urgent = await submitted(at, ['os_patch']);
    await declareEmergency(at.engineer, urgent, 'It spreads already.');
    ids = [rated, urgent, await submitted(at, ['os_upgrade'], 'manufacturer'), await inSignOff(at)];
    await draft(at);
    await signUpTo(at, ids[3] as string);
  });
  it('is for administrators', async () => {
    expect(await setSignOffPolicy(at.engineer, fields())).toMatchObject({ ok: false });
    expect((await getSignOffPolicy(at.engineer, null)).maySet).toBe(false);
    expect((await getSignOffPolicy(admin, null)).maySet).toBe(true);
  });

  it('looks at many changes as sign-off looks at one', async () => {
    await inOrganisation(at.engineer, async (tx) => {
      const rows = await Promise.all(ids.map((id) => readChange(tx, at.orgId, id)));
      const many = await routeInputs(
        tx,
        at.orgId,
        rows.flatMap((row) => (row ? [row] : [])),
      );
      const tidy = (input: RouteInput | undefined) => input && { ...input, classes: [...input.classes].sort() };
      for (const row of rows) {
        if (!row) throw new Error('no such change');
        expect(tidy(many.get(row.id))).toEqual(tidy(await routeInput(tx, at.orgId, row)));
      }
      expect([...many.values()].map(({ emergency }) => emergency)).toEqual([false, true, false, false]);
      expect([...many.values()].map(({ risk }) => risk)).toEqual([4, null, null, 4]);
    });
  });

  it('shows beforehand exactly what the route of each change would gain and lose', async () => {
    const inputs = await inOrganisation(at.engineer, async (tx) => {
      const rows = await Promise.all(ids.map((id) => readChange(tx, at.orgId, id)));
      return Promise.all(rows.map((row) => (row ? routeInput(tx, at.orgId, row) : Promise.reject(new Error('gone')))));
    });
    await fc.assert(
      fc.asyncProperty(policies, async (wished) => {
        const preview = await previewPolicy(admin, wished);
        expect(preview).toMatchObject({ looked: 4, total: 4 });
        const shown = new Map(preview.rows.map((row) => [row.id, row]));
        for (const [index, id] of ids.entries()) {
          const input = inputs[index] as RouteInput;
          const slots = (policy: SignOffPolicy) => new Map(routeFor(policy, input).map((one) => [one.slot, one.label]));
          const [before, after] = [slots(DEFAULT_POLICY), slots(wished)];
          const added = [...after].filter(([slot]) => !before.has(slot)).map(([, label]) => label);
          const removed = [...before].filter(([slot]) => !after.has(slot)).map(([, label]) => label);
          expect({ added: shown.get(id)?.added ?? [], removed: shown.get(id)?.removed ?? [] }).toEqual({
            added,
            removed,
          });
        }
        expect(preview.differing).toBe(preview.rows.length);
      }),
      { numRuns: 25 },
    );
  });

  it('sees no difference between a policy and itself', () => {
    fc.assert(
      fc.property(policies, fc.constantFrom(...TIERS), (policy, worstTier) => {
        const input: RouteInput = {
          ...{
            worstTier,
            kinds: ['os_patch'],
            place: null,
            classes: [],
            risk: null,
            emergency: false,
            dutyTransfer: false,
          },
        };
        expect(differenceOf(policy, policy, input)).toBeNull();
      }),
    );
  });

  it('previews, adds and removes without saving, and keeps what was typed', async () => {
    const kept = fields({ note: ['Half a note'] }, withoutOnDevice());
    const previewed = await actOnPolicy(admin, posted(kept, 'preview'));
    if (previewed.saved) throw new Error('saved');
    expect(previewed.answer.kept.note).toEqual(['Half a note']);
    expect(previewed.answer.preview?.losses['risk owner']).toBeGreaterThan(0);
    const more = await actOnPolicy(admin, posted(kept, 'add.rules'));
    if (more.saved) throw new Error('saved');
    expect(groupsOf(more.answer.kept, 'rules').length).toBe(groupsOf(kept, 'rules').length + 1);
    const less = await actOnPolicy(admin, posted(kept, 'remove.rules.0'));
    if (less.saved) throw new Error('saved');
    expect(groupsOf(less.answer.kept, 'rules')).not.toContain(0);
    expect(await actOnPolicy(admin, posted({ ...kept, emergency_hours: [''] }, 'preview'))).toMatchObject({
      status: 422,
    });
    expect(await actOnPolicy(admin, posted(kept, 'burn'))).toMatchObject({ status: 422 });
    expect((await getSignOffPolicy(admin, null)).number).toBe(0);
  });

  it('asks why, and refuses what changes nothing', async () => {
    expect(await setSignOffPolicy(admin, fields({ note: [' '] }))).toMatchObject({
      errors: { note: ['Say why it is changed.'] },
    });
    expect(await setSignOffPolicy(admin, fields())).toMatchObject({
      errors: { '': ['Nothing differs from the policy in force.'] },
    });
  });

  it('of two administrators at once keeps one and tells the other', async () => {
    const second = await aPerson(at.orgId, 'administrator');
    const results = await Promise.all([
      setSignOffPolicy(admin, fields({}, withoutOnDevice())),
      setSignOffPolicy(second, fields({ emergency_hours: ['48'] })),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const told = results.find(({ ok }) => !ok);
    if (!told || told.ok) throw new Error('both were saved');
    expect(told.conflict).toMatchObject({ version: 1 });
    expect(told.conflict?.savedBy).not.toBe('');
    expect(told.conflict?.differences.map(({ label }) => label)).toContain('Rules');
    const [event, ...rest] = await events(at.orgId);
    expect(rest).toEqual([]);
    expect(event).toMatchObject({
      reason: 'The board decided so.',
      detail: { number: 1, before: DEFAULT_POLICY.rules.map(({ id }) => id) },
    });
    // Saying so again on top of the other lets it stand.
    const again = await setSignOffPolicy(second, fields({ version: ['1'], emergency_hours: ['24'] }));
    expect(again).toMatchObject({ ok: true });
  });

  it('counts at once for a round that is open, and for this organisation alone', async () => {
    const before = await inOrganisation(at.engineer, (tx) => numberedPolicy(tx, at.orgId));
    expect(before).toMatchObject({ number: 2, policy: { emergency_hours: 24 } });
    expect((await getSignOffPolicy(other, null)).number).toBe(0);
    expect((await previewPolicy(other, DEFAULT_POLICY)).total).toBe(1);
    expect((await getPolicyForm(other, 2)).from).toBe(0);
    expect(await getSignOffPolicy(admin, 1)).toMatchObject({ number: 1, current: 2 });
    const stored = await inOrganisation(other, (tx) => tx.select().from(signOffPolicies));
    expect(stored).toEqual([]);
  });
});
