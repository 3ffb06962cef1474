/** Who signs while the server is killed: four people of the demonstration, as witnesses of one round that stays open. */
import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { embeddedConnections } from '../../db/connections.server';
import { DEMO_SIGN_INS, type DemoSignIn } from '../../db/seed/index.server';
import type { Server } from './server';
import { Visitor } from './visitor';

const ROLES = ['engineer', 'clinical_safety', 'regulatory_affairs', 'risk_owner'] as const;
const [HOME] = DEMO_SIGN_INS;
const people = DEMO_SIGN_INS.filter(
  ({ role, organisation }) => organisation === HOME?.organisation && ROLES.some((one) => one === role),
);

export interface Signer {
  person: DemoSignIn;
  cookies: Map<string, string>;
}

/** Signs the four in. Their sessions have to outlive every kill. */
export const signAllIn = ({ address }: Server): Promise<Signer[]> =>
  Promise.all(
    people.map(async (person) => {
      const visitor = new Visitor(address);
      const { fields } = await visitor.open('/sign-in');
      fields.set('email', person.email);
      fields.set('password', person.password);
      await visitor.post('/sign-in', fields);
      return { person, cookies: visitor.cookies };
    }),
  );

/** The change of the demonstration that waits for its last two signatures, and has nobody against it. */
export async function changeToSign({ address }: Server, { cookies }: Signer): Promise<string> {
  const { page } = await new Visitor(address, cookies).open('/changes?q=bedside+pumps+of+oncology+a+port+filter');
  const found = /href="(\/changes\/[0-9a-f-]{36})"/.exec(page)?.[1];
  if (!found) throw new Error('The demonstration has no change in sign-off.');
  return found;
}

/** Opens all that has to be read, in this person's name. */
export async function readEverything({ address }: Server, { cookies }: Signer, change: string): Promise<void> {
  const visitor = new Visitor(address, cookies);
  const { page, fields } = await visitor.open(`${change}/sign-off`);
  for (const [, key] of page.matchAll(/name="key" value="([a-z]+)"/g)) {
    const form = new URLSearchParams({ csrf: fields.get('csrf') ?? '', intent: 'open', key: key ?? '' });
    await visitor.post(`${change}/sign-off`, form);
  }
}

/** Signs as a witness again and again; a signature counts from the moment its answer has arrived. */
export async function witness({ address }: Server, { person, cookies }: Signer, change: string) {
  const visitor = new Visitor(address, cookies);
  const { fields } = await visitor.open(`${change}/sign-off`);
  const thing = { round: fields.get('round'), snapshot: fields.get('snapshot') };
  return async (): Promise<string> => {
    const reason = randomUUID();
    const form = { ...thing, slot: 'witness', meaning: 'witness', reason, proof_password: person.password };
    await visitor.postJson(`/api/v1${change}/signatures`, form);
    return reason;
  };
}

/** Asks for an evidence pack of the change; returns where it will be found. */
export async function askForPack({ address }: Server, { cookies }: Signer, change: string): Promise<string> {
  const visitor = new Visitor(address, cookies);
  const id = change.slice('/changes/'.length);
  const { fields } = await visitor.open(`/evidence?scope=change&id=${id}`);
  const form = new URLSearchParams({ csrf: fields.get('csrf') ?? '', scope: 'change', id });
  return visitor.post('/evidence', form);
}

/** What the database holds now of what was acknowledged. */
export async function standing({ socketDir }: Server) {
  const { app, auth } = embeddedConnections(socketDir);
  const [accounts, record] = [postgres({ ...auth, max: 1 }), postgres({ ...app, max: 1 })];
  try {
    const [found] = await accounts<{ org: string }[]>`
      select org_id::text as org from users where email = ${people[0]?.email ?? ''}`;
    return await record.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${found?.org ?? ''}, true)`;
      const signed = await tx<{ reason: string }[]>`
        select s.reason from signatures s
        join audit_events e on e.org_id = s.org_id and e.action = 'signature.signed' and e.detail->>'signature' = s.id::text
        where s.slot = 'witness' and s.voided_at is null`;
      const packs = await tx<{ id: string; status: string; ready: number }[]>`
        select p.id::text as id, p.status,
          (select count(*)::int from audit_events e
           where e.org_id = p.org_id and e.action = 'pack.ready' and e.object_id = p.id::text) as ready
        from evidence_packs p`;
      return { signed: new Set(signed.map(({ reason }) => reason)), packs: [...packs] };
    });
  } finally {
    await Promise.all([accounts.end(), record.end()]);
  }
}
