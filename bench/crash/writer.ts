/** What is written while the server is killed: an engineer proposes changes, one form after the other. */
import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { embeddedConnections } from '../../db/connections.server';
import { DEMO_SIGN_INS } from '../../db/seed/index.server';
import type { Server } from './server';
import { Visitor } from './visitor';

export interface Proposer {
  /** Posts the form once; resolves with the draft's id when the server has acknowledged it by its redirect. */
  propose(): Promise<string>;
}

const engineer = (() => {
  const found = DEMO_SIGN_INS.find(({ role }) => role === 'engineer');
  if (!found) throw new Error('The demonstration has no engineer.');
  return found;
})();

/** Signs in as an engineer of the demonstration; returns the browser's cookies. The session has to outlive every kill. */
export async function signIn({ address }: Server): Promise<Map<string, string>> {
  const visitor = new Visitor(address);
  const { fields } = await visitor.open('/sign-in');
  fields.set('email', engineer.email);
  fields.set('password', engineer.password);
  await visitor.post('/sign-in', fields);
  return visitor.cookies;
}

/** Opens the form of the first model, with the session of an earlier sign-in. */
export async function proposer({ address }: Server, cookies: Map<string, string>): Promise<Proposer> {
  const visitor = new Visitor(address, new Map(cookies));
  const choice = await visitor.open('/changes/new');
  const model = /\/changes\/new\?model=([0-9a-f-]{36})/.exec(choice.page)?.[1];
  if (!model) throw new Error('The first step of a proposal offers no model.');
  const path = `/changes/new?model=${model}`;
  const { fields } = await visitor.open(path);
  return {
    async propose() {
      const id = randomUUID();
      const form = new URLSearchParams(fields);
      form.set('draft', id);
      form.set('title', `Crash test ${id}`);
      form.set('description', 'Written while the server was being killed. '.repeat(20));
      await visitor.post(path, form);
      return id;
    },
  };
}

/** Which of these acknowledged proposals are there now, each with the entry in the audit trail that belongs to it. */
export async function present({ socketDir }: Server, ids: string[]): Promise<Set<string>> {
  const { app, auth } = embeddedConnections(socketDir);
  const people = postgres({ ...auth, max: 1 });
  const record = postgres({ ...app, max: 1 });
  try {
    const [person] = await people<{ org: string }[]>`
      select org_id::text as org from users where email = ${engineer.email}`;
    return await record.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${person?.org ?? ''}, true)`;
      const rows = await tx<{ id: string }[]>`
        select c.id::text as id from changes c
        join audit_events e on e.org_id = c.org_id and e.object_id = c.id::text and e.action = 'change.proposed'
        where c.id = any(${ids}::uuid[])`;
      return new Set(rows.map((row) => row.id));
    });
  } finally {
    await Promise.all([people.end(), record.end()]);
  }
}
