import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Carrier, readCarrier } from './carrier';
import samples from './samples/carriers.json';

const TODAY = new Date('2026-11-29T12:00:00Z');

const as = ({ agency, di, lot, serial, manufactured, expires, donation, warnings }: Carrier) => ({
  issuing_agency: agency,
  di,
  lot: lot || null,
  serial: serial || null,
  manufacture_date: manufactured || null,
  expiration_date: expires || null,
  warnings,
  ...(donation ? { donation_id: donation } : {}),
});

describe('the published samples', () => {
  it.each(samples.samples.map((one) => [one.input, one] as const))(
    '%s',
    (input, { source: _, input: __, ...expected }) => {
      expect(as(readCarrier(input, TODAY))).toEqual(expected);
    },
  );
});

describe('GS1', () => {
  const read = (text: string) => readCarrier(text, TODAY);

  it('reads brackets and scans alike', () => {
    const scanned = read(']d2\u001d010950600011784321A(1)\u001d17270200\u001d80122.1');
    expect(scanned).toEqual(read('(01)09506000117843(21)A(1)(17)270200(8012)2.1'));
    expect(scanned).toMatchObject({ serial: 'A(1)', expires: '2027-02-28', softwareVersion: '2.1', warnings: [] });
  });

  it.each([
    ['76', '2076'],
    ['77', '1977'],
    ['26', '2026'],
    ['00', '2000'],
  ])('takes the two digits %s for %s', (two, year) => {
    expect(read(`(01)09506000117843(11)${two}0101`).manufactured).toBe(`${year}-01-01`);
  });

  it.each([
    ['(01)09506000117844', 'GTIN check digit wrong'],
    ['(01)0950600011784X', 'DI is not 14 digits'],
    ['(01)09506000117843(17)261301', 'expiration date is not a date: 261301'],
    ['(01)09506000117843(11)260230', 'manufacture date is not a date: 260230'],
    ['(01)09506000117843(10)', 'lot is empty'],
    ['(01)09506000117843(10)ABCDEFGHIJKLMNOPQRSTU', 'lot is longer than 20 characters'],
    ['(01)09506000117843(01)00844588018923', 'DI stands there twice'],
    ['(01)09506000117843(91)X', '(91) is not read: X'],
    ['(10)A', 'DI is missing'],
    ['095060001178', 'DI is not 14 digits'],
    ['Pump 7', 'This is no carrier of GS1, HIBCC or ICCBBA'],
  ])('says of %s: %s', (text, warning) => {
    expect(read(text).warnings).toContain(warning);
  });

  it('keeps what can be read beside what cannot', () => {
    expect(read('(01)09506000117843(17)261301(21)7')).toMatchObject({ di: '09506000117843', expires: '', serial: '7' });
  });
});

describe('HIBCC', () => {
  const day = (segment: string) => readCarrier(`+A999ABC123DE0/${segment}X`, TODAY);

  it.each([
    ['$$0220LOT', '2020-02-29', 'LOT', ''],
    ['$$2020220LOT', '2020-02-02', 'LOT', ''],
    ['$$3200202LOT', '2020-02-02', 'LOT', ''],
    ['$$420020223LOT', '2020-02-02', 'LOT', ''],
    ['$$520033LOT', '2020-02-02', 'LOT', ''],
    ['$$62003323LOT', '2020-02-02', 'LOT', ''],
    ['$$7LOT', '', 'LOT', ''],
    ['$LOT', '', 'LOT', ''],
    ['$+SER', '', '', 'SER'],
    ['$$+0220SER', '2020-02-29', '', 'SER'],
    ['$$+3200202SER', '2020-02-02', '', 'SER'],
    ['$$+7SER', '', '', 'SER'],
    ['SSER', '', '', 'SER'],
    ['14D20200202', '2020-02-02', '', ''],
  ])('reads %s', (segment, expires, lot, serial) => {
    expect(day(segment)).toMatchObject({ di: 'A999ABC123DE0', expires, lot, serial });
  });

  it.each([
    ['$$420020224LOT', 'expiration date is not a date: 20020224'],
    ['$$1320LOT', 'expiration date is not a date: 1320'],
    ['$$520367LOT', 'expiration date is not a date: 20367'],
    ['16D20130230', 'manufacture date is not a date: 16D20130230'],
    ['?', 'not read: ?'],
  ])('says what is wrong with %s', (segment, warning) => expect(day(segment).warnings).toContain(warning));
});

describe('ICCBBA', () => {
  it.each([
    ['=/A9999XYZ100T0944=>014366', 'expiration date is not a date: 014366'],
    ['=/A9999XYZ100T09', 'DI is not 16 characters'],
    ['=,000025', 'DI is missing'],
    ['=/A9999XYZ100T0944=%5100', 'not read: =%5100'],
  ])('says of %s: %s', (text, warning) => expect(readCarrier(text, TODAY).warnings).toContain(warning));
});

it('reads any text at all without failing, and never drops it in silence', () => {
  const text = fc.stringMatching(/^[-+=&/,$()>}0-9A-Z]{1,60}$/);
  fc.assert(
    fc.property(text, (written) => {
      const { agency, di, warnings } = readCarrier(written, TODAY);
      expect(agency !== null && di !== '' ? true : warnings.length > 0).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
