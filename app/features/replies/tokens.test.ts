import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, inOrganisation } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { auditActor } from '../../guard/guard.server';
import { allRoutes } from '../../guard/testing/server-build';
import { type House, house } from '../changes/testing';
import { replyCookie } from './reply-cookie.server';
import { REPLY_GUARDED } from './reply-guard.server';
import { revokeReplyLinks } from './revoke-reply-links.server';
import { askedLetter, PARTICULARS, type RealServer, realServer, Supplier } from './testing';

const database = testDatabase();
let at: House;
let elsewhere: House;
let server: RealServer;
beforeAll(async () => {
  at = await house(database);
  elsewhere = await house(database, 'Southfield');
});
afterAll(closeDatabase);

const guess = () => randomBytes(32).toString('base64url');

it('every route under /reply is guarded', async () => {
  const routes = (await allRoutes(/reply\+/)).filter(({ id }) => id.startsWith('routes/reply+'));
  expect(routes.length).toBeGreaterThan(8);
  const marked = (one: unknown) => (one as { [REPLY_GUARDED]?: boolean } | undefined)?.[REPLY_GUARDED] === true;
  const open = routes.flatMap(({ id, module }) =>
    [module.loader, module.action].filter(Boolean).some((one) => !marked(one)) ? [id] : [],
  );
  expect(open).toEqual([]);
});

describe('tokens', () => {
  beforeAll(async () => {
    server = await realServer(/reply\+/, { RATE_LIMIT: '0' });
  });
  afterAll(() => server.close());
  const visit = async (token: string) => {
    const visitor = new Supplier(server.address);
    const page = await visitor.see(`/reply/${token}`);
    const posted = await visitor.open(token);
    return { ...page, posted: posted.status, inside: (await visitor.see('/reply')).status };
  };

  it('that are guessed, cut off, or of another spelling open nothing, and all look the same [11.30]', async () => {
    const { token } = await askedLetter(at);
    const changed = token.startsWith('A') ? `B${token.slice(1)}` : `A${token.slice(1)}`;
    const pages = await Promise.all(
      [guess(), token.slice(0, -1), `${token}x`, changed, "' or 1=1", '%2e%2e'].map((one) => visit(encodeURI(one))),
    );
    for (const { status, text, inside } of pages) {
      expect([404, 403]).toContain(status);
      expect(inside).toBe(403);
      expect(text).not.toContain('Northbridge');
    }
    const words = pages.slice(0, 4).map(({ text }) => /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? text);
    expect(new Set(words).size).toBe(1);
    expect(words[0]).toContain('This link opens nothing');
  });

  it('that have expired or were revoked say so, and open nothing', async () => {
    const old = await askedLetter(at, { expiresAt: new Date(Date.now() - 1000) });
    expect(await visit(old.token)).toMatchObject({ status: 410, posted: 403, inside: 403 });
    expect((await visit(old.token)).text).toContain('has expired');
    const ended = await askedLetter(at);
    const early = new Supplier(server.address);
    await early.open(ended.token);
    const csrf = await early.csrf('/reply');
    await inOrganisation(at.engineer, (tx) =>
      revokeReplyLinks(tx, auditActor(at.engineer), ended.letterId, 'sent to the wrong person'),
    );
    expect(await visit(ended.token)).toMatchObject({ status: 410, posted: 403, inside: 403 });
    expect((await early.see('/reply')).status).toBe(410);
    const late = await early.send('/reply?index', {
      method: 'POST',
      body: new URLSearchParams({ csrf, ...Supplier.answer(1, 'yes') }),
    });
    expect(late.status).toBe(410);
  });

  it('of another house open that house’s letter alone, and forged or foreign cookies nothing', async () => {
    const [ours, theirs] = [await askedLetter(at), await askedLetter(elsewhere)];
    const visitor = new Supplier(server.address);
    await visitor.open(theirs.token);
    const page = await visitor.see('/reply');
    expect(page.text).toContain(theirs.reference);
    expect(page.text).not.toContain(ours.reference);
    const forged = async (value: string) =>
      (await fetch(`${server.address}/reply`, { headers: { Cookie: `changemark_reply=${value}` } })).status;
    const genuine = replyCookie({ orgId: at.orgId, linkId: ours.linkId }).split(';')[0]?.split('=')[1] ?? '';
    expect(await forged(genuine)).toBe(200);
    const body = Buffer.from(genuine, 'base64url');
    Buffer.from(theirs.linkId.replaceAll('-', ''), 'hex').copy(body, 16);
    expect(await forged(body.toString('base64url'))).toBe(403);
    expect(
      await forged(replyCookie({ orgId: at.orgId, linkId: theirs.linkId }).split(';')[0]?.split('=')[1] ?? ''),
    ).toBe(403);
    const old = replyCookie({ orgId: at.orgId, linkId: ours.linkId }, Date.now() - 5 * 3_600_000);
    expect(await forged(old.split(';')[0]?.split('=')[1] ?? '')).toBe(403);
  });

  it('open in a browser that names no origin, as it does for pages without a referrer, and for no other site', async () => {
    const { token } = await askedLetter(at);
    const from = async (headers: Record<string, string>) => {
      const visitor = new Supplier(server.address);
      const csrf = await visitor.csrf(`/reply/${token}`);
      const answer = await visitor.send(`/reply/${token}`, {
        method: 'POST',
        headers,
        body: new URLSearchParams({ csrf }),
      });
      return answer.status;
    };
    expect(await from({ Origin: 'null', 'Sec-Fetch-Site': 'same-origin' })).toBe(303);
    expect(await from({ Origin: 'null' })).toBe(303);
    expect(await from({ Origin: 'null', 'Sec-Fetch-Site': 'cross-site' })).toBe(403);
    expect(await from({ Origin: 'https://elsewhere.example' })).toBe(403);
  });

  it('are not in the database: it holds their hashes', async () => {
    const { token, linkId } = await askedLetter(at);
    const [row] = await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      return tx`select l::text as line from reply_links l where id = ${linkId}`;
    });
    expect(row?.line).not.toContain(token);
  });
});

describe('a thousand guesses a minute', () => {
  afterEach(() => server.close());

  it('are cut off after a few, while ten people behind the same address answer', async () => {
    server = await realServer(/reply\+/);
    const { token } = await askedLetter(at);
    const before = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const person = new Supplier(server.address);
        return { person, status: (await person.open(token)).status };
      }),
    );
    expect(before.map(({ status }) => status)).toEqual(Array(10).fill(303));
    const statuses: number[] = [];
    for (let n = 0; n < 40; n += 1) {
      const answers = await Promise.all(
        Array.from({ length: 25 }, (_, k) =>
          fetch(`${server.address}/reply/${guess()}`, { method: k % 2 ? 'GET' : 'POST' }).then(({ status, body }) => {
            body?.cancel();
            return status;
          }),
        ),
      );
      statuses.push(...answers);
    }
    expect(statuses).toHaveLength(1000);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(960);
    expect(statuses.every((status) => status >= 400)).toBe(true);
    const saves = await Promise.all(
      before.map(({ person }, index) =>
        person.post(
          '/reply?index',
          Supplier.answer((index % 4) + 1, '', { [`q${(index % 4) + 1}_comment`]: `by ${index}` }),
          '/reply',
        ),
      ),
    );
    expect(saves.every(({ status }) => status === 303 || status === 409)).toBe(true);
    const sent = await before[0]?.person.post('/reply/review', PARTICULARS);
    expect(sent?.status).toBe(303);
  });
});
