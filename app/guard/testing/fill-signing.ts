/** A row in each table of sign-off, carrying out, risk and evidence that the houses' own records have not written to. */
import type { TransactionSql } from 'postgres';
import type { FullHouse } from './two-houses';

/** Works in the transaction of the owner, inside the organisation of the house. */
export async function fillSigning(tx: TransactionSql, { orgId, ids, people }: FullHouse): Promise<void> {
  const { engineer, risk_owner: owner } = people;
  const org = { org_id: orgId };
  const change = { ...org, change_id: ids.changeId ?? '' };
  const [now, day, digest] = [new Date(), '2026-11-29', 'a'.repeat(64)];
  const by = (prefix: string) => ({ [`${prefix}_by`]: engineer.userId, [`${prefix}_by_name`]: engineer.name });
  const signed = { method: 'password', payload: '{}', payload_sha256: digest };
  const put = (table: string, row: Record<string, unknown>) => tx`insert into ${tx(table)} ${tx(row as never)}`;
  await put('sign_off_policies', { ...org, number: 99, policy: '{}', note: 'x', created_by_name: owner.name });
  await put('change_looks', { ...change, user_id: engineer.userId });
  const question = { instrument: 'UK-MDR-H', question: 'UK-H1', answer: 'yes', because: 'x', basis_sha256: digest };
  await put('derived_confirmations', { ...change, ...question, ...by('confirmed') });
  const person = { signer_id: engineer.userId, printed_name: engineer.name, role: 'engineer', signed_at: now };
  await put('dissents', { ...change, number: 9, party: 'engineer', opinion: 'x', ...person, ...signed });
  const trained = { person_id: engineer.userId, course: 'signing', completed_on: day, expires_on: day, evidence: 'x' };
  await put('training_records', { ...org, ...trained, recorded_by: owner.userId, recorded_by_name: owner.name });
  await put('accountability_texts', { ...org, number: 99, text: 'x', note: 'x', created_by_name: owner.name });
  const accepted = { person_id: engineer.userId, number: 99, text_sha256: digest, printed_name: engineer.name };
  await put('accountability_acceptances', { ...org, ...accepted });
  const condition = { signature_id: ids.signatureId ?? '', number: 9, text: 'x', before: 'closure', due_on: day };
  await put('change_conditions', { ...change, ...condition, owner_id: engineer.userId, owner_name: engineer.name });
  await put('change_plans', { ...change, steps: 'x' });
  await put('plan_checks', { ...change, key: 'before.x', state: 'passed', ...by('recorded') });
  const unit = { unit_id: ids.unitId ?? '', outcome: 'done', done_at: now, test: 'passed' };
  await put('implementations', { ...change, ...unit, ...by('done'), ...by('recorded') });
  // Not by whoever made the change: the database would refuse that.
  const verifier = { verified_by: owner.userId, verified_by_name: owner.name };
  await put('verifications', { ...change, number: 9, outcome: 'failed', comparison: 'x', ...verifier });
  await put('emergencies', { ...change, reason: 'x', declared_at: now, ...by('declared') });
  await put('standard_uses', { ...change, standard_id: ids.standardId ?? '', used_by_name: engineer.name });
  const rating = { axis: 'security', moment: 'before', consequence: 1, likelihood: 1, because: 'x' };
  await put('risk_ratings', { ...change, ...rating, ...by('rated') });
  const acceptance = { number: 9, what: 'x', because: 'x', ratings: '{}', review_on: day, expires_on: day };
  await put('risk_acceptances', { ...change, ...acceptance, accepted_at: now, ...by('accepted'), ...signed });
  const triage = { number: 9, answers: '{}', clocks: '[]', aware_on: day, decider_id: owner.userId, decider_name: 'x' };
  await put('reportability_triages', { ...change, ...triage, ...by('created') });
  await put('audit_checkpoints', { ...org, seq: 1, hash: digest, at: 'now', key_id: 'x', signature: 'x' });
  const review = { number: 99, from_seq: 1, to_seq: 1, to_hash: digest, chain_held: 'yes', looked_at: 'x' };
  const found = { findings: 'x', outcome: 'nothing_found', reviewed_at: now, reviewer_role: 'auditor' };
  const reviewer = { reviewer_id: owner.userId, reviewer_name: owner.name };
  await put('trail_reviews', { ...org, ...review, ...found, ...reviewer, ...signed });
  const object = { object_type: 'change', object_id: ids.changeId ?? '', object_ref: 'CM' };
  await put('legal_holds', { ...org, ...object, reason: 'x', placed_by_name: owner.name });
  const disposal = { number: 99, retention_class: 'x', due_on: day, because: 'x', stub: '[]' };
  await put('disposals', { ...org, ...object, ...disposal, ...by('proposed') });
}
