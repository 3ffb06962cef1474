/** Support dates of Windows. See catalogue.ts for how to read a line and for source and licence. */
import type { CatalogueProduct } from './catalogue';

export const WINDOWS: readonly CatalogueProduct[] = [
  {
    name: 'Windows',
    names: ['windows'],
    standard: true,
    releases: `
      11-26h1-enterprise 2029-03-13
      11-26h1-home-pro 2028-03-14
      11-25h2-enterprise 2028-10-10
      11-25h2-home-pro 2027-10-12
      11-24h2-iot-ltsc-2024 2034-10-10
      11-24h2-enterprise-ltsc-2024 2029-10-09
      11-24h2-enterprise 2027-10-12
      11-24h2-home-pro 2026-10-13
      11-23h2-enterprise 2026-11-10
      11-23h2-home-pro 2025-11-11
      10-22h2 2025-10-14 2028-10-10
      11-22h2-enterprise 2025-10-14
      11-22h2-home-pro 2024-10-08
      10-21h2-iot-ltsc-2021 2032-01-13
      10-21h2-enterprise-ltsc-2021 2027-01-12
      10-21h2-enterprise 2024-06-11
      10-21h2-home-pro 2023-06-13
      11-21h2-enterprise 2024-10-08
      11-21h2-home-pro 2023-10-10
      10-21h1 2022-12-13
      10-20h2-enterprise 2023-05-09
      10-20h2-home-pro 2022-05-10
      10-2004 2021-12-14
      10-1909-enterprise 2022-05-10
      10-1909-home-pro 2021-05-11
      10-1903 2020-12-08
      10-1809-enterprise-ltsc-2019 2029-01-09
      10-1809-enterprise 2021-05-11
      10-1809-home-pro 2020-11-10
      10-1803-enterprise 2021-05-11
      10-1803-home-pro 2019-11-12
      10-1709-enterprise 2020-10-13
      10-1709-home-pro 2019-04-09
      10-1703-enterprise 2019-10-08
      10-1703-home-pro 2018-10-09
      10-1607-enterprise-ltsc-2016 2026-10-13
      10-1607-enterprise 2019-04-09
      10-1607-home-pro 2018-04-10
      10-1511 2017-10-10
      10-1507-enterprise-ltsc-2015 2025-10-14
      10-1507 2017-05-09
      10-1507-iot 2020-11-10
      8.1 2023-01-10
      8 2016-01-12
      7-sp1 2020-01-14
      vista-sp2 2017-04-11
      xp-sp3 2014-04-08`,
  },
  {
    name: 'Windows Server',
    names: ['windows server'],
    standard: true,
    releases: `
      2025 2034-11-14
      23h2-ac 2026-05-12
      2022 2031-10-14
      20h2-sac 2022-08-09
      2004-sac 2021-12-14
      1909-sac 2021-05-11
      1903-sac 2020-12-08
      1809-sac 2020-11-10
      2019 2029-01-09
      1803-sac 2019-11-12
      1709-sac 2019-04-09
      2016 2027-01-12 2030-01-12
      2012-r2 2023-10-10 2026-10-13
      2012 2023-10-10 2026-10-13
      2008-r2-sp1 2020-01-14 2023-01-10
      2008-sp2 2020-01-14 2023-01-10
      2003-sp2 2015-07-14
      2003-sp1 2009-04-14
      2003 2007-04-10
      2000 2010-07-13`,
  },
  {
    name: 'Windows Embedded',
    names: ['windows embedded'],
    standard: true,
    releases: `
      8.1-industry 2023-07-11
      8.1-pro 2023-01-10
      compact-2013 2023-10-10
      posready-7 2021-10-12
      compact-7 2021-04-13
      standard-7-sp1 2020-10-13
      posready-2009 2019-04-09
      standard-2009 2019-01-08
      xp-sp3 2016-01-12`,
  },
];
