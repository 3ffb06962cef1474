/** An organisation whose register, matches and papers grow from measurement to measurement: fifty units a model. */
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import type { Actor } from '../../app/guard/actor';
import { inOrganisation, inOrganisationAsAuthority } from '../../db/client.server';
import type { ConnectionOptions } from '../../db/connections.server';
import { organisations, users } from '../../db/schema/index.server';

export const UNITS_A_MODEL = 50;
export const ADVISORIES = 60;
/** Named by the first advisories, listed in KEV, and what the question is about. */
export const CVE = 'CVE-2017-0144';

/** Makes the organisation with one person. */
export async function aHouse(): Promise<Actor> {
  const [orgId, userId] = [randomUUID(), randomUUID()];
  const organisation = { name: 'Measured Hospitals', country: 'GB', nation: 'england', isDemonstration: true };
  const person = { email: 'measure@hospital.example', name: 'M. Easure', role: 'engineer', jobTitle: '' } as const;
  await inOrganisationAsAuthority({ orgId, userId }, async (tx) => {
    await tx.insert(organisations).values({ id: orgId, ...organisation });
    await tx.insert(users).values({ orgId, id: userId, ...person });
  });
  return { userId, orgId, ...person, organisation, requestId: 'bench', address: '127.0.0.1' };
}

