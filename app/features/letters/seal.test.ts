import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { stopRendering } from '../../../documents/render.server';
import { aP12, PASSPHRASE } from '../../../documents/seal/testing';
import { verifySeal } from '../../../documents/seal.server';
import type { Actor } from '../../guard/actor';
import { aPerson } from '../../guard/testing/people';
import { type House, house, submitted } from '../changes/testing';
import { actOnSeal } from './act-on-seal.server';
import { approveLetter } from './approve-letter.server';
import { downloadLetter } from './download-letter.server';
import { draftLetter } from './draft-letter.server';
import { getLetter } from './get-letter.server';
import { issueLetter } from './issue-letter.server';
import { lockSealKey, openSealKey } from './seal-key.server';
import { sealSettings } from './seal-settings.server';

const database = testDatabase();
let at: House;
let administrator: Actor;
beforeAll(async () => {
  at = await house(database);
  administrator = await aPerson(at.orgId, 'administrator');
});
afterAll(async () => {
  await stopRendering();
  await closeDatabase();
});

function formOf(fields: Record<string, string | Blob>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}
const install = (p12: Uint8Array, passphrase = PASSPHRASE) =>
  actOnSeal(administrator, formOf({ intent: 'install', file: new Blob([new Uint8Array(p12)]), passphrase }));

async function issuedLetter(): Promise<string> {
  const drafted = await draftLetter(at.engineer, await submitted(at), { contact: '', reply_by: null });
  if (!drafted?.ok) throw new Error('refused');
  await approveLetter(at.regulatory, drafted.id, { number: 1, revision: 1 });
  await issueLetter({ orgId: at.orgId, letterId: drafted.id, number: 1 });
  return drafted.id;
}

describe('the key of the seal', () => {
  const key = { p12: new Uint8Array([1, 2, 3]), passphrase: 'Sand ü 砂' };

  it('comes back as it was, for its own organisation only', () => {
    const locked = lockSealKey('one', key);
    const opened = openSealKey('one', locked);
    expect(opened?.passphrase).toBe(key.passphrase);
    expect([...(opened?.p12 ?? [])]).toEqual([1, 2, 3]);
    expect(openSealKey('other', locked)).toBeNull();
    expect(Buffer.from(locked).includes('Sand')).toBe(false);
  });

  it('does not open when any byte was changed, or none is there', () => {
    const locked = Buffer.from(lockSealKey('one', key));
    for (let n = 0; n < locked.length; n += 1) {
      const changed = Buffer.from(locked);
      changed[n] = (changed[n] ?? 0) ^ 1;
      expect(openSealKey('one', changed)).toBeNull();
    }
    expect(openSealKey('one', new Uint8Array())).toBeNull();
  });
});

describe('sealing letters', () => {
  it('says what is wrong with a file, at its field, and keeps nothing', async () => {
    expect(await install(new Uint8Array())).toMatchObject({ errors: { file: expect.any(Array) } });
    expect(await install(Buffer.from('no certificate'))).toMatchObject({ errors: { file: expect.any(Array) } });
    expect(await install(aP12().p12, 'wrong')).toMatchObject({ errors: { passphrase: expect.any(Array) } });
    expect(await sealSettings(administrator)).toMatchObject({ certificate: null, sealing: false });
  });

  it('is for administrators', async () => {
    const form = formOf({ intent: 'install', file: new Blob([new Uint8Array(aP12().p12)]), passphrase: PASSPHRASE });
    expect(await actOnSeal(at.engineer, form)).toMatchObject({ ok: false });
  });

  it('seals what is issued from then on, says at which level, and stops when the certificate is taken away [11.30]', async () => {
    expect(await install(aP12().p12)).toEqual({ ok: true });
    const settings = await sealSettings(administrator);
    expect(settings.words).toMatch(/^Sealed at level B-B: .*never a qualified one\.$/);
    expect(JSON.stringify(settings)).not.toContain(PASSPHRASE);
    const sealed = await issuedLetter();
    expect((await getLetter(at.auditor, sealed))?.shown.seal).toMatch(/^Sealed at level B-B: /);
    const file = await downloadLetter(at.auditor, sealed, 1);
    if (!file?.ok) throw new Error('no file');
    expect(await verifySeal(file.bytes)).toMatchObject({ level: 'B-B' });
    expect(await actOnSeal(administrator, formOf({ intent: 'remove', reason: '' }))).toMatchObject({
      errors: { reason: expect.any(Array) },
    });
    expect(await actOnSeal(administrator, formOf({ intent: 'remove', reason: 'It was lent.' }))).toEqual({ ok: true });
    const [row] = await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      return tx`select length(locked) as n from seal_certificates`;
    });
    expect(row?.n).toBe(0);
    const plain = await issuedLetter();
    expect((await getLetter(at.auditor, plain))?.shown.seal).toContain('Not sealed');
    // What was sealed stays sealed.
    expect((await downloadLetter(at.auditor, sealed, 1))?.ok).toBe(true);
  }, 90_000);
});
