import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { published } from '../testing';
import { holds } from './version-holds';
import { compareVersions, readVersion } from './version-value';
import { readVersions, versionsInWords } from './versions';

const kindOf = (text: string) => readVersions(text).kind;
const is = (text: string, ours: string) => holds(readVersions(text), ours).is;

describe('reading versions in prose', () => {
  it.each([
    ['<= 2.1', 'range', 'up to and including 2.1'],
    ['<=2.1', 'range', 'up to and including 2.1'],
    ['≤ 2.1', 'range', 'up to and including 2.1'],
    ['>= 1 | <= 3', 'range', 'from 1 up to and including 3'],
    ['8.0.x', 'range', 'everything that begins like 8.0.x'],
    ['vers:all/*', 'all', 'all versions'],
    ['vers:all/>=V7.80|<V9.80', 'range', 'from V7.80 before V9.80'],
    ['vers:generic/>=2.9|<=4.1', 'range', 'from 2.9 up to and including 4.1'],
    ['prior to 4.2', 'range', 'before 4.2'],
    ['All versions', 'all', 'all versions'],
    ['2.1 and earlier', 'range', 'up to and including 2.1'],
    ['Versions 12.2.x.x and prior', 'range', 'up to and including 12.2.x.x'],
    ['< april 2018', 'unparsed', '“< april 2018”, which no rule reads'],
    ['<= 6.0 (end-of-life Nov 2018)', 'range', 'up to and including 6.0'],
    ['1.1 through 1.3.2', 'range', 'from 1.1 up to and including 1.3.2'],
    ['1.0, 1.1 and 2.0', 'exact', '1.0, or 1.1, or 2.0'],
    ['2131 and 2141', 'exact', '2131, or 2141'],
    ['BT03 | BT04 | BT06', 'exact', 'BT03, or BT04, or BT06'],
    ['MMT-508 MiniMed pump', 'unparsed', '“MMT-508 MiniMed pump”, which no rule reads'],
    ['A10 < A11', 'unparsed', '“A10 < A11”, which no rule reads'],
    ['', 'all', 'all versions'],
  ])('%s', (text, kind, words) => {
    const read = readVersions(text);
    expect([read.kind, versionsInWords(read), read.text]).toEqual([kind, words, text]);
  });

  it('keeps what stands beside them: notes as notes, conditions as conditions', () => {
    expect(readVersions('<= 6.0 (end-of-life Nov 2018)')).toMatchObject({
      note: 'end-of-life Nov 2018',
      condition: '',
    });
    expect(readVersions('v8.x model 35700BAX2')).toMatchObject({ condition: 'model 35700BAX2' });
    expect(readVersions('9.x (with Wireless Battery Modules >= 22D19 | <= v22D28)')).toMatchObject({
      kind: 'range',
      condition: 'with Wireless Battery Modules >= 22D19 | <= v22D28',
    });
    expect(readVersions('>= 1 | <= 3').remarks).toEqual(['“|” between two bounds is read as: both must hold.']);
  });
});

describe('whether a version is meant', () => {
  it.each([
    ['<= 2.1', '2.1', 'yes'],
    ['<= 2.1', '2.1.0', 'yes'],
    ['<= 2.1', '2.0.9', 'yes'],
    ['<= 2.1', '2.2', 'no'],
    ['<= 2.1', '2.1.5', 'unclear'],
    ['<= 2.1', '10.0', 'no'],
    ['< 4.2', '4.2', 'no'],
    ['< 1.7.15', '1.7', 'unclear'],
    ['< 1.7.15', '1.7.9', 'yes'],
    ['8.0.x', '8.0.3', 'yes'],
    ['8.0.x', '8', 'yes'],
    ['8.1.x', '8', 'unclear'],
    ['8.0.x', '9.1', 'no'],
    ['8.0.x', '7.0', 'unclear'],
    ['1.0.2', '4.2.0', 'no'],
    ['1.0.2', '1.0.1', 'unclear'],
    ['>= 1 | <= 3', '2', 'yes'],
    ['>= 1 | <= 3', '0.9', 'no'],
    ['>= 1 | <= 3', '4', 'no'],
    ['<= 2.6A', '2.6', 'unclear'],
    ['<= 2.6A', '2.6B', 'no'],
    ['<= L81', 'L80', 'yes'],
    ['<= L81', '012U000040', 'unclear'],
    ['< 012U000040', '012U000039', 'yes'],
    ['< 1.8.4 Service Pack 01', '1.8.4', 'unclear'],
    ['<=N', 'M.04', 'yes'],
    ['<=N', 'N.01', 'unclear'],
    ['7100 | 7900', '11.0', 'unclear'],
    ['<= 12.2.x.x', '12.2.8.410', 'yes'],
    ['vers:all/*', '', 'yes'],
    ['<= 2.1', '', 'unclear'],
    ['< april 2018', '3.4', 'unclear'],
    ['<= 2.1', 'whatever is on it', 'unclear'],
    ['< 2.0', '2.0-rc1', 'yes'],
  ])('%s and %s: %s', (text, ours, answer) => expect(is(text, ours)).toBe(answer));
});

const version = fc
  .array(fc.integer({ min: 0, max: 120 }), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join('.'));

describe('of any versions and texts', () => {
  it('comparing is the same from both sides, and equal to itself', () => {
    fc.assert(
      fc.property(fc.oneof(version, fc.string()), fc.oneof(version, fc.string()), (a, b) => {
        const [one, other] = [readVersion(a), readVersion(b)];
        if (one) expect(compareVersions(one, one)).toBe(0);
        if (!one || !other) return;
        const [there, back] = [compareVersions(one, other), compareVersions(other, one)];
        expect(there === null ? null : Math.sign(there)).toBe(back === null ? null : 0 - Math.sign(back));
      }),
    );
  });

  it('every text is kept, reading never fails, and what was not read is never a "no"', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, ours) => {
        const read = readVersions(text);
        expect(read.text).toBe(text);
        expect(versionsInWords(read)).not.toBe('');
        if (read.kind === 'unparsed') expect(holds(read, ours).is).toBe('unclear');
      }),
    );
  });

  it('a bound is where it says it is', () => {
    fc.assert(
      fc.property(version, (bound) => {
        expect(is(`<= ${bound}`, bound)).toBe('yes');
        expect(is(`< ${bound}`, bound)).toBe('no');
        expect(is(`>= ${bound}`, bound)).toBe('yes');
        expect(is(bound, bound)).toBe('yes');
      }),
    );
  });

  it('of the published advisories, those that wait for a person are known', () => {
    const texts = new Set(published().flatMap(({ products }) => products.map((one) => one.version)));
    const open = [...texts].filter((text) => kindOf(text) === 'unparsed');
    expect(texts.size).toBeGreaterThan(100);
    expect(open.filter((text) => !/[A-Za-z]{3}/.test(text))).toEqual(['A10 < A11']);
    expect(open.length).toBeLessThan(30);
  });
});
