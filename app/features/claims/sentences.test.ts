import { describe, expect, it } from 'vitest';
import { pageOfWords, sentencesOf, speakingSentences } from './sentences';
import { readSaying, subjectChoices } from './subject-choices';
import { vexStatements } from './vex-statements';
import { writtenDay } from './written-day';

describe('sentences that may claim something', () => {
  const pages = [
    'Security bulletin 17\n\nKB4012212 may be installed on release 4.2.0. It was tested by us.',
    'The receiver is not affected by CVE-2017-0144.\nAnti-virus soft-\nware must not be installed. End of support: 31 December 2027.',
  ];

  it('are offered with their page, and with what they seem to say', () => {
    expect(speakingSentences(pages)).toMatchObject([
      { page: 1, subject: 'block:D.permission', says: 'yes', text: 'KB4012212 may be installed on release 4.2.0.' },
      { page: 2, subject: 'vex:', cve: 'CVE-2017-0144', says: 'not_affected' },
      { page: 2, subject: 'block:D.permission', says: 'no', text: 'Anti-virus software must not be installed.' },
      { page: 2, subject: 'block:H.support_ends', says: 'day', day: '2027-12-31' },
    ]);
  });

  it('are found again by their words, across line ends, and nowhere else', () => {
    expect(pageOfWords(pages, 'anti-virus software  must not be installed')).toBe(2);
    expect(pageOfWords(pages, 'Anti-virus software may be installed')).toBeNull();
    expect(pageOfWords(pages, '   ')).toBeNull();
    expect(sentencesOf('')).toEqual([]);
  });
});

describe('a written day', () => {
  it.each([
    ['2027-12-31', '2027-12-31'],
    ['31 December 2027', '2027-12-31'],
    ['1st May 2026.', '2026-05-01'],
    ['May 1, 2026', '2026-05-01'],
    ['31/12/2027', '2027-12-31'],
    ['12/31/2027', '2027-12-31'],
    ['3.4.2027', '2027-04-03'],
    ['3/4/2027', null],
    ['31 February 2027', null],
    ['May 2027', null],
    ['soon', null],
  ])('%s', (text, day) => expect(writtenDay(text)).toBe(day));
});

describe('what a quotation may say', () => {
  it('is checked by its subject', () => {
    expect(readSaying('may:os_patch', 'conditions', '')).toEqual({ ok: true, value: 'conditions' });
    expect(readSaying('mds2:CSUP-2.4', 'no', '')).toEqual({ ok: true, value: 'no' });
    expect(readSaying('fact:manufacturer_authorised', 'yes', '')).toEqual({ ok: true, value: true });
    expect(readSaying('vex:CVE-2017-0144', 'yes', '')).toMatchObject({ ok: false, field: 'says' });
    expect(readSaying('block:H.support_ends', 'day', 'soon')).toMatchObject({ ok: false, field: 'day' });
    expect(readSaying('mds2:CSUP-2.4', '', '')).toEqual({ ok: true, value: null });
  });

  it('is found by a word', () => {
    const found = subjectChoices('patch csup').flatMap(({ subjects }) => subjects);
    expect(found.length).toBeLessThan(subjectChoices('').flatMap(({ subjects }) => subjects).length);
    expect(subjectChoices('nothing is called this')).toEqual([]);
    expect(subjectChoices('nothing is called this', 'mds2:CSUP-7')).toHaveLength(1);
  });
});

describe('machine-readable statements', () => {
  it('are read from CSAF, with products by name', () => {
    const csaf = {
      document: { csaf_version: '2.0', tracking: { current_release_date: '2026-01-02T00:00:00Z' } },
      product_tree: { branches: [{ branches: [{ product: { product_id: 'P1', name: 'XTR 4.2.0' } }] }] },
      vulnerabilities: [
        {
          cve: 'CVE-2017-0144',
          product_status: { known_not_affected: ['P1'] },
          flags: [{ label: 'component_not_present', product_ids: ['P1'] }],
        },
      ],
    };
    expect(vexStatements(csaf)).toEqual([
      {
        cve: 'CVE-2017-0144',
        status: 'not_affected',
        products: ['XTR 4.2.0'],
        words: ['component not present'],
        place: 'vulnerabilities[0], known_not_affected',
        day: '2026-01-02',
      },
    ]);
  });

  it('are read from CycloneDX', () => {
    const bom = {
      bomFormat: 'CycloneDX',
      vulnerabilities: [
        { id: 'CVE-2017-0144', analysis: { state: 'exploitable', detail: 'SMB is open.' } },
        { id: 'X' },
      ],
    };
    expect(vexStatements(bom)).toMatchObject([{ status: 'affected', words: ['SMB is open.'] }]);
  });

  it.each([[null], [[]], ['text'], [{ statements: [] }], [{ bomFormat: 'CycloneDX' }], [{ document: {} }]])(
    'are none in %j',
    (json) => expect(vexStatements(json)).toEqual([]),
  );
});
