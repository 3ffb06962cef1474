/** Disposing of files: due, two people, no hold, a stub that stays; and the database looks for itself. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { inOrganisation } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { disposeAttachment } from '../attachments/dispose-attachment.server';
import { type House, house, submitted } from '../changes/testing';
import { withdrawChange } from '../changes/withdraw-change.server';
import { digestOf } from '../files/digest-of.server';
import { asOnDay } from '../today';
import { CHANGE_FILES, dueOn, RETENTION_CLASSES } from './classes';
import { approveDisposal, disposalCertificate, proposeDisposal, refuseDisposal } from './disposals.server';
import { getRetention } from './get-retention.server';
import { liftHold, placeHold } from './holds.server';

const database = testDatabase();
let at: House;
beforeAll(async () => {
  at = await house(database);
});

const LATER = `${new Date().getUTCFullYear() + 16}-01-01`;
const later = <T>(work: () => Promise<T>) => asOnDay(LATER, work);

/** A withdrawn change with one file. */
async function ended(): Promise<{ changeId: string; reference: string; fileId: string }> {
  const changeId = await submitted(at);
  const fileId = randomUUID();
  const bytes = Buffer.from(`file ${fileId}`);
  const reference = await database.owner.begin(async (tx) => {
    await tx`select set_config('app.org_id', ${at.orgId}, true)`;
    await tx`insert into change_attachments (org_id, id, change_id, purpose, name, original_name, media_type, size,
        sha256, verdict, uploaded_by, uploaded_by_name)
      values (${at.orgId}, ${fileId}, ${changeId}, 'test', 'test.txt', 'test.txt', 'text/plain', ${bytes.length},
        ${digestOf(bytes)}, 'clean', ${at.engineer.userId}, 'Jonas Lindqvist')`;
    await tx`insert into attachment_chunks (org_id, attachment_id, n, bytes) values (${at.orgId}, ${fileId}, 0, ${bytes})`;
    const [row] = await tx`select reference, version from changes where id = ${changeId}`;
    return { reference: String(row?.reference), version: Number(row?.version) };
  });
  const gone = await withdrawChange(at.engineer, changeId, {
    version: reference.version,
    reason: 'No longer needed',
  });
  if (!gone?.ok) throw new Error(JSON.stringify(gone));
  return { changeId, reference: reference.reference, fileId };
}

const inside = <T>(work: (tx: Parameters<Parameters<typeof database.owner.begin>[1]>[0]) => Promise<T>) =>
  database.owner.begin(async (tx) => {
    await tx`select set_config('app.org_id', ${at.orgId}, true)`;
    return work(tx);
  });

const chunks = async (fileId: string) =>
  (await inside((tx) => tx`select n from attachment_chunks where attachment_id = ${fileId}`)).length;

const proposed = async (fileId: string): Promise<string> => {
  const made = await later(() => proposeDisposal(at.regulatory, fileId));
  if (!made?.ok) throw new Error(JSON.stringify(made));
  return made.id;
};

