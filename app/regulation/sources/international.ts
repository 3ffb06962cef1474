/** Documents cited. Regulators elsewhere, IMDRF, and the disclosure statement of makers. */
import type { Source } from './source';

export const internationalSources = {
  imdrf_n60: {
    short: 'IMDRF N60',
    title: 'Principles and Practices for Medical Device Cybersecurity',
    issuer: 'International Medical Device Regulators Forum',
    date: '2020',
    number: 'IMDRF/CYBER WG/N60FINAL:2020',
    edition: '2020',
    link: 'https://www.imdrf.org/documents/principles-and-practices-medical-device-cybersecurity',
  },
  imdrf_n70: {
    short: 'IMDRF N70',
    title: 'Principles and Practices for the Cybersecurity of Legacy Medical Devices',
    issuer: 'International Medical Device Regulators Forum',
    date: '2023',
    number: 'IMDRF/CYBER WG/N70FINAL:2023',
    edition: '2023',
    link: null,
  },
  mds2_2019: {
    short: 'MDS2 form (2019)',
    title: 'Manufacturer Disclosure Statement for Medical Device Security',
    issuer: 'NEMA',
    date: '2019',
    number: 'ANSI/NEMA HN 1-2019',
    edition: '2019',
    link: null,
  },
} as const satisfies Record<string, Source>;
