import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inOrganisation } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { stopRendering } from '../../../documents/render.server';
import { inTheBackground } from '../../audit/outsiders';
import { dateInWords } from '../../ui/time';
import { type House, house } from '../changes/testing';
import { getLetter } from '../letters/get-letter.server';
import { lockLetter, moveLetter } from '../letters/letter-row.server';
import { SendForm } from '../letters/send-form';
import { sendLetter } from '../letters/send-letter.server';
import { actOnClocks } from './act-on-clocks.server';
import { meetClock, stopClock } from './decide-step.server';
import { getClocks } from './get-clocks.server';
import { issuedLetter } from './testing';

const database = testDatabase();
let at: House;

beforeAll(async () => {
  at = await house(database);
}, 60_000);
afterAll(() => stopRendering());

const day = (offset = 0) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

/** A letter that left by post today. */
async function sent(): Promise<string> {
  const id = await issuedLetter(database, at);
  const form = { once: crypto.randomUUID(), channel: 'post', recipient: 'Maker', sent_on: day(), proof: 'RM 1' };
  expect(await sendLetter(at.engineer, id, SendForm.parse(form))).toEqual({ ok: true });
  return id;
}
const page = async (id: string) => {
  const [clocks, letter] = [await getClocks(at.engineer, id, null), await getLetter(at.engineer, id)];
  if (!clocks || !letter) throw new Error('no letter');
  const states = Object.fromEntries(clocks.clocks.map(({ stage, state }) => [stage, state]));
  return { states, letter, steps: clocks.steps };
};

describe('what a clock waits for, come outside of a reply', () => {
  it('ends that clock on that day, with what came in the record, and nothing more is planned for it', async () => {
    const id = await sent();
    expect(await meetClock(at.engineer, id, 'fix', day(), 'Release 4.3.1 on their portal')).toEqual({ ok: true });
    const { states, steps, letter } = await page(id);
    expect(states).toEqual({ acknowledge: 'met', position: 'running', fix: 'met' });
    const planned = steps.filter(({ status }) => status === 'planned').map(({ stage }) => stage);
    expect(new Set(planned)).toEqual(new Set(['Position']));
    const kept = letter.history.filter(({ action }) => action === 'clock.met');
    expect(kept.map(({ reason }) => reason)).toEqual(Array(2).fill('Release 4.3.1 on their portal'));
  }, 60_000);

  it('says that they have the letter', async () => {
    const id = await sent();
    await meetClock(at.engineer, id, 'position', day(), 'Dr Ito on the telephone: affected');
    const { letter, states } = await page(id);
    expect(letter.status).toBe('acknowledged');
    expect(states).toEqual({ acknowledge: 'met', position: 'met', fix: 'running' });
    expect(letter.history.filter(({ action }) => action === 'letter.acknowledged')).toHaveLength(1);
  }, 60_000);

  it('of a letter that was answered leaves it answered', async () => {
    const id = await sent();
    const by = inTheBackground(at.orgId);
    await inOrganisation(by, async (tx) => {
      const letter = await lockLetter(tx, at.orgId, id);
      if (letter) await moveLetter(tx, by, letter, 'answer');
    });
    expect(await meetClock(at.engineer, id, 'fix', day(), 'Patch arrived')).toEqual({ ok: true });
    expect((await page(id)).letter.status).toBe('answered');
  }, 60_000);

  it('is refused before the letter left, on a day to come, twice, after a stop, and to who does not look after letters', async () => {
    const draft = await issuedLetter(database, at);
    expect(await meetClock(at.engineer, draft, 'fix', day(), 'x')).toMatchObject({ ok: false });
    const id = await sent();
    expect(await meetClock(at.engineer, id, 'fix', day(-1), 'x')).toEqual({
      ok: false,
      message: `The letter left only on ${dateInWords(day())}.`,
      field: 'on',
    });
    expect(await meetClock(at.engineer, id, 'fix', day(1), 'x')).toMatchObject({ ok: false, field: 'on' });
    expect(await meetClock(at.auditor, id, 'fix', day(), 'x')).toMatchObject({ ok: false });
    expect((await page(id)).states).toEqual({ acknowledge: 'running', position: 'running', fix: 'running' });
    const both = await Promise.all([1, 2].map(() => meetClock(at.engineer, id, 'position', day(), 'x')));
    expect(both.filter((one) => one?.ok)).toHaveLength(1);
    await stopClock(at.engineer, id, 'fix', 'No longer in use');
    expect(await meetClock(at.engineer, id, 'fix', day(), 'x')).toMatchObject({ ok: false });
    expect((await page(id)).states.fix).toBe('stopped');
  }, 60_000);

  it('does not exist for another organisation', async () => {
    const elsewhere = await house(database, 'Elsewhere');
    const id = await sent();
    expect(await meetClock(elsewhere.engineer, id, 'fix', day(), 'x')).toBeNull();
    expect((await page(id)).states.fix).toBe('running');
  }, 60_000);

  it('is taken from the form: a wrong day is said at its field and what was typed is kept', async () => {
    const id = await sent();
    const post = (fields: Record<string, string>) => {
      const form = new FormData();
      for (const [name, value] of Object.entries({ act: 'meet-clock', what: 'fix', ...fields })) form.set(name, value);
      return actOnClocks(at.engineer, id, form);
    };
    expect(await post({ on: day(2), reason: 'Patch' })).toMatchObject({
      ok: false,
      ...{ act: 'meet-clock', what: 'fix', kept: { reason: ['Patch'], on: [day(2)] } },
      errors: { on: ['That day is still to come.'] },
    });
    expect(await post({ on: 'soon', reason: 'Patch' })).toMatchObject({ errors: { on: [expect.any(String)] } });
    expect(await post({ on: day(), reason: ' ' })).toMatchObject({ errors: { reason: [expect.any(String)] } });
    expect(await post({ on: day(), reason: 'x', what: 'lunch' })).toMatchObject({ ok: false });
    expect(await post({ on: day(), reason: 'Patch' })).toEqual({ ok: true });
  }, 60_000);
});
