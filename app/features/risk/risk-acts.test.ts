import { eq } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';
import { closeDatabase, inOrganisation } from '../../../db/client.server';
import { auditEvents, changes, riskAcceptances, riskRatings } from '../../../db/schema/index.server';
import { testDatabase } from '../../../db/testing';
import type { Actor } from '../../guard/actor';
import { aPerson } from '../../guard/testing/people';
import { type House, house, submitted } from '../changes/testing';
import { withdrawChange } from '../changes/withdraw-change.server';
import { asOnDay } from '../today';
import { givePen } from '../training/testing';
import { acceptRisk } from './accept-risk.server';
import { sha256 } from './acceptance-binds.server';
import { acceptancesDue } from './acceptances-due.server';
import { actOnRisk } from './act-on-risk.server';
import { decideTriage } from './decide-triage.server';
import { endAcceptance } from './end-acceptance.server';
import { riskForSnapshot } from './for-snapshot.server';
import { getAcceptanceForm } from './get-acceptance-form.server';
import { getHazard } from './get-hazard.server';
import { getRisk } from './get-risk.server';
import { getTriageForm } from './get-triage-form.server';
import { HazardForm } from './hazard-form';
import { RateForm } from './rate-form';
import { rateRisk } from './rate-risk.server';
import { residualRisk } from './residual-risk.server';
import { saveHazard } from './save-hazard.server';
import { acceptance, rate, rateAll } from './testing';
import { triageEvent } from './triage-event.server';
import { TriageForm } from './triage-form';

const residual = (actor: Actor, id: string) => inOrganisation(actor, (tx) => residualRisk(tx, actor.orgId, id));
const snapshot = (actor: Actor, id: string) => inOrganisation(actor, (tx) => riskForSnapshot(tx, actor.orgId, id));
const eventsOf = (actor: Actor, action: string) =>
  inOrganisation(actor, (tx) => tx.select().from(auditEvents).where(eq(auditEvents.action, action)));
const hazard = (over: Record<string, string> = {}) =>
  HazardForm.parse({ version: '0', title: 'Alarms are late after the restart', status: 'open', ...over });

