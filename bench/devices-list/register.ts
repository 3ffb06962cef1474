/** An organisation of its own for the measurement, whose register grows from measurement to measurement. */
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import type { Actor } from '../../app/guard/actor';
import { openSession } from '../../app/guard/session.server';
import { inOrganisation, inOrganisationAsAuthority } from '../../db/client.server';
import type { ConnectionOptions } from '../../db/connections.server';
import { deviceModels, organisations, suppliers, users } from '../../db/schema/index.server';

const SYSTEMS = ['XP SP3', '7 SP1', '10 22H2', '10 Enterprise LTSC 2019', '10 Enterprise LTSC 2016'];
const MODELS = 60;

/** Makes the organisation, its models and one person; the cookie lets a browser in as that person. */
export async function aRegister(email = 'measure@hospital.example'): Promise<{ actor: Actor; cookie: string }> {
  const [orgId, userId] = [randomUUID(), randomUUID()];
  const organisation = { name: 'Measured Hospitals', country: 'GB', nation: 'england', isDemonstration: true };
  const person = { email, name: 'M. Easure', role: 'engineer', jobTitle: '' } as const;
  const cookie = await inOrganisationAsAuthority({ orgId, userId }, async (tx) => {
    await tx.insert(organisations).values({ id: orgId, ...organisation });
    await tx.insert(users).values({ orgId, id: userId, ...person });
    return openSession(tx, userId, { address: '127.0.0.1', userAgent: 'measurement' });
  });
  const actor = { userId, orgId, ...person, organisation, requestId: 'bench', address: '127.0.0.1' };
  await inOrganisation(actor, async (tx) => {
    const [maker] = await tx.insert(suppliers).values({ orgId, name: 'Maker' }).returning();
    if (!maker) throw new Error('no maker');
    await tx.insert(deviceModels).values(
      Array.from({ length: MODELS }, (_, n) => ({
        ...{
          orgId,
          supplierId: maker.id,
          name: `Patient monitor ${n}`,
          modelNumber: `PM-${n}`,
          kind: 'patient monitor',
        },
        ...{ softwareVersion: `4.${n % 7}`, osProduct: 'Windows', osRelease: SYSTEMS[n % SYSTEMS.length] ?? '' },
      })),
    );
  });
  return { actor, cookie: cookie.split(';')[0] ?? '' };
}

/** Adds units from number `from` up to `to`, spread over models, wards and zones, and brings statistics up to date. */
export async function grow(actor: Actor, from: number, to: number, owner: ConnectionOptions): Promise<void> {
  await inOrganisation(actor, (tx) =>
    tx.execute(sql`
      insert into units (org_id, model_id, serial, asset_tag, site, location, network_zone, installed_version, owner)
      select ${actor.orgId}, m.id, 'SN-' || lpad((n::bigint * 7919 % 1000003)::text, 7, '0'), 'TAG-' || n,
        'Hospital ' || n % 5, 'Ward ' || n % 83 || ', bay ' || n % 9, 'zone ' || n % 14,
        case when n % 9 = 0 then '3.9' else '' end, 'Clinical engineering'
      from generate_series(${from}::integer, ${to}::integer) n
      join (select id, row_number() over (order by id) - 1 as at from device_models where org_id = ${actor.orgId}) m
        on m.at = n % ${MODELS}`),
  );
  const client = postgres({ ...owner, max: 1, onnotice: () => undefined });
  await client`vacuum analyze units`;
  await client`vacuum analyze device_models`;
  await client.end();
}
