import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScanWindow } from '../../../db/schema/placement.server';
import { type AntivirusFinding, checkAntivirus, NOTHING_SAID } from './check-antivirus';
import { compareExclusions, covers, plainExclusion } from './exclusions';
import { overlapsOf, readTime, readWindows, spanInWords, spansOf, WEEK_MINUTES, windowLines } from './weekly';

describe('whether one exclusion covers another', () => {
  it.each([
    ['C:\\Merge', 'c:\\merge\\', 'yes'],
    ['C:\\Merge', 'C:/MERGE/Data/images', 'yes'],
    ['C:\\Merge\\*', 'C:\\Merge', 'yes'],
    ['C:\\Merge\\*.*', 'C:\\Merge\\Data', 'yes'],
    ['"C:\\Merge"', 'C:\\Merge', 'yes'],
    ['C:\\', 'C:\\Merge', 'yes'],
    ['\\\\?\\C:\\Merge', 'C:\\Merge', 'yes'],
    ['C:\\Merge', 'C:\\MergeHemo', 'no'],
    ['C:\\Merge\\Data', 'C:\\Merge', 'no'],
    ['D:\\Merge', 'C:\\Merge', 'no'],
    ['\\\\server\\share', '\\\\server\\share\\x', 'yes'],
    ['\\\\server\\share', '\\\\other\\share', 'no'],
    ['*.dcm', '*.DCM', 'yes'],
    ['.dcm', '*.dcm', 'yes'],
    ['*.dcm', 'C:\\Data\\image.dcm', 'yes'],
    ['*.dcm', 'C:\\Data', 'no'],
    ['*.dcm', 'C:\\Data\\*.dcm', 'yes'],
    ['C:\\Data', 'C:\\Data\\*.dcm', 'yes'],
    ['C:\\Data\\*.dcm', 'C:\\Data', 'no'],
    ['C:\\Data\\*.dcm', '*.dcm', 'no'],
    ['C:\\Data\\hemo.exe', 'hemo.exe', 'unclear'],
    ['hemo.exe', 'C:\\Data\\hemo.exe', 'yes'],
    ['C:\\*\\Data', 'C:\\Merge\\Data', 'yes'],
    ['C:\\*\\Data', 'C:\\Merge\\Hemo\\Data', 'unclear'],
    ['C:\\M?rge', 'C:\\Merge', 'yes'],
    ['C:\\Merge\\*\\Log', 'C:\\Merge\\*\\Data', 'unclear'],
    ['C:\\Merge\\a*', 'D:\\Merge\\*', 'no'],
    ['%ProgramFiles%\\Merge', '%PROGRAMFILES%\\Merge\\Data', 'yes'],
    ['%windir%\\Temp', '%SystemRoot%\\temp', 'yes'],
    ['C:\\Program Files\\Merge', '%ProgramFiles%\\Merge', 'unclear'],
    ['C:\\Other', '%ProgramFiles%\\Merge', 'no'],
    ['C:\\Other', '%MERGE_HOME%\\Data', 'unclear'],
    ['C:\\PROGRA~1\\Merge', 'C:\\Program Files\\Merge', 'unclear'],
    ['C:\\Merge', 'C:\\Merge\\..\\Windows', 'unclear'],
    ['*', 'C:\\Merge', 'yes'],
    ['*.*', '*.dcm', 'yes'],
    ['', 'C:\\Merge', 'no'],
    ['C:\\Merge', '', 'no'],
  ])('%s for %s: %s', (given, wanted, coverage) => expect(covers(given, wanted)).toBe(coverage));

  const part = fc.constantFrom('merge', 'Data', 'hemo monitor', 'x+y', '(1)');
  const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => `C:\\${parts.join('\\')}`);

  it('a folder covers itself and all below it, however it is written', () => {
    fc.assert(
      fc.property(
        path,
        fc.array(part, { maxLength: 3 }),
        fc.constantFrom('', '\\', '\\*', '\\*.*'),
        (folder, below, end) => {
          const deeper = [folder, ...below].join('\\');
          expect(covers(folder.toUpperCase() + end, deeper.replaceAll('\\', '/'))).toBe('yes');
          if (below.length > 0) expect(covers(deeper, folder)).toBe('no');
        },
      ),
    );
  });

  it('says something of whatever is typed, quickly', () => {
    const odd = fc.string({ unit: fc.constantFrom('*', '?', '\\', '%', 'a', '.', '~1', ':', ' ') });
    fc.assert(
      fc.property(odd, odd, (a, b) => {
        expect(['yes', 'no', 'unclear']).toContain(covers(a, b));
        expect(covers(a, a)).toBe(plainExclusion(a) === '' ? 'no' : 'yes');
      }),
    );
    const started = Date.now();
    covers('*a'.repeat(5000), 'a'.repeat(5000));
    covers(`C:\\${'*a'.repeat(12)}`, `C:\\${'a'.repeat(900)}b`);
    expect(Date.now() - started).toBeLessThan(2000);
  });

  it('tells what is missing from what goes beyond', () => {
    const result = compareExclusions(['C:\\', 'C:\\Temp', 'D:\\Merge'], ['D:\\Merge\\Data', 'E:\\Images']);
    expect(result.wanted.map(({ covered }) => covered)).toEqual(['yes', 'no']);
    expect(result.extra).toEqual([
      { exclusion: 'C:\\', kind: 'not_asked' },
      { exclusion: 'C:\\Temp', kind: 'not_asked' },
      { exclusion: 'D:\\Merge', kind: 'wider' },
    ]);
  });
});

