/** What the tests of changes share: an organisation with people, a legacy device with units, and short ways to act. */
import { randomUUID } from 'node:crypto';
import type { TestDatabase } from '../../../db/testing';
import type { Actor } from '../../guard/actor';
import type { Role } from '../../guard/roles';
import type { KindId } from '../../regulation/kinds/kind-ids';
import { NO_SOURCE } from '../provenance/source';
import { editChange } from './edit-change.server';
import { type Proposal, proposeChange } from './propose-change.server';
import { submitChange } from './submit-change.server';

export interface House {
  orgId: string;
  modelId: string;
  supplierId: string;
  contactId: string;
  /** One person in each role that tests need. */
  engineer: Actor;
  colleague: Actor;
  safety: Actor;
  regulatory: Actor;
  riskOwner: Actor;
  auditor: Actor;
}

const people: [keyof House & string, string, Role][] = [
  ['engineer', 'Jonas Lindqvist', 'engineer'],
  ['colleague', 'Mei Tanaka', 'engineer'],
  ['safety', 'Ruth Adeyemi', 'clinical_safety'],
  ['regulatory', 'Amara Osei', 'regulatory_affairs'],
  ['riskOwner', 'Priya Raman', 'risk_owner'],
  ['auditor', 'Ines Duarte', 'auditor'],
];

/** Makes an organisation with a directive-certified telemetry receiver: 12 units on three wards, Windows 7. */
export async function house({ owner }: TestDatabase, name = 'Northbridge'): Promise<House> {
  const [orgId, supplierId, modelId, contactId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const actors: Record<string, Actor> = {};
  await owner.begin(async (tx) => {
    await tx`select set_config('app.org_id', ${orgId}, true)`;
    await tx`insert into organisations (id, name, country, nation) values (${orgId}, ${name}, 'GB', 'england')`;
    for (const [key, person, role] of people) {
      const userId = randomUUID();
      const email = `${key}-${userId}@example.org`;
      await tx`insert into users (org_id, id, email, name, role, job_title)
        values (${orgId}, ${userId}, ${email}, ${person}, ${role}, 'clinical engineering')`;
      const organisation = { name, isDemonstration: true, country: 'GB', nation: 'england' };
      const trail = { requestId: 'test', address: '127.0.0.1' };
      actors[key] = { userId, orgId, name: person, email, role, jobTitle: '', organisation, ...trail };
    }
    await tx`insert into suppliers (org_id, id, name) values (${orgId}, ${supplierId}, 'Spacelabs')`;
    await tx`insert into supplier_contacts (org_id, id, supplier_id, name, role)
      values (${orgId}, ${contactId}, ${supplierId}, 'Regulatory desk', 'regulatory affairs')`;
    await tx`insert into device_models
      (org_id, id, supplier_id, name, model_number, kind, software_version, os_product, os_release)
      values (${orgId}, ${modelId}, ${supplierId}, 'XTR telemetry receiver', '96280', 'telemetry receiver', '4.2.0',
        'Windows', '7 SP1')`;
    for (const [market, basis, number] of [
      ['EU', 'mdd', 'G1 12 03'],
      ['GB', 'mdd', 'G1 12 03'],
      ['US', '510k', 'K031234'],
    ] as const) {
      const risk = market === 'US' ? 'II' : 'IIb';
      await tx`insert into certifications (org_id, model_id, market, basis, class, number, expires_on)
        values (${orgId}, ${modelId}, ${market}, ${basis}, ${risk}, ${number}, '2028-12-31')`;
    }
    for (let n = 1; n <= 12; n += 1) {
      await tx`insert into units (org_id, model_id, serial, location, installed_version)
        values (${orgId}, ${modelId}, ${`XTR-${n}`}, ${['Ward 3', 'Ward 7', 'CCU'][n % 3] ?? ''}, '4.2.0')`;
    }
  });
  return {
    orgId,
    supplierId,
    modelId,
    contactId,
    ...(actors as Omit<House, 'orgId' | 'modelId' | 'supplierId' | 'contactId'>),
  };
}

/** A proposal as the form of the first step gives it. */
export const proposal = (modelId: string, over: Partial<Proposal> = {}): Proposal => ({
  modelId,
  draftId: randomUUID(),
  title: 'Install the March security roll-up',
  description: '',
  kinds: ['os_patch'],
  softwareVersion: '',
  vulnerabilities: [{ cve: 'CVE-2017-0144' }],
  neededBy: null,
  units: { mode: 'all', wards: [], unitIds: [], serials: [] },
  ...over,
});

/** A draft, proposed by the engineer; throws when it is refused. */
export async function draft({ engineer, modelId }: House, over: Partial<Proposal> = {}): Promise<string> {
  const made = await proposeChange(engineer, proposal(modelId, over));
  if (!made.ok) throw new Error(JSON.stringify(made.errors));
  return made.id;
}

/** A change under assessment. */
export async function submitted(at: House, kinds: KindId[] = ['os_patch'], actor = 'hospital'): Promise<string> {
  const id = await draft(at, { kinds });
  const edited = await editChange(at.engineer, id, { version: 1, fields: { actor } });
  if (!edited?.ok) throw new Error('the actor was refused');
  const sent = await submitChange(at.engineer, id, edited.version);
  if (!sent?.ok) throw new Error(JSON.stringify(sent?.errors));
  return id;
}

/** A statement's common fields, empty. */
export const unsaid = { because: '', said_by: '', document: '', page: '', date: '', seen: undefined };

/** A wish to state one fact. */
export const factWish = (key: string, value: string, because = '') => ({
  key,
  values: [value],
  because,
  source: NO_SOURCE,
  seen: undefined,
  defaultsToUnknown: false,
});