describe('a file of a change that ended', () => {
  it('is not due before its time [11.10(c)] [Annex 11 §17]', async () => {
    const { fileId } = await ended();
    expect(await proposeDisposal(at.regulatory, fileId)).toBeNull();
    expect((await getRetention(at.regulatory)).due).toEqual([]);
    expect((await later(() => getRetention(at.regulatory))).due.map(({ id }) => id)).toContain(fileId);
  });

  it('goes when two people say so; name and digest stay, and a certificate', async () => {
    const { fileId } = await ended();
    const id = await proposed(fileId);
    expect(await later(() => approveDisposal(at.regulatory, id))).toMatchObject({
      ok: false,
      errors: { '': ['Whoever proposed it cannot approve it.'] },
    });
    expect(await chunks(fileId)).toBe(1);
    expect(await disposalCertificate(at.regulatory, id)).toBeNull();
    expect(await later(() => approveDisposal(at.colleague, id))).toMatchObject({ ok: true });
    expect(await chunks(fileId)).toBe(0);
    const certificate = await disposalCertificate(at.regulatory, id);
    expect(certificate).toMatchObject({
      files: [{ name: 'test.txt', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }],
      proposed: { by: 'Amara Osei' },
      approved: { by: 'Mei Tanaka' },
    });
    expect(await later(() => approveDisposal(at.colleague, id))).toMatchObject({ ok: false });
  });

  it('stays while a hold stands, whoever approved what before', async () => {
    const { fileId, reference } = await ended();
    const id = await proposed(fileId);
    const hold = await placeHold(at.regulatory, { reference, reason: 'Enquiry of the coroner' });
    if (!hold.ok) throw new Error('no hold');
    expect(await later(() => approveDisposal(at.colleague, id))).toMatchObject({ ok: false });
    expect(await chunks(fileId)).toBe(1);
    expect(await placeHold(at.colleague, { reference, reason: 'Twice' })).toMatchObject({ ok: false });
    expect(await liftHold(at.regulatory, { holdId: hold.id, reason: 'The enquiry is over' })).toMatchObject({
      ok: true,
    });
    expect(await liftHold(at.regulatory, { holdId: hold.id, reason: 'Again' })).toMatchObject({ ok: false });
    expect(await later(() => approveDisposal(at.colleague, id))).toMatchObject({ ok: true });
    expect(await chunks(fileId)).toBe(0);
  });

  it('stays when the proposal is refused, and may be proposed again', async () => {
    const { fileId } = await ended();
    const id = await proposed(fileId);
    expect(await later(() => proposeDisposal(at.colleague, fileId))).toMatchObject({ ok: false });
    expect(await refuseDisposal(at.colleague, id, 'Still needed')).toMatchObject({ ok: true });
    expect(await later(() => approveDisposal(at.colleague, id))).toMatchObject({ ok: false });
    expect(await chunks(fileId)).toBe(1);
    expect(await proposed(fileId)).not.toBe(id);
  });

  it('is kept by the database itself without an approval, or under a hold', async () => {
    const { fileId, reference } = await ended();
    await expect(inside((tx) => tx`delete from attachment_chunks where attachment_id = ${fileId}`)).rejects.toThrow(
      /append-only/,
    );
    await expect(inOrganisation(at.colleague, (tx) => disposeAttachment(tx, at.orgId, fileId))).rejects.toThrow();
    const id = await proposed(fileId);
    await placeHold(at.regulatory, { reference, reason: 'Enquiry' });
    await inside(
      (tx) => tx`update disposals set approved_at = now(), approved_by = ${at.colleague.userId} where id = ${id}`,
    );
    await expect(inOrganisation(at.colleague, (tx) => disposeAttachment(tx, at.orgId, fileId))).rejects.toThrow();
    expect(await chunks(fileId)).toBe(1);
  });

  it('and its proposal are nobody else’s', async () => {
    const { fileId, reference } = await ended();
    const id = await proposed(fileId);
    const other = await house(database, 'Elsewhere');
    expect(await later(() => proposeDisposal(other.regulatory, fileId))).toBeNull();
    expect(await later(() => approveDisposal(other.regulatory, id))).toBeNull();
    expect(await refuseDisposal(other.regulatory, id, 'No')).toBeNull();
    expect(await placeHold(other.regulatory, { reference, reason: 'No' })).toMatchObject({ ok: false });
  });
});

describe('the classes', () => {
  it('each say when their clock begins and where that comes from', () => {
    for (const one of RETENTION_CLASSES) expect([one.startsWith, one.source, one.why].every(Boolean)).toBe(true);
    expect(RETENTION_CLASSES.filter(({ years }) => years !== null)).toEqual([CHANGE_FILES]);
  });

  it.each([
    ['2026-11-23', 15, '2041-11-23'],
    ['2024-02-29', 15, '2039-03-01'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2026-11-23T23:59:59.000Z', 1, '2027-11-23'],
  ])('%s and %i years make %s', (began, years, due) => expect(dueOn(began, years)).toBe(due));
});
