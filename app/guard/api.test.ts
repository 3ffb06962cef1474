import type { ActionFunctionArgs } from '@remix-run/node';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { closeDatabase } from '../../db/client.server';
import { testDatabase } from '../../db/testing';
import { type House, house } from '../features/changes/testing';
import { action, loader } from '../routes/api+/v1.assessments';
import * as context from './context.server';

const database = testDatabase();
let at: House;
beforeAll(async () => {
  at = await house(database);
});
afterAll(closeDatabase);

const JSON_TYPE = { 'Content-Type': 'application/json' };

/** why: signing in has its own tests; here it is only who the caller is. */
const as = (actor: House['engineer'] | null) =>
  vi
    .spyOn(context, 'signedIn')
    .mockResolvedValue(
      actor ? ({ actor, mustChangePassword: false } as Awaited<ReturnType<typeof context.signedIn>>) : null,
    );

async function send(body: BodyInit | null, headers: Record<string, string> = JSON_TYPE, method = 'POST') {
  const request = new Request('http://localhost/api/v1/assessments', { method, body, headers });
  const args = { request, params: {}, context: {} } as unknown as ActionFunctionArgs;
  const response = await (method === 'GET' ? loader(args) : action(args));
  return { status: response.status, json: await response.json(), allow: response.headers.get('Allow') };
}

describe('POST /api/v1/assessments', () => {
  it('assesses one dossier by the public contract', async () => {
    as(at.auditor);
    const dossier = { dossier: 1, id: 'X-1', change: { kind: 'os_patch', actor: 'hospital' }, site: { country: 'GB' } };
    const answer = await send(JSON.stringify(dossier));
    expect(answer).toMatchObject({ status: 200, json: { id: 'X-1', library: expect.any(String) } });
    expect(answer.json.findings.map(({ instrument }: { instrument: string }) => instrument)).toContain('UK-MDR-H');
  });

  it('refuses a dossier with the error object of the contract', async () => {
    as(at.engineer);
    const answer = await send(JSON.stringify({ dossier: 1, id: 'X-2', facts: { os_change: 'sideways' } }));
    expect(answer).toMatchObject({
      status: 422,
      json: { id: 'X-2', error: { message: expect.any(String), issues: [{ path: ['facts', 'os_change'] }] } },
    });
  });

  it('says what is wrong with a body that is no dossier', async () => {
    as(at.engineer);
    expect((await send('{')).status).toBe(400);
    expect((await send(new Uint8Array([0x22, 0xff, 0x22]))).status).toBe(400);
    expect((await send('a=1', { 'Content-Type': 'application/x-www-form-urlencoded' })).status).toBe(415);
    expect((await send('{}', { 'Content-Type': 'text/plain' })).status).toBe(415);
    expect((await send(JSON.stringify('x'.repeat(1_100_000)))).status).toBe(413);
    expect((await send('null')).status).toBe(422);
  });

  it('accepts POST only, from signed-in people only', async () => {
    as(at.engineer);
    for (const method of ['GET', 'PUT', 'DELETE']) {
      expect(await send(null, {}, method)).toMatchObject({ status: 405, allow: 'POST' });
    }
    as(null);
    expect(await send('{"dossier":1}')).toMatchObject({ status: 401, json: { error: { issues: [] } } });
  });
});
