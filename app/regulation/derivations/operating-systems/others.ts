/** Support dates of the operating systems of phones, tablets and desktops, and of ESXi. See catalogue.ts for how to read a line and for source and licence. */
import type { CatalogueProduct } from './catalogue';

export const OTHERS: readonly CatalogueProduct[] = [
  {
    name: 'Android',
    names: ['android'],
    standard: true,
    releases: `
      17 -
      16 -
      15 -
      14 -
      13 2026-03-02
      12.1 2025-03-03
      12 2025-03-03
      11 2024-02-05
      10 2023-03-06
      9 2022-01-01
      8.1 2021-01-10
      8.0 2021-01-01
      7.1 2019-10-01
      7.0 2019-10-01
      6.0 2018-08-01
      5.1 2018-03-01
      5.0 2018-03-01
      4.4w 2017-10-01
      4.4 2017-10-01
      4.3 ended
      4.2 ended
      4.1 ended
      4.0 ended`,
  },
  {
    name: 'iOS',
    names: ['ios', 'apple ios'],
    standard: true,
    releases: `
      26 -
      18 -
      17 2025-05-13
      16 -
      15 -
      14 2021-10-26
      13 2020-09-16
      12 2026-01-26
      11 2018-10-08
      10 2019-07-22
      9 2019-07-22
      8 2015-09-30
      7 2014-10-20
      6 2013-09-26
      5 2012-11-01`,
  },
  {
    name: 'iPadOS',
    names: ['ipados'],
    standard: true,
    releases: `
      26 -
      18 -
      17 -
      16 -
      15 -
      14 2021-10-01
      13 2020-09-16
      12 2019-09-24`,
  },
  {
    name: 'macOS',
    names: ['macos', 'mac os x', 'os x'],
    standard: true,
    releases: `
      26 -
      15 -
      14 -
      13 2025-09-15
      12 2024-09-16
      11 2026-02-02
      10.15 2026-02-02
      10.14 2021-10-25
      10.13 2020-12-01
      10.12 2019-10-01
      10.11 2018-12-01
      10.10 2017-08-01
      10.9 2016-12-01
      10.8 2015-08-13
      10.7 2012-10-04
      10.6 2011-07-25
      10.5 2009-08-13
      10.4 2007-11-14
      10.3 2005-04-15
      10.2 2003-10-03
      10.1 2002-06-06
      10.0 2001-06-22`,
  },
  {
    name: 'VMware ESXi',
    names: ['esxi', 'vmware esxi'],
    standard: true,
    releases: `
      9.1 2028-08-12
      9.0 2027-09-17
      8.0 2027-10-11
      7.0 2025-10-02
      6.7 2022-10-15
      6.5 2022-10-15
      6.0 2020-03-12
      5.5 2018-09-19
      5.1 2016-08-24
      5.0 2016-08-24`,
  },
];
