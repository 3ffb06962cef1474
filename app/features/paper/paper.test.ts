import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, inOrganisation } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { stopRendering } from '../../../documents/render.server';
import { qrText } from '../../../documents/sign-sheet/model';
import { attachFiles } from '../attachments/attach-files.server';
import { readChange } from '../changes/change-row.server';
import { type House, house, submitted } from '../changes/testing';
import { stopExamining } from '../files/examine-file.server';
import { spooled } from '../files/testing';
import { buildSnapshot } from '../sign-off/build-snapshot.server';
import { routeOf } from '../sign-off/route-of.server';
import { prepareSignSheet, printSignSheet } from './print-sign-sheet.server';

const database = testDatabase();
let at: House;
let elsewhere: House;
beforeAll(async () => {
  at = await house(database);
  elsewhere = await house(database, 'Southfield');
});
afterAll(async () => {
  await stopExamining();
  await stopRendering();
  await closeDatabase();
});

const sheet = async (changeId: string) => {
  const prepared = await prepareSignSheet(at.engineer, changeId);
  if (!prepared) throw new Error('no sheet');
  return prepared;
};

describe('a sheet to sign by hand', () => {
  it('names the change, the places of its route and the digest of what a signature covers now', async () => {
    const changeId = await submitted(at);
    const { model, reference } = await sheet(changeId);
    const now = await inOrganisation(at.engineer, async (tx) => {
      const change = await readChange(tx, at.orgId, changeId);
      if (!change) throw new Error('no change');
      return { built: await buildSnapshot(tx, at.engineer, change), route: await routeOf(tx, at.orgId, change) };
    });
    expect(model.snapshotSha256).toBe(now.built.sha256);
    expect(model.places.map(({ label }) => label)).toEqual(now.route.places.map(({ label }) => label));
    expect(model.places.map(({ decides }) => decides)).toEqual(
      model.places.map((_, n) => n === model.places.length - 1),
    );
    expect(model.round).toBeNull();
    expect(model.zone).toBe('Europe/London');
    expect(qrText(model).split('\n')).toEqual([
      ...[`Changemark ${reference}`, 'round -', `sha256 ${now.built.sha256}`, `/changes/${changeId}/files`],
    ]);
  });

  it('has another digest once what it covers has changed, and keeps it when its own scan is attached', async () => {
    const changeId = await submitted(at);
    const before = (await sheet(changeId)).model.snapshotSha256;
    await attachFiles(at.engineer, changeId, { purpose: 'paper', note: '' }, [spooled('scan.txt', 'signed')]);
    expect((await sheet(changeId)).model.snapshotSha256).toBe(before);
    await attachFiles(at.engineer, changeId, { purpose: 'evidence', note: '' }, [spooled('new.txt', 'more')]);
    expect((await sheet(changeId)).model.snapshotSha256).not.toBe(before);
  });

  it('is printed, and on record with the digest it bears', async () => {
    const changeId = await submitted(at);
    const prepared = await sheet(changeId);
    const { bytes } = await printSignSheet(prepared);
    expect(Buffer.from(bytes).subarray(0, 5).toString()).toBe('%PDF-');
    const [event] = await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      return tx`select detail from audit_events where object_id = ${changeId} and action = 'document.downloaded'`;
    });
    expect(event?.detail).toMatchObject({ document: 'sign-sheet', snapshot_sha256: prepared.model.snapshotSha256 });
  });

  it('is not handed to another organisation', async () => {
    expect(await prepareSignSheet(elsewhere.engineer, await submitted(at))).toBeNull();
  });
});