describe('the risks of a change', () => {
  const database = testDatabase();
  afterAll(closeDatabase);

  const riskOwner = async ({ orgId }: House, name = 'Priya Nair') => {
    const person = await aPerson(orgId, 'risk_owner', { name });
    await givePen(person);
    return person;
  };

  describe('ratings', () => {
    it('are not low where nobody has rated, and never one number for all', async () => {
      const at = await house(database);
      const id = await submitted(at);
      expect(await residual(at.engineer, id)).toEqual({
        byAxis: { patient_safety: null, security: null, regulatory: null, continuity: null },
        highest: null,
      });
      expect((await getRisk(at.auditor, id))?.axes.every(({ ratings }) => ratings.after === null)).toBe(true);
      await rate(at.safety, id, 'patient_safety', 4, 1);
      await rate(at.engineer, id, 'security', 3, 4);
      expect(await residual(at.engineer, id)).toEqual({
        byAxis: {
          patient_safety: { score: 4, band: 'moderate' },
          security: { score: 12, band: 'high' },
          regulatory: null,
          continuity: null,
        },
        highest: 12,
      });
    });

    it('are superseded by a later one, and nothing is edited', async () => {
      const at = await house(database);
      const id = await submitted(at);
      await rate(at.engineer, id, 'security', 4, 4);
      await rate(at.safety, id, 'security', 4, 2);
      const rows = await inOrganisation(at.engineer, (tx) =>
        tx.select().from(riskRatings).where(eq(riskRatings.changeId, id)).orderBy(riskRatings.ratedAt),
      );
      expect(rows.map(({ likelihood, supersededAt }) => [likelihood, supersededAt === null])).toEqual([
        [4, false],
        [2, true],
      ]);
      await expect(
        inOrganisation(at.engineer, (tx) =>
          tx.update(riskRatings).set({ likelihood: 1 }).where(eq(riskRatings.changeId, id)),
        ),
      ).rejects.toThrow();
      const security = (await getRisk(at.auditor, id))?.axes.find(({ axis }) => axis === 'security');
      expect(security?.earlier.map(({ by, likelihood }) => [by, likelihood])).toEqual([['Jonas Lindqvist', 4]]);
      expect(await eventsOf(at.engineer, 'risk.rated')).toHaveLength(2);
    });

    it('tell the second of two raters, who may then let theirs stand', async () => {
      const at = await house(database);
      const id = await submitted(at);
      const form = (likelihood: string, seen: string) =>
        RateForm.parse({
          ...{ axis: 'security', after_consequence: '4', after_likelihood: likelihood, after_because: 'so' },
          after_seen: seen,
        });
      const both = await Promise.all([
        rateRisk(at.engineer, id, form('2', '')),
        rateRisk(at.safety, id, form('5', '')),
      ]);
      expect(both.filter((one) => one?.ok)).toHaveLength(1);
      const told = both.find((one) => one && !one.ok);
      if (!told || told.ok) throw new Error('nobody was told');
      expect(told.conflict?.differences[0]?.theirs).toMatch(/^4 × [25] = (8|20), (high|extreme): so$/);
      const standing = (await getRisk(at.engineer, id))?.axes[1]?.ratings.after;
      const other = standing?.likelihood === 2 ? '5' : '2';
      expect(await rateRisk(at.safety, id, form(other, standing?.id ?? ''))).toEqual({ ok: true, id });
      expect((await residual(at.engineer, id)).byAxis.security?.score).toBe(4 * Number(other));
    });

    it('say nothing twice: the same rating again writes nothing', async () => {
      const at = await house(database);
      const id = await submitted(at);
      await rate(at.engineer, id, 'continuity', 2, 2);
      await rate(at.safety, id, 'continuity', 2, 2);
      expect(await eventsOf(at.engineer, 'risk.rated')).toHaveLength(1);
    });

    it('end with the change', async () => {
      const at = await house(database);
      const id = await submitted(at);
      const [row] = await inOrganisation(at.engineer, (tx) => tx.select().from(changes).where(eq(changes.id, id)));
      await withdrawChange(at.engineer, id, { version: row?.version ?? 0, reason: 'not needed' });
      const refused = await rate(at.engineer, id, 'security', 1, 1);
      expect(refused).toMatchObject({ ok: false, errors: { '': [expect.stringContaining('withdrawn')] } });
      const late = await saveHazard(at.safety, id, null, hazard());
      expect(late).toMatchObject({ ok: false, errors: { '': [expect.stringContaining('withdrawn')] } });
    });
  });

  describe('the snapshot', () => {
    it('is the same whatever the order in which things were written, and shows what is not rated', async () => {
      const at = await house(database);
      const id = await submitted(at);
      await rate(at.engineer, id, 'continuity', 2, 2);
      await rate(at.safety, id, 'patient_safety', 3, 3);
      await saveHazard(at.safety, id, null, hazard({ title: 'B' }));
      await saveHazard(at.safety, id, null, hazard({ title: 'A', after_consequence: '3', after_likelihood: '2' }));
      const [one, two] = [await snapshot(at.engineer, id), await snapshot(at.auditor, id)];
      expect(JSON.stringify(one)).toBe(JSON.stringify(two));
      expect(one.ratings.map(({ axis, moment }) => `${axis} ${moment}`)).toEqual([
        ...['patient_safety before', 'patient_safety after', 'security before', 'security after'],
        ...['regulatory before', 'regulatory after', 'continuity before', 'continuity after'],
      ]);
      expect(one.ratings.map(({ rating }) => rating?.consequence ?? null)).toEqual([
        ...[null, 3, null, null, null, null, null, 2],
      ]);
      expect(one.hazards.map(({ number, title, after }) => [number, title, after])).toEqual([
        [1, 'B', null],
        [2, 'A', { consequence: 3, likelihood: 2 }],
      ]);
    });
  });

  describe('the hazard log', () => {
    it('keeps versions, and tells the second editor', async () => {
      const at = await house(database);
      const id = await submitted(at);
      const added = await saveHazard(at.safety, id, null, hazard());
      if (!added?.ok) throw new Error('the hazard was refused');
      const one = await saveHazard(at.engineer, id, added.id, hazard({ version: '1', cause: 'drivers load late' }));
      expect(one?.ok).toBe(true);
      const two = await saveHazard(at.safety, id, added.id, hazard({ version: '1', effect: 'arrest seen late' }));
      expect(two).toMatchObject({ ok: false, conflict: { version: 2, savedBy: 'Jonas Lindqvist' } });
      expect(await getHazard(at.safety, id, added.id)).toMatchObject({
        version: 2,
        fields: { cause: 'drivers load late', effect: '' },
      });
    });

    it('numbers hazards that two people add at once', async () => {
      const at = await house(database);
      const id = await submitted(at);
      await Promise.all([1, 2, 3, 4].map(() => saveHazard(at.safety, id, null, hazard())));
      expect((await getRisk(at.auditor, id))?.hazards.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    });

    it('lets only clinical safety accept, and nobody what is unacceptable or not judged', async () => {
      const at = await house(database);
      const id = await submitted(at);
      const low = { status: 'accepted', after_consequence: '2', after_likelihood: '2' };
      expect(await saveHazard(at.engineer, id, null, hazard(low))).toMatchObject({ ok: false });
      const added = await saveHazard(at.safety, id, null, hazard(low));
      if (!added?.ok) throw new Error('the clinical safety officer was refused');
      const edited = hazard({ ...low, version: '1', cause: 'another' });
      expect(await saveHazard(at.engineer, id, added.id, edited)).toMatchObject({
        ok: false,
        errors: { status: [expect.stringContaining('open or controlled')] },
      });
      const issues = (over: Record<string, string>) =>
        HazardForm.safeParse({ version: '0', title: 'x', ...over }).error?.issues.map(({ path }) => path[0]);
      expect(issues({ status: 'accepted' })).toEqual(['after_consequence']);
      expect(issues({ status: 'closed', after_consequence: '5', after_likelihood: '3' })).toEqual(['status']);
      expect(issues({ status: 'open', before_consequence: '5' })).toEqual(['before_likelihood']);
    });
  });

  describe('accepting what is left', () => {
    it('is signed over the ratings, and read again as it was signed [Annex 11 §1]', async () => {
      const at = await house(database);
      const id = await submitted(at);
      await rateAll(at.engineer, id);
      const owner = await riskOwner(at);
      const made = await acceptRisk(owner, id, await acceptance(owner, id));
      if (!made?.ok) throw new Error(JSON.stringify(made));
      const [row] = await inOrganisation(owner, (tx) =>
        tx.select().from(riskAcceptances).where(eq(riskAcceptances.id, made.id)),
      );
      expect(sha256(row?.payload ?? '')).toBe(row?.payloadSha256);
      expect(JSON.parse(row?.payload ?? '')).toMatchObject({
        record: 'risk_acceptance',
        id: made.id,
        meaning: 'accept residual risk',
        ratings: { security: { consequence: 2, likelihood: 2 } },
        review_on: '2098-06-01',
        expires_on: '2098-12-01',
        signer: { name: 'Priya Nair', role: expect.any(String) },
        zone: 'UTC',
      });
      expect((await getRisk(at.auditor, id))?.acceptances).toMatchObject([
        { number: 1, state: 'in_force', whole: true, by: 'Priya Nair' },
      ]);
      await expect(
        inOrganisation(owner, (tx) =>
          tx.update(riskAcceptances).set({ expiresOn: '2199-01-01' }).where(eq(riskAcceptances.id, made.id)),
        ),
      ).rejects.toThrow();
    });

    it('is refused to the proposer, even as risk owner', async () => {
      const at = await house(database);
      const id = await submitted(at);
      await rateAll(at.safety, id);
      const proposer: Actor = { ...at.engineer, role: 'risk_owner' };
      await inOrganisation(at.engineer, (tx) =>
        tx.update(changes).set({ proposerId: proposer.userId }).where(eq(changes.id, id)),
      );
      await givePen(proposer);
      const refused = await acceptRisk(proposer, id, await acceptance(proposer, id));
      expect(refused).toMatchObject({ ok: false, errors: { '': [expect.stringContaining('proposed')] } });
      expect((await getAcceptanceForm(proposer, id, null))?.blocked?.message).toContain('proposed');
    });

    it('is refused with a wrong password, without a pen, without ratings, and on ratings that have moved', async () => {
      const at = await house(database);
      const id = await submitted(at);
      const owner = await riskOwner(at);
      expect(await acceptRisk(owner, id, await acceptance(owner, id))).toMatchObject({
        ok: false,
        errors: { '': [expect.stringContaining('Not rated after the change: patient safety, security')] },
      });
      await rateAll(at.engineer, id);
      const wrong = await acceptRisk(owner, id, await acceptance(owner, id, { proof_password: 'not it' }));
      expect(wrong).toMatchObject({ ok: false, errors: { proof_password: [expect.any(String)] } });
      expect(await eventsOf(owner, 'signature.refused')).toHaveLength(1);
      const unschooled = await aPerson(at.orgId, 'risk_owner');
      expect(await acceptRisk(unschooled, id, await acceptance(unschooled, id))).toMatchObject({ ok: false });
      const early = await acceptance(owner, id);
      await rate(at.safety, id, 'security', 5, 5);
      expect(await acceptRisk(owner, id, early)).toMatchObject({
        ok: false,
        errors: { '': [expect.stringContaining('have changed since')] },
      });
      const rows = await inOrganisation(owner, (tx) => tx.select().from(riskAcceptances));
      expect(rows).toEqual([]);
    });

    it('reads overdue and still in force past its day, until it is renewed or ended', async () => {
      const at = await house(database);
      const id = await submitted(at);
      await rateAll(at.engineer, id);
      const owner = await riskOwner(at);
      const short = { review_on: '2027-01-01', expires_on: '2027-02-01' };
      const old = await asOnDay('2026-11-29', async () => acceptRisk(owner, id, await acceptance(owner, id, short)));
      if (!old?.ok) throw new Error(JSON.stringify(old));
      const due = (day: string) => inOrganisation(owner, (tx) => acceptancesDue(tx, owner.orgId, day));
      expect(await due('2026-12-31')).toEqual([]);
      expect(await due('2027-01-01')).toMatchObject([{ id: old.id, state: 'review_due', number: 1 }]);
      expect(await due('2031-01-01')).toMatchObject([{ id: old.id, state: 'overdue' }]);
      const page = await asOnDay('2027-02-02', () => getRisk(at.auditor, id));
      expect(page?.acceptances[0]).toMatchObject({ state: 'overdue', ended: null });
      const renewed = await acceptRisk(owner, id, await acceptance(owner, id, { renews: old.id }));
      expect(renewed?.ok).toBe(true);
      expect((await getRisk(at.auditor, id))?.acceptances).toMatchObject([
        { number: 2, state: 'in_force', renews: 1 },
        { number: 1, state: 'ended', ended: { reason: 'Renewed by acceptance 2', by: 'Priya Nair' } },
      ]);
      expect(await due('2031-01-01')).toEqual([]);
      const again = await acceptRisk(owner, id, await acceptance(owner, id, { renews: old.id }));
      expect(again).toMatchObject({ ok: false });
      const end = { acceptance: renewed?.ok ? renewed.id : '', reason: 'The receivers are replaced.' };
      expect(await endAcceptance(at.engineer, id, end)).toMatchObject({ ok: false });
      expect(await endAcceptance(owner, id, end)).toMatchObject({ ok: true });
      expect(await endAcceptance(owner, id, end)).toMatchObject({ ok: false });
    });
  });

  describe('reporting', () => {
    const form = (decider: string, over: Record<string, string | string[]> = {}) =>
      TriageForm.parse({ decider, aware_on: '2026-11-20', regimes: ['GB'], event: 'yes', harm: 'yes', ...over });

    it('opens clocks, names who decides, and lets nobody else decide [Annex 11 §13]', async () => {
      const at = await house(database);
      const id = await submitted(at);
      expect(await getTriageForm(at.engineer, id)).toMatchObject({
        regimes: ['GB', 'EU', 'US'],
        deciders: [{ name: 'Amara Osei' }],
      });
      const made = await triageEvent(at.engineer, id, form(at.regulatory.userId));
      if (!made?.ok) throw new Error(JSON.stringify(made));
      const [triage] = (await getRisk(at.regulatory, id))?.triages ?? [];
      expect(triage).toMatchObject({ deciderName: 'Amara Osei', mine: true, decision: null });
      expect(triage?.answers).toMatchObject({ event: 'yes', device: 'unknown', trend: 'unknown' });
      expect(triage?.clocks.find(({ due }) => due === '2026-12-05')).toMatchObject({ certain: false, mark: 'V2' });
      const decision = {
        ...{ triage: made.id, decision: 'report' as const },
        ...{ decision_reason: 'harm cannot be excluded', report_reference: 'MORE-1' },
      };
      expect(await decideTriage(at.engineer, id, decision)).toMatchObject({ ok: false });
      expect(await decideTriage(at.regulatory, id, decision)).toMatchObject({ ok: true });
      expect(await decideTriage(at.regulatory, id, decision)).toMatchObject({ ok: false });
      expect((await getRisk(at.auditor, id))?.triages[0]?.decision).toMatchObject({
        is: 'report',
        reference: 'MORE-1',
      });
    });

    it('takes no decider of another role or house, no inactive one, and no day to come', async () => {
      const [at, other] = [await house(database), await house(database, 'Southfield')];
      const id = await submitted(at);
      const left = await aPerson(at.orgId, 'regulatory_affairs', { active: false });
      for (const decider of [at.safety.userId, other.regulatory.userId, left.userId]) {
        expect(await triageEvent(at.engineer, id, form(decider))).toMatchObject({
          ok: false,
          errors: { decider: [expect.stringContaining('active')] },
        });
      }
      const late = form(at.regulatory.userId, { aware_on: '2099-01-01' });
      expect(await triageEvent(at.engineer, id, late)).toMatchObject({ ok: false });
    });
  });

  it('are nowhere for another organisation', async () => {
    const [at, other] = [await house(database), await house(database, 'Southfield')];
    const id = await submitted(at);
    await rateAll(at.engineer, id);
    const added = await saveHazard(at.safety, id, null, hazard());
    const hazardId = added?.ok ? added.id : '';
    const owner = await riskOwner(other);
    const theirs = await submitted(other);
    expect(await getRisk(other.engineer, id)).toBeNull();
    expect(await rate(other.engineer, id, 'security', 1, 1)).toBeNull();
    expect(await saveHazard(other.safety, id, null, hazard())).toBeNull();
    expect(await saveHazard(other.safety, theirs, hazardId, hazard({ version: '1' }))).toBeNull();
    expect(await getHazard(other.safety, theirs, hazardId)).toBeNull();
    expect(await getAcceptanceForm(owner, id, null)).toBeNull();
    expect(await acceptRisk(owner, id, await acceptance(owner, theirs))).toBeNull();
    expect(await getTriageForm(other.engineer, id)).toBeNull();
    expect((await snapshot(other.engineer, id)).hazards).toEqual([]);
  });

  it('refuse a form nobody knows, with what was typed', async () => {
    const at = await house(database);
    const form = new FormData();
    form.set('intent', 'add-up-all-axes');
    form.set('note', 'kept');
    expect(await actOnRisk(at.engineer, await submitted(at), form)).toMatchObject({
      ok: false,
      kept: { note: ['kept'] },
    });
  });
});