/** Brings the organisation from so many units to so many, everything else in step. */
export async function grow(actor: Actor, from: number, to: number, owner: ConnectionOptions): Promise<void> {
  const { orgId } = actor;
  const [first, last] = [from / UNITS_A_MODEL, to / UNITS_A_MODEL - 1];
  await inOrganisation(actor, async (tx) => {
    if (from === 0) {
      await tx.execute(sql`
        insert into suppliers (org_id, name) select ${orgId}, 'Maker ' || n from generate_series(1, 50) n`);
      await tx.execute(sql`
        insert into advisories (org_id, published_id, publisher, title, format, content, content_sha256, current_release)
        select ${orgId}, 'ICSMA-' || n, 'CISA', 'Advisory ' || n, 'CSAF 2.0', jsonb_build_object(
            'vulnerabilities', (select jsonb_agg(jsonb_build_object('cve', case when k = 1 and n <= 8 then ${CVE}::text
              else 'CVE-2024-' || (n * 100 + k + 1000) end, 'description', repeat('Words on it. ', 40),
              'remediations', jsonb_build_array(jsonb_build_object('category', 'vendor_fix', 'details',
                repeat('No update is planned. ', 10), 'meaning', 'no_fix', 'date', null)))) from generate_series(1, 8) k),
            'statements', (select jsonb_agg(jsonb_build_object('vulnerability', ${CVE}::text, 'product', 'Product ' || k,
              'productId', 'P' || k, 'status', 'known_affected', 'justificationFlags', '[]'::jsonb, 'impact', ''))
              from generate_series(1, 30) k)), n::text, current_date - n
        from generate_series(1, ${ADVISORIES}::int) n`);
      await tx.execute(sql`
        insert into advisory_cves (org_id, advisory_id, cve, score, vector)
        select a.org_id, a.id, v ->> 'cve', 9.8, 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'
        from advisories a cross join jsonb_array_elements(a.content -> 'vulnerabilities') v where a.org_id = ${orgId}`);
      await tx.execute(sql`
        insert into kev_entries (org_id, cve, added, entry) select ${orgId}::uuid, ${CVE}, '2022-02-10'::date, '{}'::jsonb
        union all select ${orgId}::uuid, 'CVE-2019-' || n, '2022-02-10', '{}' from generate_series(1000, 2400) n`);
      await tx.execute(sql`
        insert into feeds (org_id, feed, as_of, loaded_at) select ${orgId}, f, current_date - 3, now()
        from unnest(array['kev', 'epss', 'advisories', 'support']) f`);
      await tx.execute(sql`
        insert into support_releases (org_id, product, release, title, ends_on)
        select ${orgId}, 'product-' || n % 46, (n / 46)::text, 'Product ' || n % 46, current_date + n
        from generate_series(1, 840) n`);
      await tx.execute(sql`
        insert into fleet_days (org_id, day, figures) select ${orgId}, current_date - n,
          '{"exposed": {"n": 1, "of": 9}, "unsupported": {"n": 1, "of": 9}}' from generate_series(1, 179) n`);
    }
    await tx.execute(sql`
      insert into device_models (org_id, supplier_id, name, model_number, kind, software_version, os_product, os_release, mds2_date)
      select ${orgId}, s.id, 'Model ' || n, 'M-' || n, 'patient monitor', '4.' || n % 7, 'Windows',
        (array['7 SP1', '10 22H2', '10 Enterprise LTSC 2019', 'XP SP3', '11 IoT LTSC 2024'])[n % 5 + 1],
        case when n % 3 = 0 then current_date - 400 end
      from generate_series(${first}::int, ${last}::int) n
      join (select id, row_number() over (order by id) - 1 as at from suppliers where org_id = ${orgId}) s on s.at = n % 50`);
    const fresh = sql`select id, split_part(name, ' ', 2)::int as n, software_version from device_models
      where org_id = ${orgId} and split_part(name, ' ', 2)::int between ${first}::int and ${last}::int`;
    await tx.execute(sql`
      insert into certifications (org_id, model_id, market, basis, class, expires_on)
      select ${orgId}, m.id, x.market, 'mdr', (array['IIa', 'IIb', 'I'])[m.n % 3 + 1], current_date + m.n % 900 - 100
      from (${fresh}) m cross join (values ('EU'), ('US')) x(market)`);
    await tx.execute(sql`
      insert into components (org_id, model_id, name, release) select ${orgId}, m.id, 'component ' || k, '1.' || k
      from (${fresh}) m cross join generate_series(1, 10) k where m.n % 2 = 0`);
    await tx.execute(sql`
      insert into mds2_answers (org_id, model_id, question, answer) select ${orgId}, m.id, 'Q-' || k, 'Yes'
      from (${fresh}) m cross join generate_series(1, 20) k where m.n % 4 = 0`);
    await tx.execute(sql`
      insert into units (org_id, model_id, serial, site, location, network_zone, installed_version)
      select ${orgId}, m.id, 'SN-' || lpad((m.n * ${UNITS_A_MODEL}::bigint * 7919 % 1000003 + k)::text, 8, '0') || '-' || k,
        'Hospital ' || k % 5, 'Ward ' || k % 83, 'zone ' || k % 14, case when k % 9 = 0 then '3.9' when k % 7 = 0 then '4.9' else '' end
      from (${fresh}) m cross join generate_series(1, ${UNITS_A_MODEL}::int) k`);
    // Three advisories a model on average; one in eight of them names the vulnerability that is asked about.
    await tx.execute(sql`
      insert into matches (org_id, advisory_id, model_id, product_key, products, cves, how, confidence, reasons, state)
      select ${orgId}, a.id, m.id, a.n::text, '[]', array(select cve from advisory_cves c where c.org_id = ${orgId} and c.advisory_id = a.id),
        'name', (array['certain', 'likely', 'possible'])[(m.n + a.n) % 3 + 1], '[]',
        (array['proposed', 'confirmed', 'proposed', 'rejected'])[(m.n * 3 + a.n) % 4 + 1]
      from (${fresh}) m
      join (select id, row_number() over (order by published_id) as n from advisories where org_id = ${orgId}) a
        on (m.n * 7 + a.n * 13) % 20 = 0`);
    await tx.execute(sql`
      insert into match_versions (org_id, match_id, model_id, version_key, version, cve, verdict, because)
      select ${orgId}, mt.id, m.id, md5(v.version), v.version, '',
        (array['affected', 'not_affected', 'unclear', 'fixed'])[(m.n + v.k) % 4 + 1], 'By its version.'
      from matches mt join (${fresh}) m on m.id = mt.model_id
      cross join lateral (values (1, m.software_version), (2, '3.9')) v(k, version) where mt.org_id = ${orgId}`);
    await tx.execute(sql`
      insert into match_versions (org_id, match_id, model_id, version_key, version, cve, verdict, because)
      select ${orgId}, mt.id, m.id, md5('3.9'), '3.9', mt.cves[1], 'not_affected', 'The maker says so.'
      from matches mt join (${fresh}) m on m.id = mt.model_id where mt.org_id = ${orgId} and m.n % 5 = 0`);
    await tx.execute(sql`
      insert into changes (org_id, reference, model_id, title, kinds, status, proposer_id, proposer_name, vulnerabilities, created_at)
      select ${orgId}, 'CM-2026-' || lpad(m.n::text, 6, '0'), m.id, 'Change ' || m.n, array['os_patch'],
        (array['assessing', 'closed', 'approved', 'awaiting_supplier'])[m.n % 4 + 1], ${actor.userId}, 'M. Easure',
        jsonb_build_array(jsonb_build_object('cve', case when m.n % 20 = 0 then ${CVE}::text else 'CVE-2024-' || m.n end)),
        now() - m.n % 500 * interval '1 day'
      from (${fresh}) m`);
    await tx.execute(sql`
      insert into letters (org_id, reference, kind, status, supplier_id, supplier_name, subject, author_name, sent_at, questions_asked, next_due)
      select ${orgId}, 'CM-2026-' || lpad(m.n::text, 6, '0') || '-L01', 'vulnerability-position-request',
        (array['sent', 'answered', 'acknowledged', 'closed'])[m.n % 4 + 1], d.supplier_id, 'Maker', 'Position on ' || m.n, 'M. Easure',
        now() - m.n % 300 * interval '1 day', 3, current_date + m.n % 90 - 60
      from (${fresh}) m join device_models d on d.org_id = ${orgId} and d.id = m.id`);
    await tx.execute(sql`
      insert into letter_models (org_id, letter_id, model_id, units)
      select ${orgId}, l.id, c.model_id, 50 from letters l
      join changes c on c.org_id = ${orgId} and l.reference = c.reference || '-L01'
      where l.org_id = ${orgId} on conflict do nothing`);
    await tx.execute(sql`
      insert into letter_versions (org_id, letter_id, number, model, authors, created_by_name)
      select ${orgId}, id, 1, '{}', '{}', 'M. Easure' from letters where org_id = ${orgId} on conflict do nothing`);
    await tx.execute(sql`
      insert into letter_questions (org_id, letter_id, version_number, number, key, text, choices, deciding)
      select ${orgId}, l.id, 1, k, case when k = 1 and right(l.reference, 6) like '%5-L01' then ${`vex:${CVE}`} else 'fact:' || k end,
        'A question', '[]', true
      from letters l cross join generate_series(1, 3) k where l.org_id = ${orgId} on conflict do nothing`);
  });
  const client = postgres({ ...owner, max: 1, onnotice: () => undefined });
  await client`vacuum analyze`;
  await client.end();
}
