import { describe, expect, it } from 'vitest';
import { citationText, citing, SOURCES, sourceOf } from './sources';

describe('the documents cited', () => {
  it('prints a citation as document and place', () => {
    expect(citationText(citing('mdcg_2020_3_r1')('§4.3.2.3'))).toBe('MDCG 2020-3 Rev.1 §4.3.2.3');
    expect(citationText(citing('mdcg_2020_3_r1')('Chart C'))).toBe('MDCG 2020-3 Rev.1 Chart C');
    expect(citationText(citing('uk_mdr_2002')('reg 2'))).toBe('UK MDR 2002 reg 2');
    expect(citationText(citing('uk_off_label')(''))).toBe('MHRA off-label use guidance');
    expect(citationText(citing('fda_software_510k')('section V.1'))).toBe(
      'FDA 510(k) software change guidance (2017), section V.1',
    );
  });

  it('refuses to print a citation of a document it does not know', () => {
    const unknown = { source: 'constructor', at: '1' };
    expect(sourceOf(unknown)).toBeNull();
    expect(() => citationText(unknown)).toThrow('constructor');
  });

  it('names each document with issuer, date and edition, and links only to official pages', () => {
    const official =
      /^https:\/\/(health\.ec\.europa\.eu|eur-lex\.europa\.eu|www\.fda\.gov|www\.ecfr\.gov|www\.gov\.uk|www\.legislation\.gov\.uk|www\.imdrf\.org)\//;
    const shorts = Object.values(SOURCES).map(({ short }) => short);
    expect(new Set(shorts).size).toBe(shorts.length);
    for (const [key, source] of Object.entries(SOURCES)) {
      for (const text of [source.title, source.issuer, source.edition]) expect(text, key).toMatch(/\S/);
      if (source.date !== null) expect(source.date, key).toMatch(/^\d{4}(-\d{2}){0,2}$/);
      if (source.link !== null) expect(source.link, key).toMatch(official);
    }
  });
});
