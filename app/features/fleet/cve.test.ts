import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import type { Remediation } from '../../readers/records';
import { type House, house } from '../changes/testing';
import { advise, listInKev, matchWith, plainAdvisory } from '../exposure/testing';
import { askCve, type CveAnswer } from './ask-cve.server';
import { listFleetUnits } from './list-fleet-units.server';

const database = testDatabase();
afterAll(closeDatabase);

let ours: House;
let theirs: House;
const CVE = 'CVE-2017-0144';

const as = (at: House, run: Parameters<typeof database.owner.begin<unknown>>[1]) =>
  database.owner.begin(async (tx) => {
    await tx`select set_config('app.org_id', ${at.orgId}, true)`;
    return run(tx);
  });
const answerTo = async (typed: string, at = ours): Promise<CveAnswer> => {
  const { answer } = await askCve(at.engineer, typed);
  if (!answer) throw new Error('no answer');
  return answer;
};

beforeAll(async () => {
  const { owner } = database;
  ours = await house(database);
  theirs = await house(database, 'Southfield');
  await as(ours, async (tx) => {
    await tx`update units set site = 'North' where location = 'CCU'`;
    await tx`update units set installed_version = '3.9' where serial = 'XTR-1'`;
  });
  const statement = {
    vulnerability: 'cve-2017-0144',
    productId: 'P1',
    product: 'XTR 4.x',
    status: 'known_affected',
  } as const;
  const remedy = {
    category: 'vendor_fix',
    details: 'Spacelabs will not be issuing an update.',
    date: null,
    url: '',
    productIds: [],
    meaning: 'no_fix',
  } satisfies Remediation;
  const content = plainAdvisory({
    id: 'ICSMA-20-049-01',
    statements: [{ ...statement, justificationFlags: [], impact: 'Monitoring may stop.' }],
    vulnerabilities: [
      { cve: 'cve-2017-0144', otherIds: [], title: '', cwe: '', description: '', scores: [], remediations: [remedy] },
    ],
  });
  const first = await advise(owner, ours.orgId, [{ cve: CVE, score: 9.8 }, { cve: 'CVE-2020-1111' }], content);
  const second = await advise(owner, ours.orgId, [{ cve: CVE, score: 7.5 }], { id: 'SB-7', publisher: 'Spacelabs' });
  await matchWith(owner, ours.orgId, {
    advisoryId: first,
    modelId: ours.modelId,
    cves: [CVE, 'CVE-2020-1111'],
    verdicts: { '4.2.0': 'affected' },
  });
  await matchWith(owner, ours.orgId, {
    advisoryId: second,
    modelId: ours.modelId,
    cves: [CVE],
    verdicts: { '4.2.0': { [CVE]: 'not_affected' } },
  });
  await listInKev(owner, ours.orgId, [CVE]);
});

