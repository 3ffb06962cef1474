import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { forget } from '../../db/once';
import { dataFolder } from '../../db/project-root';
import { testDatabase } from '../../db/testing';
import { run } from '../cli/audit';
import { checkpointFile } from './checkpoint-file.server';
import { publicKey, signatureHolds, signBytes } from './checkpoint-key.server';
import { strangeCheckpoints } from './covered/checkpoints.server';
import { checkpointAll, checkpointNow } from './take-checkpoint.server';
import { append, behindTheGuards, ORG, organisation } from './testing';
import { verifyChain } from './verify.server';

const lines = () => readFileSync(checkpointFile(), 'utf8').trimEnd().split('\n');

describe('a checkpoint', () => {
  const database = testDatabase(organisation);
  beforeAll(() => append(5));

  const verify = () => verifyChain(ORG, 'Northbridge', { deep: true });
  const superuser = (statement: string) =>
    behindTheGuards(
      database,
      `alter table audit_checkpoints disable trigger user; alter table audit_checkpoints no force row level security;
       ${statement};
       alter table audit_checkpoints enable trigger user; alter table audit_checkpoints force row level security`,
    );

  it('signs the head once, in the database and beside it, with a key that only this user can read', async () => {
    expect(await checkpointNow(ORG)).toMatchObject({ seq: 5, keyId: publicKey().keyId });
    expect(await checkpointNow(ORG)).toBeNull();
    await append(2);
    const both = await Promise.all([checkpointNow(ORG), checkpointNow(ORG), checkpointAll()]);
    expect(both.slice(0, 2).filter(Boolean).length + Number(both[2])).toBe(1);
    expect(lines().map((line) => JSON.parse(line).seq)).toEqual([5, 7]);
    expect(statSync(join(dataFolder(), 'checkpoint-key')).mode & 0o777).toBe(0o600);
    expect(await verify()).toMatchObject({ ok: true, checked: { checkpoints: 2 } });
  });

  it('gives away that the end of the trail was cut off, head and checkpoints with it, even when it goes on [Annex 11 §7]', async () => {
    await superuser(`create table kept_events as select * from audit_events;
      create table kept_heads as select * from audit_heads; create table kept_checkpoints as select * from audit_checkpoints;
      delete from audit_events where seq > 6;
      update audit_heads h set seq = 6, hash = (select hash from audit_events e where e.org_id = h.org_id and e.seq = 6);
      delete from audit_checkpoints where seq > 6`);
    const cut = await verify();
    expect(cut).toMatchObject({ ok: false, fault: null, faults: [{ event: 7, ref: 'checkpoint of event 7' }] });
    expect(cut.faults[0]?.words).toContain('cut off');
    await append(3, 90);
    expect((await verify()).faults[0]?.words).toContain('event 7 is not the one that was there');
    await superuser(`delete from audit_events; insert into audit_events select * from kept_events;
      update audit_heads h set seq = k.seq, hash = k.hash from kept_heads k where k.org_id = h.org_id;
      delete from audit_checkpoints; insert into audit_checkpoints select * from kept_checkpoints`);
    expect(await verify()).toMatchObject({ ok: true });
  });

  it('of another key is none of ours, and a key that was changed is still known', async () => {
    await superuser(`update audit_checkpoints set key_id = repeat('a', 16) where seq = 5`);
    expect((await verify()).faults[0]?.words).toContain('which is not one of this installation');
    await superuser('delete from audit_checkpoints; insert into audit_checkpoints select * from kept_checkpoints');
    const old = publicKey();
    const { generateKeyPairSync } = await import('node:crypto');
    const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    process.env.CHANGEMARK_CHECKPOINT_KEY = pem;
    forget(`audit.checkpoint-key ${dataFolder()}`);
    expect(publicKey().keyId).not.toBe(old.keyId);
    await append(1);
    await checkpointNow(ORG);
    expect(await verify()).toMatchObject({ ok: true });
    delete process.env.CHANGEMARK_CHECKPOINT_KEY;
    forget(`audit.checkpoint-key ${dataFolder()}`);
    expect(publicKey()).toEqual(old);
    expect(await verify()).toMatchObject({ ok: true, checked: { checkpoints: 3 } });
  });

  it('in the file is given away by any letter that is another one', async () => {
    const good = readFileSync(checkpointFile());
    for (let at = 0; at < good.length; at += 11) {
      if (good[at] === 0x0a) continue;
      const bad = Buffer.from(good);
      bad[at] = (bad[at] ?? 0) ^ 1;
      writeFileSync(checkpointFile(), bad);
      const strange = await strangeCheckpoints([ORG]);
      expect({ at, found: strange.length > 0 || !(await verify()).ok }).toEqual({ at, found: true });
    }
    const out = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    writeFileSync(checkpointFile(), good);
    expect(await run(['verify'])).toBe(0);
    writeFileSync(checkpointFile(), good.toString().replaceAll(ORG, ORG.replace('1', '2')));
    expect(await run(['verify'])).toBe(1);
    expect(out.mock.calls.flat().join(' ')).toContain('which is not in the database');
    out.mockRestore();
    writeFileSync(checkpointFile(), good);
    expect(await verify()).toMatchObject({ ok: true });
  });

  it('has a signature of one spelling only', () => {
    const bytes = Buffer.from('x');
    const signature = signBytes(bytes);
    expect(signatureHolds(publicKey().publicKey, signature, bytes)).toBe(true);
    for (const other of [`${signature} `, signature.replace(/==$/, ''), '', 'x']) {
      expect(signatureHolds(publicKey().publicKey, other, bytes)).toBe(false);
    }
  });
});
