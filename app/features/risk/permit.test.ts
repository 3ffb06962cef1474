import { eq } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';
import { closeDatabase, inOrganisation } from '../../../db/client.server';
import { auditEvents, documents } from '../../../db/schema/index.server';
import { testDatabase } from '../../../db/testing';
import type { ChangePermit } from '../../../documents/change-permit/model';
import { draft, house, submitted } from '../changes/testing';
import { draftPermit, permitBasis } from './draft-permit.server';
import { getRisk } from './get-risk.server';
import { HazardForm } from './hazard-form';
import { PermitForm } from './permit-form';
import { permitFromChange } from './permit-from-change';
import { saveHazard } from './save-hazard.server';
import { rate } from './testing';

const said = (over: Record<string, string> = {}) =>
  PermitForm.parse({ why: 'The same patch each month.', ends_on: '2027-11-30', ...over });

describe('a change permit', () => {
  const database = testDatabase();
  afterAll(closeDatabase);

  it('is a kept document with risks and hazards as they stand, and not signed', async () => {
    const at = await house(database);
    const id = await submitted(at);
    await rate(at.safety, id, 'security', 4, 3);
    const hazard = { version: '0', title: 'Late alarms', status: 'open', existing_controls: 'A nurse on the ward' };
    await saveHazard(at.safety, id, null, HazardForm.parse(hazard));
    const made = await draftPermit(at.engineer, id, said({ conditions: '- One unit first\n\n* Engineer stands by' }));
    if (!made?.ok) throw new Error(JSON.stringify(made));
    expect(made.reference).toMatch(/^CM-\d{4}-\d{6}-P01$/);
    const [row] = await inOrganisation(at.engineer, (tx) =>
      tx.select().from(documents).where(eq(documents.id, made.id)),
    );
    expect(row?.kind).toBe('change-permit');
    const model = row?.model as ChangePermit;
    expect(model).toMatchObject({
      mark: 'DRAFT – not signed',
      conditions: ['One unit first', 'Engineer stands by'],
      signatures: [],
      validity: { begins: { blank: 'first day' }, ends: '2027-11-30' },
    });
    expect(model.allowed.map(({ question }) => question)).toHaveLength(3);
    expect(model.risks.map(({ axis, after }) => [axis, after])).toEqual([
      ['Patient safety', 'not rated'],
      ['Security', '4 × 3 = 12, high. as tested on one unit'],
      ['Regulatory', 'not rated'],
      ['Service continuity', 'not rated'],
    ]);
    expect(model.hazards).toMatchObject([{ number: 'H1', left: 'not judged', state: 'open' }]);
    expect((await getRisk(at.auditor, id))?.permits).toMatchObject([{ id: made.id, reference: made.reference }]);
    const events = await inOrganisation(at.engineer, (tx) =>
      tx.select().from(auditEvents).where(eq(auditEvents.action, 'document.permit')),
    );
    expect(events).toHaveLength(1);
  });

  it('is refused on a draft, and nowhere for another organisation', async () => {
    const [at, other] = [await house(database), await house(database, 'Southfield')];
    expect(await draftPermit(at.engineer, await draft(at), said())).toMatchObject({ ok: false });
    expect(await draftPermit(other.engineer, await submitted(at), said())).toBeNull();
  });

  it('carries no mark of a draft once signatures stand on it, and quotes the library with its marks [11.50(b)]', () => {
    const model = permitFromChange({
      record: {
        ...{ reference: 'CM-2026-000001-P01', version: '1', date: '2026-11-23', title: 'Patch', kinds: [] },
        ...{ organisation: { name: '', lines: [] }, madeBy: '', description: '', vulnerabilities: [] },
        ...{ device: '', units: '' },
      },
      allowed: [],
      risk: { ratings: [], hazards: [] },
      said: said(),
      basis: permitBasis(),
      signatures: [{ name: 'Ruth Adeyemi', role: 'CSO', meaning: 'approve', signed: '23 November 2026, 08:05 UTC' }],
      decided: true,
    });
    expect(model.mark).toBeNull();
    expect(model.statement.join(' ')).toMatch(/4\.5\.2\.2 .*\(from memory\).*4\.4\.4\.3.*\(seen in source\)/);
    expect(model.what[0]?.value).toEqual({ blank: 'kind of change' });
  });

  it('is asked until when it holds', () => {
    const issues = (over: Record<string, string>) =>
      PermitForm.safeParse({ why: 'x', ...over }).error?.issues.map(({ path }) => path[0]);
    expect(issues({})).toEqual(['ends_on']);
    expect(issues({ begins_on: '2027-02-01', ends_on: '2027-01-01' })).toEqual(['begins_on']);
  });
});
