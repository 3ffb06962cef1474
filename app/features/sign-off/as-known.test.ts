import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { inOrganisation } from '../../../db/client.server';
import { signatures } from '../../../db/schema/index.server';
import { testDatabase } from '../../../db/testing';
import { coveredHouse } from '../../audit/testing/covered-rows';
import { type House, house } from '../changes/testing';
import { letterThen, sourceInWords } from './as-known';
import { asKnown } from './as-known.server';

const day = (text: string) => new Date(`${text}T12:00:00Z`);
const letter = (sent: string, acknowledged: string | null, answered: string | null) => ({
  ...{ id: 'x', reference: 'CM-L01', supplierName: 'Spacelabs', sentAt: day(sent) },
  acknowledgedAt: acknowledged ? day(acknowledged) : null,
  answeredAt: answered ? day(answered) : null,
});

describe('a letter on the day of a signature', () => {
  it.each([
    ['silent', letter('2026-03-01', null, null), { state: 'silent', silentDays: 17, answeredLater: null }],
    ['acknowledged', letter('2026-03-01', '2026-03-02', null), { state: 'acknowledged', silentDays: 17 }],
    ['answered before', letter('2026-03-01', null, '2026-03-10'), { state: 'answered', silentDays: null }],
    ['answered after', letter('2026-03-01', '2026-04-01', '2026-04-01'), { state: 'silent', silentDays: 17 }],
    ['sent that day', letter('2026-03-18', null, null), { silentDays: 0 }],
  ])('%s', (_, sent, expected) => {
    expect(letterThen(sent, day('2026-03-18'))).toMatchObject(expected);
  });

  it('answered later says when, so that nobody takes it for known', () => {
    expect(letterThen(letter('2026-03-01', null, '2026-04-01'), day('2026-03-18')).answeredLater).toContain(
      '2026-04-01',
    );
  });
});

describe('where an entry comes from', () => {
  it.each([
    [
      { source: { saidBy: 'Spacelabs', document: 'Manual', page: '12', date: '' } },
      'said by Spacelabs, in Manual, page 12',
    ],
    [{ saidBy: 'Spacelabs', saidOn: '2026-03-01' }, 'said by Spacelabs, on 2026-03-01'],
    ['yes', ''],
    [null, ''],
  ])('%j', (value, words) => expect(sourceInWords(value)).toBe(words));
});

describe('what was known when it was signed', () => {
  const database = testDatabase();
  let at: House;
  let one: typeof signatures.$inferSelect;
  beforeAll(async () => {
    at = await coveredHouse(database);
    const [row] = await inOrganisation(at.engineer, (tx) => tx.select().from(signatures).limit(1));
    if (!row) throw new Error('no signature');
    one = row;
  });

  it('is the snapshot that was signed, with what came after beside it', async () => {
    const known = await asKnown(at.auditor, one.changeId, one.id);
    expect(known?.signature).toMatchObject({ printedName: one.printedName, snapshotSha256: one.snapshotSha256 });
    expect(known?.then.change.id).toBe(one.changeId);
    const parts = new Set(known?.since.map(({ part }) => part));
    // Files were attached afterwards, and to the first of the two changes alone.
    expect([...parts].filter((part) => part !== 'attachments')).toEqual([]);
  });

  it('is nobody else’s, and not of another change', async () => {
    const other = await house(database, 'Southfield').catch(() => null);
    if (other) expect(await asKnown(other.auditor, one.changeId, one.id)).toBeNull();
    expect(await asKnown(at.auditor, one.changeId, randomUUID())).toBeNull();
    expect(await asKnown(at.auditor, randomUUID(), one.id)).toBeNull();
  });
});
