import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyAllChains } from '../../app/audit/verify.server';
import { deviceForDossier } from '../../app/features/devices/device-for-dossier.server';
import { listModels, type ModelsList } from '../../app/features/devices/list-models.server';
import { signIn } from '../../app/features/people/sign-in.server';
import { exportUnits } from '../../app/features/units/export-units.server';
import type { Actor } from '../../app/guard/actor';
import { passwordProblem } from '../../app/guard/password.server';
import { ROLES } from '../../app/guard/roles';
import { parseDossier } from '../../app/regulation/dossier';
import { authDb, closeDatabase, inOrganisation } from '../client.server';
import { contradictions, letters, organisations, users } from '../schema/index.server';
import { testDatabase } from '../testing';
import { DEMO_MODELS, DEMO_SIGN_INS, seedWhenEmpty } from './index.server';
import { plannedUnits } from './units.server';

testDatabase(() => seedWhenEmpty());
afterAll(closeDatabase);

let engineer: Actor;
let brandt: Actor;

async function engineerOf(organisation: string): Promise<Actor> {
  const [row] = await authDb()
    .select()
    .from(users)
    .innerJoin(organisations, eq(organisations.id, users.orgId))
    .where(eq(organisations.name, organisation));
  if (!row) throw new Error(`nobody at ${organisation}`);
  const { id: userId, orgId, name, email, jobTitle } = row.users;
  return {
    ...{ userId, orgId, name, email, jobTitle, role: 'engineer', requestId: 'test', address: '' },
    organisation: row.organisations,
  };
}

const models = async (actor: Actor, search = ''): Promise<ModelsList> => listModels(actor, new URLSearchParams(search));

beforeAll(async () => {
  engineer = await engineerOf('Northbridge University Hospitals');
  brandt = await engineerOf('Klinikum Sankt Anselm');
});

describe('the demonstration', () => {
  it('is loaded once', async () => {
    expect(await seedWhenEmpty()).toBe(false);
  });

  it('has a sign-in for each role of each organisation, and each opens', async () => {
    expect(DEMO_SIGN_INS).toHaveLength(2 * ROLES.length);
    for (const { email, password, name } of DEMO_SIGN_INS)
      expect(passwordProblem(password, { email, name })).toBeNull();
    const from = { address: '192.0.2.9', userAgent: 'test', requestId: 'test', device: null, session: null };
    for (const { email, password } of DEMO_SIGN_INS.slice(0, 3)) {
      expect(await signIn({ email, password }, from)).toMatchObject({ ok: true });
    }
  });

  it('has at least 25 models of many kinds, classes and bases, and about 600 units', async () => {
    const { rows } = (await models(engineer)).page;
    expect(rows.length).toBeGreaterThanOrEqual(25);
    const papers = rows.flatMap(({ certifications }) => certifications);
    expect(new Set(papers.map((one) => one.class))).toEqual(
      expect.objectContaining(new Set(['I', 'IIa', 'IIb', 'III'])),
    );
    for (const basis of ['mdd', 'mdr', 'ukca', '510k', 'pma', 'in_house']) {
      expect(papers.some((one) => one.basis === basis)).toBe(true);
    }
    const german = (await models(brandt)).page.rows;
    const units = [...rows, ...german].reduce((sum, { unitsInUse }) => sum + unitsInUse, 0);
    expect(units).toBeGreaterThan(550);
    expect(units).toBeLessThan(700);
  });

  it('has a good part of the units on Windows 7, XP and 10', async () => {
    const csv = await (await exportUnits(engineer, new URLSearchParams())).text();
    const lines = csv.trim().split('\r\n').slice(1);
    expect(lines.filter((line) => /Windows (Server|XP|7|10)/.test(line)).length / lines.length).toBeGreaterThan(0.25);
  });

  it('has the telemetry receiver of the picture', async () => {
    const [row] = (await models(engineer, 'q=96280')).page.rows;
    expect(row).toMatchObject({ name: 'XTR telemetry receiver', version: '4.2.0', unitsInUse: 12 });
    expect(row?.os).toContain('Windows 7 Embedded');
    expect(row?.support.state).toBe('ended');
  });

  it('makes dossiers that the rule library takes, with a source for what they say', async () => {
    for (const { id, name } of (await models(engineer)).page.rows) {
      const found = await inOrganisation(engineer, (tx) => deviceForDossier(tx, id));
      const parsed = parseDossier({ dossier: 1, device: found?.device });
      expect(parsed, name).toMatchObject({ ok: true });
      expect(found?.provenance.some(({ path }) => path.join('.') === 'name')).toBe(true);
    }
  });

  it('has letters that were answered, confirmed and contradicted, and one maker with enough of them for a curve', async () => {
    const [answered, contradicted] = await inOrganisation(engineer, async (tx) => [
      await tx.select({ status: letters.status, supplier: letters.supplierName }).from(letters),
      await tx.select({ subject: contradictions.subject }).from(contradictions),
    ]);
    const spacelabs = answered.filter(({ supplier }) => supplier === 'Spacelabs Healthcare');
    expect(spacelabs.filter(({ status }) => status === 'answered').length).toBeGreaterThan(5);
    expect(answered.filter(({ status }) => status === 'draft').length).toBeGreaterThan(0);
    expect(contradicted.length).toBeGreaterThan(0);
  });

  it('leaves chains that hold', async () => {
    for (const report of await verifyAllChains()) expect(report).toMatchObject({ ok: true, fault: null });
  });

  it('is the same each time', () => {
    const model = DEMO_MODELS.find(({ name }) => name === 'Alaris 8015 PC unit');
    const plan = model?.units.northbridge;
    if (!plan) throw new Error('the pump is gone');
    expect(plannedUnits('northbridge', plan, 3)).toEqual(plannedUnits('northbridge', plan, 3));
    const serials = plannedUnits('northbridge', plan, 3).map(({ serial }) => serial);
    expect(new Set(serials).size).toBe(serials.length);
  });
});
