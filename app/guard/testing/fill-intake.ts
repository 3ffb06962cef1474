/** A row in each table of what comes in from outside, and of the register deepened, that has none yet. */
import type { TransactionSql } from 'postgres';
import type { FullHouse } from './two-houses';

/** Works in the transaction of the owner, inside the organisation of the house. */
export async function fillIntake(tx: TransactionSql, { orgId, ids, people }: FullHouse): Promise<void> {
  const { engineer } = people;
  const [now, day, digest] = [new Date(), '2026-11-29', 'a'.repeat(64)];
  const org = { org_id: orgId };
  const model = { ...org, model_id: ids.modelId ?? '' };
  const change = { ...org, change_id: ids.changeId ?? '' };
  const put = async (table: string, row: Record<string, unknown>): Promise<string> => {
    const [there] = await tx`select * from ${tx(table)} limit 1`;
    const [made] = there ? [there] : await tx`insert into ${tx(table)} ${tx(row as never)} returning *`;
    return String(made?.id ?? '');
  };
  const file = { purpose: 'feed', file_name: 'x.json', size: 1, sha256: digest, created_by_name: engineer.name };
  const importId = await put('imports', { ...org, ...file });
  await put('import_chunks', { ...org, import_id: importId, n: 0, bytes: Buffer.from('x') });
  const row = { n: 1, place: 'row 1', kind: 'kev', outcome: 'new', value: '{}' };
  await put('import_rows', { ...org, import_id: importId, ...row });
  await put('column_profiles', { ...org, name: 'x', headings: '[]', headings_key: digest, mapping: '{}' });
  await put('feeds', { ...org, feed: 'kev' });
  await put('bundle_keys', { ...org, name: 'x', public_key: 'x', fingerprint: digest });
  await put('kev_entries', { ...org, cve: 'CVE-2017-0144', added: day, entry: '{}' });
  await put('epss_scores', { ...org, cve: 'CVE-2017-0144', score: 0.9, percentile: 0.9 });
  await put('support_releases', { ...org, product: 'windows', release: '7' });
  const published = { published_id: 'X-1', title: 'x', format: 'CSAF 2.0', content: '{}', content_sha256: digest };
  const advisoryId = await put('advisories', { ...org, ...published });
  await put('advisory_revisions', { ...org, advisory_id: advisoryId, content: '{}', content_sha256: digest });
  await put('advisory_cves', { ...org, advisory_id: advisoryId, cve: 'CVE-2017-0144' });
  const found = { product_key: digest, products: '[]', how: 'name', confidence: 'likely', reasons: '[]' };
  const matchId = await put('matches', { ...model, advisory_id: advisoryId, ...found });
  const version = { version_key: 'x', version: '1', verdict: 'unclear', because: 'x' };
  await put('match_versions', { ...model, match_id: matchId, ...version });
  const said = { reason: 'x', said_by_name: engineer.name };
  await put('match_memories', { ...model, product_key: digest, vendor: 'x', product: 'x', same: true, ...said });
  await put('version_readings', { ...org, match_id: matchId, text: 'x', version: '1', verdict: 'affected', ...said });
  const used = { from_change_id: ids.changeId ?? '', differences: '[]', note: 'x', used_by_name: engineer.name };
  await put('rationale_uses', { ...change, ...used });
  await put('exposure_answers', { ...model, question: 'XAVN', answer: 'no', said_by_name: engineer.name });
  await put('fleet_days', { ...org, day, figures: '{}' });
  await put('baseline_lines', { ...model, subject: 'os', source: 'instructions', says: 'x' });
  const looked = { subject: 'os', found: 'x', found_on: day, recorded_by_name: engineer.name };
  await put('installed_states', { ...model, ...looked });
  await put('flows', { ...model, peer: 'PACS', direction: 'out', protocol: 'tcp' });
  await put('proposed_settings', { ...change, kind: 'network', rules: '[]' });
  await put('antivirus_statements', { ...model });
  await put('clinical_hours', { ...org, label: 'x', windows: '[]' });
  await put('patch_validations', { ...model, patch: 'KB1', state: 'not_said' });
  await put('connected_details', { ...org, unit_id: ids.unitId ?? '' });
  const proof = { measure: 'segmentation', proof: 'x', result: 'holds', taken_on: day, stale_on: day };
  await put('control_proofs', { ...model, ...proof, recorded_by_name: engineer.name });
  await put('option_plans', { ...model, title: 'x', steps: '[]', created_at: now });
}
