/** A register for a measurement of matching: makers and models as people write them, some of them named by advisories. */
import { sql } from 'drizzle-orm';
import type { Actor } from '../../app/guard/actor';
import type { Advisory } from '../../app/readers/records';
import { inOrganisation } from '../../db/client.server';

const WORDS = [
  'Aria',
  'Borea',
  'Cirrus',
  'Delta',
  'Elara',
  'Fenix',
  'Galene',
  'Helio',
  'Ixion',
  'Juno',
  'Kore',
  'Lyra',
];
const KINDS = ['monitor', 'infusion pump', 'ventilator', 'ultrasound', 'analyser', 'workstation'];

/** Makers and products that the advisories name, as a register would have them. */
function namedBy(advisories: readonly Advisory[]): { maker: string; name: string; version: string }[] {
  const named = new Map<string, { maker: string; name: string; version: string }>();
  for (const { products } of advisories) {
    for (const { vendor, product } of products) {
      const name = product.replace(/\s*\(.*?\)\s*/g, ' ').trim();
      if (name) named.set(`${vendor}\n${name}`.toLowerCase(), { maker: vendor.trim(), name, version: '2.1' });
    }
  }
  return [...named.values()];
}

export interface Sizes {
  models: number;
  units: number;
  components: number;
}

/** Fills the organisation: every fifth model is one that an advisory names, the others are of the same makers. */
export async function fill(actor: Actor, advisories: readonly Advisory[], sizes: Sizes): Promise<void> {
  const named = namedBy(advisories);
  const makers = [...new Map(named.map(({ maker }) => [maker.toLowerCase(), maker])).values()];
  const models = Array.from({ length: sizes.models }, (_, n) => {
    const real = n % 5 === 0 ? named[(n / 5) % named.length] : undefined;
    const word = WORDS[n % WORDS.length];
    const made = { maker: makers[n % makers.length] ?? '', name: `${word} ${n}`, version: `${1 + (n % 9)}.${n % 4}` };
    const { maker, name, version } = real && n / 5 < named.length ? real : made;
    return {
      maker,
      name,
      number: `${70_000 + n}`,
      kind: KINDS[n % KINDS.length],
      version,
      os: n % 3 === 0 ? 'Windows' : '',
      release: n % 3 === 0 ? '7 SP1' : '',
    };
  });
  const json = (rows: object[]) => sql`${JSON.stringify(rows)}::jsonb`;
  await inOrganisation(actor, async (tx) => {
    await tx.execute(
      sql`insert into suppliers (org_id, name) select ${actor.orgId}, x.name from jsonb_to_recordset(${json(makers.map((name) => ({ name })))}) as x(name text)`,
    );
    await tx.execute(sql`
      insert into device_models (org_id, supplier_id, name, model_number, kind, software_version, os_product, os_release)
      select ${actor.orgId}, s.id, x.name, x.number, x.kind, x.version, x.os, x.release
      from jsonb_to_recordset(${json(models)}) as x(maker text, name text, number text, kind text, version text, os text, release text)
        join suppliers s on s.org_id = ${actor.orgId} and lower(s.name) = lower(x.maker)
      on conflict do nothing`);
    // Four versions a model: what the model says, and three others.
    await tx.execute(sql`
      insert into units (org_id, model_id, serial, installed_version)
      select ${actor.orgId}, m.id, 'U-' || n, case n / (select count(*) from device_models where org_id = ${actor.orgId}) % 4
        when 0 then '' when 1 then '1.0.' || n % 7 when 2 then '9.' || n % 5 else 'B.' || n % 3 end
      from generate_series(1, ${sizes.units}::int) n
        join (select id, row_number() over (order by id) - 1 as place, count(*) over () as models from device_models
          where org_id = ${actor.orgId}) m on m.place = n % m.models`);
    await tx.execute(sql`
      insert into components (org_id, model_id, name, release, supplier, purl)
      select ${actor.orgId}, m.id, case when n % 500 = 0 then 'VxWorks' else 'library-' || n % 4000 end,
        case when n % 500 = 0 then '6.' || n % 10 else '1.' || n % 40 end, '',
        case when n % 2 = 0 then 'pkg:generic/library-' || n % 4000 || '@1.' || n % 40 else '' end
      from generate_series(1, ${sizes.components}::int) n
        join (select id, row_number() over (order by id) - 1 as place, count(*) over () as models from device_models
          where org_id = ${actor.orgId}) m on m.place = n % m.models`);
  });
}