describe('weekly hours', () => {
  it.each([
    ['00:00', 0],
    ['7:05', 425],
    ['0730', 450],
    ['24:00', 1440],
    ['24:01', null],
    ['25:00', null],
    ['12:60', null],
    ['noon', null],
  ])('%s', (text, minutes) => expect(readTime(text)).toBe(minutes));

  it('reads days in words and writes them so that they read back', () => {
    const read = readWindows('Mon-Fri 07:30-18:00\nSat, Sun 8:00 to 12:00\ndaily 22:00–02:00\nSat-Mon 0100-0200');
    expect(read).toMatchObject({
      ok: true,
      windows: [{ days: [1, 2, 3, 4, 5] }, { days: [6, 7] }, { days: [1, 2, 3, 4, 5, 6, 7] }, { days: [1, 6, 7] }],
    });
    if (read.ok) expect(readWindows(windowLines(read.windows))).toEqual(read);
  });

  it.each(['Funday 08:00-09:00', '08:00-09:00', 'Mon 8-9', 'Mon 25:00-26:00', 'Mon-'])('refuses %s', (line) =>
    expect(readWindows(`\n${line}`)).toMatchObject({ ok: false, problems: [expect.stringMatching(/^Line 2/)] }),
  );

  const time = fc
    .integer({ min: 0, max: 95 })
    .map(
      (quarter) => `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`,
    );
  const days = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 3 });
  const aWindow: fc.Arbitrary<ScanWindow> = fc.record({ days, from: time, to: time });

  /** Minute by minute. */
  const runs = (windows: readonly ScanWindow[], minute: number): boolean =>
    windows.some(({ days: on, from, to }) => {
      const [start = 0, end = 0] = [readTime(from) ?? 0, readTime(to) ?? 0];
      return on.some((day) => {
        const since = (minute - (day - 1) * 1440 - start + 2 * WEEK_MINUTES) % WEEK_MINUTES;
        return since < (end > start ? end - start : end - start + 1440);
      });
    });

  it('finds the shared minutes, over midnight and over Sunday', () => {
    fc.assert(
      fc.property(fc.array(aWindow, { maxLength: 3 }), fc.array(aWindow, { maxLength: 3 }), (a, b) => {
        const spans = overlapsOf(a, b);
        for (let minute = 0; minute < WEEK_MINUTES; minute += 15) {
          const shared = spans.some(({ from, to }) => minute >= from && minute < to);
          expect(shared).toBe(runs(a, minute) && runs(b, minute));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('says when in words', () => {
    const [night] = spansOf({ days: [2], from: '22:00', to: '02:00' });
    expect(night && spanInWords(night)).toBe('Tue 22:00 to Wed 02:00');
    expect(
      overlapsOf([{ days: [7], from: '22:00', to: '02:00' }], [{ days: [1], from: '01:00', to: '24:00' }]).map(
        spanInWords,
      ),
    ).toEqual(['Mon 01:00 to 02:00']);
    const always = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }];
    expect(overlapsOf(always, always).map(spanInWords)).toEqual(['all week']);
    expect(overlapsOf([], always)).toEqual([]);
  });
});

describe('a proposal against the maker and the theatre list', () => {
  const proposal = {
    ...{ product: 'Sophos Endpoint 10.8.2', exclusions: ['C:\\Hemo'], realtime: true, cpuCap: 50, updates: 'daily' },
    scans: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '12:00', to: '12:30' }],
  };
  const maker = {
    ...{
      allowed: true,
      products: ['Sophos Endpoint 10.8'],
      exclusions: ['C:\\Hemo\\Data'],
      scanRule: 'not while in use',
    },
    ...{ realtimeAllowed: true, cpuCap: 50, updatesRule: 'Daily' },
  };
  const hours = [{ label: 'Catheter laboratory', windows: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }] }];
  const of = (findings: AntivirusFinding[], about: string) =>
    findings.filter((one) => one.about === about).map(({ standing }) => standing);

  it('agrees where the maker and the hours allow it', () => {
    const night = { ...proposal, scans: [{ days: [7], from: '23:00', to: '01:00' }] };
    const found = checkAntivirus(night, maker, hours);
    expect(found.filter(({ standing }) => standing === 'breaks')).toEqual([]);
    expect(of(found, 'product')).toEqual(['agrees']);
    expect(of(found, 'scans')).toEqual(['unproven', 'agrees']);
    expect(of(found, 'exclusions')).toEqual(['agrees', 'beyond']);
    expect(of(found, 'updates')).toEqual(['agrees']);
  });

  it('breaks where a scan meets a list, an exclusion is missing, or the maker forbids it', () => {
    const strict = { ...maker, allowed: false, realtimeAllowed: false, cpuCap: 20, products: ['McAfee'] };
    const found = checkAntivirus({ ...proposal, exclusions: [] }, strict, hours);
    for (const about of ['permission', 'product', 'exclusions', 'realtime', 'cpu'])
      expect(of(found, about)).toEqual(['breaks']);
    expect(of(found, 'scans')).toEqual(['unproven', 'breaks']);
    expect(found.find(({ about, standing }) => about === 'scans' && standing === 'breaks')?.text).toContain(
      'Mon 12:00 to 12:30',
    );
  });

  it('silence is unproven in every subject, never fine', () => {
    const found = checkAntivirus({ ...proposal, exclusions: [] }, NOTHING_SAID, []);
    expect(found.every(({ standing }) => standing === 'unproven')).toBe(true);
    expect(new Set(found.map(({ about }) => about)).size).toBe(7);
    const silent = { product: '', exclusions: [], scans: [], cpuCap: null, realtime: null, updates: '' };
    expect(
      checkAntivirus(silent, maker, hours)
        .filter(({ standing }) => standing === 'agrees')
        .map(({ about }) => about),
    ).toEqual(['permission']);
  });

  it.each([
    ['Sophos Endpoint 10.8', 'agrees'],
    ['Sophos Endpoint v10.8.2', 'agrees'],
    ['SOPHOS endpoint', 'unproven'],
    ['Sophos Endpoint 10.80', 'breaks'],
    ['Sophos Endpoint 11', 'breaks'],
    ['Defender', 'breaks'],
  ])('%s: %s', (name, standing) => {
    expect(of(checkAntivirus({ ...proposal, product: name }, maker, hours), 'product')).toEqual([standing]);
  });
});
