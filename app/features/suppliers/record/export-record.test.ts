import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, inOrganisation } from '../../../../db/client.server';
import { auditEvents } from '../../../../db/schema/index.server';
import { testDatabase } from '../../../../db/testing';
import { stopRendering } from '../../../../documents/render.server';
import { readPdf } from '../../../../documents/testing/read-pdf';
import { anOrganisation, aPerson, type TestPerson } from '../../../guard/testing/people';
import { accepted, aModel, savedId } from '../../devices/testing';
import { createSupplier } from '../create-supplier.server';
import { getStatistics } from '../get-statistics.server';
import { getSupplierPage } from '../get-supplier-page.server';
import { listSuppliers } from '../list-suppliers.server';
import { SupplierForm } from '../supplier-form';
import { aPastLetter } from '../testing';
import { exportRecord } from './export-record.server';

testDatabase();
afterAll(closeDatabase);
afterAll(stopRendering);

let auditor: TestPerson;
let foreign: TestPerson;
let supplier = '';
const day = (before: number) => new Date(Date.now() - before * 86_400_000).toISOString().slice(0, 10);

beforeAll(async () => {
  const org = await anOrganisation();
  const engineer = await aPerson(org, 'engineer');
  auditor = await aPerson(org, 'auditor');
  foreign = await aPerson(await anOrganisation('Southfield'), 'auditor');
  supplier = savedId(await createSupplier(engineer, accepted(SupplierForm, { name: '=HYPERLINK("http://evil")' })));
  const modelId = await aModel(engineer, { supplierId: supplier, newSupplier: '', name: 'Pump' });
  for (let n = 0; n < 12; n += 1)
    await aPastLetter(engineer, {
      ...{ reference: `CM-2026-0001${10 + n}-L01`, supplierId: supplier, written: day(60), sent: day(58) },
      models: [{ modelId, units: n === 11 ? null : 5 }],
      clocks: [{ stage: 'position', due: day(30), ...(n < 7 ? { met: day(58 - 3 * (n + 1)) } : {}) }],
      ...(n < 7 ? { status: 'answered', answered: day(58 - 3 * (n + 1)) } : { nextDue: day(30) }),
      questions: [{ text: 'May it be installed?' }],
    });
});

const exported = async (format: 'csv' | 'json' | 'pdf', actor = auditor) => {
  const response = await exportRecord(actor, supplier, format);
  if (!response) throw new Error('there is no such supplier');
  return response;
};

describe('the record as a file', () => {
  it('holds the numbers of the page, whatever its form', async () => {
    const page = await getStatistics(auditor, supplier);
    const json = JSON.parse(await (await exported('json')).text());
    expect(json).toMatchObject({ exposure: page?.exposure, stages: page?.stages, standing: page?.standing });
    expect(json.method.length).toBeGreaterThan(3);
    const csv = await (await exported('csv')).text();
    const lines = csv.split('\r\n');
    expect(lines.find((line) => line.startsWith('statistics,Time to position'))).toMatch(/,12,7,5,,18,/);
    expect(lines.filter((line) => line.startsWith('letter,'))).toHaveLength(12);
    expect(lines.find((line) => line.startsWith('exposure,Sum'))).toContain(`,${page?.exposure.unitDays},`);
    const pdf = await readPdf(new Uint8Array(await (await exported('pdf')).arrayBuffer()));
    const text = pdf.items.map((item) => item.text).join(' ');
    expect(text).toContain(page?.exposure.unitDays.toLocaleString('en-GB'));
    expect(text).toMatch(/Median:? 18 days/);
    expect(text).toMatch(/5 of 12/);
  });

  it('cannot be run by a spreadsheet', async () => {
    const csv = Buffer.from(await (await exported('csv')).arrayBuffer()).toString('utf8');
    expect(csv.startsWith('\uFEFFPart,')).toBe(true);
    expect(csv).toContain(`"'=HYPERLINK(""http://evil"")"`);
    expect(csv).not.toMatch(/(^|,)"?=/m);
  });

  it('is handed out as a file, and each time is recorded', async () => {
    const before = await events();
    const response = await exported('pdf');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/^attachment; filename="supplier-record-[\d-]+\.pdf"$/),
      'cache-control': 'private, no-store',
    });
    const after = await events();
    expect(after.length).toBe(before.length + 1);
    expect(after.map(({ detail }) => detail)).toContainEqual(expect.objectContaining({ format: 'pdf', letters: 12 }));
  });

  it('is nobody else’s', async () => {
    expect(await exportRecord(foreign, supplier, 'csv')).toBeNull();
    expect(await getStatistics(foreign, supplier)).toBeNull();
    expect(await getSupplierPage(foreign, supplier)).toBeNull();
  });
});

const events = () =>
  inOrganisation(auditor, (tx) =>
    tx
      .select({ detail: auditEvents.detail })
      .from(auditEvents)
      .where(and(eq(auditEvents.orgId, auditor.orgId), eq(auditEvents.action, 'supplier.exported'))),
  );

it('the list says how each supplier stands, and finds those with something overdue', async () => {
  const late = await listSuppliers(auditor, new URLSearchParams('late=yes'));
  expect(late.page.rows).toMatchObject([{ id: supplier, overdue: 5, openQuestions: 12, silentDays: 58 }]);
  const page = await getSupplierPage(auditor, supplier);
  expect(page).toMatchObject({ standing: { overdue: 5, openQuestions: 12, waiting: 5 } });
  expect(page?.overdue).toHaveLength(5);
  expect(page?.letters).toHaveLength(10);
});
