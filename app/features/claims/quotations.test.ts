import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, inOrganisation } from '../../../db/client.server';
import { claims, letters } from '../../../db/schema/index.server';
import { testDatabase } from '../../../db/testing';
import { type House, house, submitted } from '../changes/testing';
import { accepted, savedId } from '../devices/testing';
import { askAboutContradiction, decideContradiction } from './decide-contradiction.server';
import { offersOfFile, takeClaim } from './file-claims.server';
import { listClaims } from './list-claims.server';
import { EditQuotationForm, QuotationForm } from './quotation-form';
import { getContradiction, listContradictions } from './read-contradictions.server';
import { listQuotations } from './read-quotations.server';
import { addQuotation, editQuotation, retireQuotation } from './save-quotation.server';
import { answered, yesNoQuestion } from './testing';

const database = testDatabase();
afterAll(closeDatabase);

let at: House;
let foreign: House;
beforeAll(async () => {
  at = await house(database);
  foreign = await house(database, 'Southfield');
});

const NO_SEARCH = new URLSearchParams();
const clause = {
  ...{ subject: 'may:os_patch', says: 'no', quotation: 'The customer shall install no software.', source: 'contract' },
  ...{ document: 'Maintenance agreement 2024', page: '7.2', saidBy: 'Spacelabs', saidOn: '2024-01-01' },
};
const permission = yesNoQuestion(1, 'block:D.permission', ['manufacturer_authorised']);

describe('a clause and an answer', () => {
  let contradictionId: string;

  it('contradict, and both are shown with document, page, author and day', async () => {
    const change = await submitted(at);
    savedId(await addQuotation(at.engineer, at.supplierId, accepted(QuotationForm, clause)));
    await answered(at, [change], [{ question: permission, choice: 'yes' }]);
    const { page } = await listContradictions(at.auditor, NO_SEARCH);
    expect(page.rows).toMatchObject([
      {
        status: 'open',
        one: { source: 'Contract', quotation: clause.quotation, at: '7.2', saidOn: '2024-01-01' },
        other: { source: 'Answer to a letter', quotation: 'Yes', value: 'yes' },
        model: { id: at.modelId },
      },
    ]);
    contradictionId = page.rows[0]?.id ?? '';
    expect(
      (await listContradictions(at.engineer, new URLSearchParams({ supplier: at.supplierId }))).page.rows,
    ).toHaveLength(1);
    expect((await listContradictions(foreign.engineer, NO_SEARCH)).page.rows).toEqual([]);
    expect(await getContradiction(foreign.engineer, contradictionId)).toBeNull();
  });

  it('become a question to the supplier, drafted once though two people ask', async () => {
    expect(await askAboutContradiction(foreign.engineer, contradictionId)).toBeNull();
    const both = await Promise.all([
      askAboutContradiction(at.engineer, contradictionId),
      askAboutContradiction(at.regulatory, contradictionId),
    ]);
    expect(new Set(both.map((one) => (one?.ok ? one.id : null))).size).toBe(1);
    const drafted = await inOrganisation(at.engineer, (tx) =>
      tx.select().from(letters).where(eq(letters.kind, 'clarification-request')),
    );
    expect(drafted).toHaveLength(1);
    expect((await getContradiction(at.engineer, contradictionId))?.contradiction).toMatchObject({
      status: 'asked',
      letter: { reference: drafted[0]?.reference },
    });
  });

  it('are settled once, by name and with a reason', async () => {
    const decided = { holds: 'other' as const, reason: 'The agreement was amended.' };
    expect(await decideContradiction(foreign.engineer, contradictionId, decided)).toBeNull();
    savedId(await decideContradiction(at.regulatory, contradictionId, decided));
    expect((await getContradiction(at.engineer, contradictionId))?.contradiction).toMatchObject({
      status: 'settled',
      reason: 'The second holds: The agreement was amended.',
      decidedByName: 'Amara Osei',
    });
    expect(await decideContradiction(at.engineer, contradictionId, decided)).toMatchObject({ ok: false });
  });
});

describe('quotations', () => {
  it('are corrected and retired; who comes second is told', async () => {
    const id = savedId(await addQuotation(at.engineer, at.supplierId, accepted(QuotationForm, clause)));
    const place = { supplierId: at.supplierId, quotationId: id };
    const first = accepted(EditQuotationForm, { ...clause, page: '7.3', version: '1' });
    savedId(await editQuotation(at.engineer, place, first));
    const second = accepted(EditQuotationForm, { ...clause, page: '7.4', version: '1' });
    expect(await editQuotation(at.colleague, place, second)).toMatchObject({
      ok: false,
      conflict: { differences: [{ label: 'Page', theirs: '7.3', typed: '7.4' }] },
    });
    expect(await retireQuotation(foreign.engineer, place, { reason: 'x' })).toBeNull();
    savedId(await retireQuotation(at.engineer, place, { reason: 'The agreement ended.' }));
    expect(await retireQuotation(at.engineer, place, { reason: 'again' })).toBeNull();
    const list = await listQuotations(at.engineer, at.supplierId, NO_SEARCH);
    expect(list?.page.rows.map((row) => row.id)).not.toContain(id);
  });

  it('are of one organisation and of devices of that supplier', async () => {
    const input = accepted(QuotationForm, { ...clause, modelId: foreign.modelId });
    expect(await addQuotation(at.engineer, at.supplierId, input)).toMatchObject({ ok: false });
    expect(await addQuotation(foreign.engineer, at.supplierId, accepted(QuotationForm, clause))).toBeNull();
    expect(await listQuotations(foreign.engineer, at.supplierId, NO_SEARCH)).toBeNull();
  });
});

describe('a file of a reply', () => {
  it('offers sentences, and gives a claim with its page only in words that stand there', async () => {
    const change = await submitted(at);
    const text = 'Bulletin 17. KB4012212 may be installed on release 4.2.0. Ask us before anything else.';
    const { files } = await answered(at, [change], [], { files: [{ name: 'bulletin.txt', text }] });
    const fileId = files[0] ?? '';
    expect(await offersOfFile(foreign.engineer, fileId)).toBeNull();
    const offer = await offersOfFile(at.engineer, fileId);
    expect(offer?.sentences).toMatchObject([{ page: 1, subject: 'block:D.permission', says: 'yes' }]);
    const wish = { subject: 'block:D.permission', cve: '', says: 'yes', day: '' };
    expect(await takeClaim(at.engineer, fileId, { ...wish, quotation: 'It may be installed anywhere.' })).toMatchObject(
      {
        ok: false,
        errors: { quotation: [expect.stringContaining('do not stand in the file')] },
      },
    );
    const id = savedId(
      await takeClaim(at.engineer, fileId, { ...wish, quotation: 'KB4012212 may be installed on release 4.2.0.' }),
    );
    const [claim] = await inOrganisation(at.engineer, (tx) => tx.select().from(claims).where(eq(claims.id, id)));
    expect(claim).toMatchObject({
      ...{
        status: 'proposed',
        value: true,
        fact: 'manufacturer_authorised',
        document: 'bulletin.txt',
        page: '1',
        fileId,
      },
    });
    const waiting = await listClaims(at.engineer, new URLSearchParams({ supplier: at.supplierId }));
    expect(waiting.page.rows.map((row) => row.id)).toContain(id);
    expect((await listClaims(foreign.engineer, NO_SEARCH)).page.rows).toEqual([]);
  }, 60_000);
});