describe('the answer', () => {
  it('counts units by verdict and site, and opens exactly them', async () => {
    const answer = await answerTo(' cve-2017-0144 ');
    expect(answer.units.lines.map(({ site, verdict, n, disagree }) => [site, verdict, n, disagree])).toEqual([
      ['', 'affected', 7, true],
      ['North', 'affected', 4, true],
      ['', 'open', 1, false],
    ]);
    expect(answer.units.counts).toEqual({ affected: 11, open: 1, clear: 0 });
    expect(answer.units.sites).toEqual([
      { site: '', affected: 7, open: 1, clear: 0 },
      { site: 'North', affected: 4, open: 0, clear: 0 },
    ]);
    for (const verdict of ['affected', 'open', 'clear'] as const) {
      const list = await listFleetUnits(ours.engineer, new URLSearchParams({ why: 'cve', cve: CVE, verdict }));
      expect(list.count).toBe(answer.units.counts[verdict]);
    }
  });

  it('quotes each source by itself, a "vendor fix" with its words, and says that they disagree', async () => {
    const answer = await answerTo(CVE);
    const cisa = answer.sources.find(({ publishedId }) => publishedId === 'ICSMA-20-049-01');
    expect(cisa?.statements).toMatchObject([{ status: 'known_affected', impact: 'Monitoring may stop.' }]);
    expect(cisa?.vulnerability?.remediations).toMatchObject([{ category: 'vendor_fix', meaning: 'no_fix' }]);
    expect(answer.scores).toEqual(expect.arrayContaining(['9.8 (CISA ICSMA-20-049-01)', '7.5 (Spacelabs SB-7)']));
    expect(answer.kev).toMatch(/^in KEV since 10 Feb 2022/);
    expect(answer.epss).toBe('not known: EPSS was never loaded');
    expect(answer.notAsked).toEqual([{ supplierId: ours.supplierId, maker: 'Spacelabs', n: 12 }]);
  });

  it('shows who was asked and is silent, what was said, and where the maker contradicts itself', async () => {
    const letter = randomUUID();
    await as(ours, async (tx) => {
      await tx`insert into letters (org_id, id, reference, kind, status, supplier_id, supplier_name, subject, author_name, sent_at, questions_asked)
        values (${ours.orgId}, ${letter}, 'CM-2026-000009-L01', 'vulnerability-position-request', 'sent', ${ours.supplierId}, 'Spacelabs',
          'Position', 'J', now() - interval '57 days', 1)`;
      await tx`insert into letter_versions (org_id, letter_id, number, model, authors, created_by_name)
        values (${ours.orgId}, ${letter}, 1, '{}', '{}', 'J')`;
      await tx`insert into letter_questions (org_id, letter_id, version_number, number, key, text, choices, deciding)
        values (${ours.orgId}, ${letter}, 1, 1, ${`vex:${CVE}`}, 'Is it affected?', '[]', true)`;
      await tx`insert into quoted_statements (org_id, supplier_id, subject, label, value, quotation, source, document, recorded_by_name)
        values (${ours.orgId}, ${ours.supplierId}, ${`vex:${CVE}`}, 'l', '"not_affected"', 'Our receivers are safe.', 'website', 'Product page', 'M')`;
      await tx`insert into contradictions (org_id, supplier_id, subject, label, pair_key, one, other)
        values (${ours.orgId}, ${ours.supplierId}, ${`vex:${CVE}`}, 'Affected?', 'k', '{"quotation":"safe"}', '{"quotation":"affected"}')`;
      await tx`insert into changes (org_id, reference, model_id, title, kinds, status, proposer_id, proposer_name, vulnerabilities)
        values (${ours.orgId}, 'CM-2026-000009', ${ours.modelId}, 'Isolate', array['isolation'], 'assessing', ${ours.engineer.userId}, 'J',
          ${tx.json([{ cve: CVE }])})`;
    });
    const answer = await answerTo(CVE);
    expect(answer.letters).toMatchObject([{ reference: 'CM-2026-000009-L01', answeredOn: null, leftOut: false }]);
    expect(answer.said).toMatchObject([
      { kind: 'quotation', quotation: 'Our receivers are safe.', value: 'not_affected', status: 'website' },
    ]);
    expect(answer.contradictions).toMatchObject([{ one: 'safe', other: 'affected', status: 'open' }]);
    expect(answer.changes).toMatchObject([{ reference: 'CM-2026-000009', status: 'assessing' }]);
    expect(answer.notAsked).toEqual([]);
  });

  it('never calls "not affected" what nobody names, and sees nothing of another organisation', async () => {
    for (const [at, cve] of [
      [ours, 'CVE-1999-9999'],
      [theirs, CVE],
    ] as const) {
      const answer = await answerTo(cve, at);
      expect(answer).toMatchObject({
        nobodyNamesIt: true,
        units: { lines: [] },
        sources: [],
        letters: [],
        changes: [],
      });
    }
    expect((await answerTo(CVE)).nobodyNamesIt).toBe(false);
    expect((await answerTo(CVE, theirs)).kev).toBe('not known: the KEV catalogue was never loaded');
  });

  it.each(['', 'CVE', 'CVE-2017', "CVE-2017-0144'; drop table units", '\u0000', 'x'.repeat(5000)])(
    '%j is no question',
    async (typed) => expect((await askCve(ours.engineer, typed)).answer).toBeNull(),
  );
});
