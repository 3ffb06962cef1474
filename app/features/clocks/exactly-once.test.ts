import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CountingPostOffice, countingPostOffice } from '../../../bench/reminders/counting-post-office';
import { copyAsDue } from '../../../bench/reminders/due-letters';
import { remindOnce } from '../../../bench/reminders/round';
import { testDatabase } from '../../../db/testing';
import { stopRendering } from '../../../documents/render.server';
import { type House, house } from '../changes/testing';
import { issuedLetter } from './testing';

/** `npm run bench reminders` does the same with a thousand. Files are made at low priority: a busy machine needs its time. */
const LETTERS = 120;

const database = testDatabase();
let at: House;
let post: CountingPostOffice;

beforeAll(async () => {
  at = await house(database);
  post = await countingPostOffice();
  await copyAsDue(database.owner, at.orgId, await issuedLetter(database, at), LETTERS);
}, 60_000);
afterAll(async () => {
  await stopRendering();
  await post.close();
});

it('reminds of each letter once, though one of two workers is killed in the middle', async () => {
  const end = await remindOnce({
    ...{ sql: database.owner, orgId: at.orgId, post, letters: LETTERS, within: 300_000 },
    env: {
      CHANGEMARK_SOCKET: process.env.CHANGEMARK_SOCKET,
      CHANGEMARK_DATABASE: database.name,
      CHANGEMARK_SECRET: 'a secret that is long enough for tests, and no longer',
    },
  });
  console.log(
    `${LETTERS} letters, one worker killed after ${end.killedAfter} had arrived: ${post.total()} arrived, ` +
      `${end.unsure.length} unsure, ${end.seconds.toFixed(0)} s`,
  );
  expect(end.progress).toMatchObject({ letters: LETTERS, reminders: LETTERS, most: 1, planned: 0 });
  expect(end.wrong).toEqual([]);
  expect([...post.arrived.values()].filter((times) => times !== 1)).toEqual([]);
  expect(end.unsure.filter(({ arrived }) => arrived > 1)).toEqual([]);
  expect((end.progress.states.sent ?? 0) + end.unsure.length).toBe(LETTERS);
}, 420_000);
