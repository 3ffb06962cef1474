import { describe, expect, it } from 'vitest';
import { findOperatingSystem } from './catalogue';

describe('finding an operating system', () => {
  it.each([
    ['windows', '7', '2020-01-14', null],
    ['Windows 7', '', '2020-01-14', null],
    ['Microsoft Windows', 'XP SP3', '2014-04-08', null],
    ['Windows 7 Embedded', '', '2021-10-12', null],
    ['Windows Embedded Standard', '7', '2020-10-13', null],
    ['Windows Embedded Standard 2009', '', '2019-01-08', null],
    ['Windows XP Embedded', '', '2016-01-12', null],
    ['Windows', '8.1', '2023-01-10', null],
    ['windows', '10 22H2', '2025-10-14', '2028-10-10'],
    ['Windows 10 Enterprise LTSC', '2019', '2029-01-09', null],
    ['Windows 10 IoT', 'LTSC 2021', '2032-01-13', null],
    ['Windows 10 IoT Enterprise LTSC', '2021', '2032-01-13', null],
    ['Windows 11 IoT Enterprise LTSC 2024', '', '2034-10-10', null],
    ['windows server', '2012', '2023-10-10', '2026-10-13'],
    ['Windows Server 2012 R2', undefined, '2023-10-10', '2026-10-13'],
    ['Ubuntu', '18.04.5', '2023-05-31', '2028-04-01'],
    ['Red Hat Enterprise Linux', '7.9', '2024-06-30', '2029-05-31'],
    ['CentOS', '6', '2020-11-30', null],
  ])('%s %s ended on %s, paid until %s', (product, release, lastDay, lastPaidDay) => {
    expect(findOperatingSystem(product, release)).toMatchObject({ standard: true, lastDay, lastPaidDay });
  });

  it('gives the latest end where a name fits several releases, so that nothing ends too early', () => {
    expect(findOperatingSystem('Windows', '10')?.lastDay).toBe('2032-01-13');
    expect(findOperatingSystem('Windows', '11 24H2')?.lastDay).toBe('2034-10-10');
  });

  it('knows the product but no date where the release is missing or unheard of', () => {
    expect(findOperatingSystem('Windows')).toMatchObject({ name: 'Windows', standard: true, lastDay: undefined });
    expect(findOperatingSystem('Windows', 'banana')?.lastDay).toBeUndefined();
    expect(findOperatingSystem('macOS', '26')?.lastDay).toBeNull();
  });

  it('does not call a kernel or a build system a standard product', () => {
    expect(findOperatingSystem('Linux', '4.19')).toMatchObject({ standard: false, lastDay: '2024-12-05' });
    expect(findOperatingSystem('Yocto', '2.7')?.standard).toBe(false);
  });

  it('says nothing about what it does not hold', () => {
    expect(findOperatingSystem('QNX Neutrino', '6.5')).toBeNull();
    expect(findOperatingSystem('', '')).toBeNull();
    expect(findOperatingSystem('windowsish', '7')).toBeNull();
    expect(findOperatingSystem('Ω'.repeat(100_000), '7')).toBeNull();
  });
});
