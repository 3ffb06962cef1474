/**
 * Every document the charts cite, once: title, issuer, date, number, edition and, where it is certain, the official
 * public page. A citation names its document by the key used here, so a misspelt document does not compile.
 */
import type { Citation } from './chart';

export interface Source {
  /** Short name as it stands in a citation ("MDCG 2020-3 Rev.1"). */
  short: string;
  title: string;
  issuer: string;
  /** Date of issue, ISO: day, month or year, as precise as it is known; null when no date was seen. */
  date: string | null;
  /** Document number, docket or official number; null when there is none or none was seen. */
  number: string | null;
  /** Edition or consolidation used here. */
  edition: string;
  /** Official public page, or null when the address was not certain. */
  link: string | null;
}

export const SOURCES = {
  mdcg_2020_3_r1: {
    short: 'MDCG 2020-3 Rev.1',
    title:
      'Guidance on significant changes regarding the transitional provision under Article 120 of the MDR with regard to devices covered by certificates according to MDD or AIMDD',
    issuer: 'Medical Device Coordination Group',
    date: '2023-05-12',
    number: 'MDCG 2020-3 Rev.1',
    edition: 'Rev.1, May 2023',
    link: 'https://health.ec.europa.eu/latest-updates/update-mdcg-2020-3-rev1-guidance-significant-changes-regarding-transitional-provision-under-article-2023-05-12_en',
  },
  mdcg_2019_16: {
    short: 'MDCG 2019-16 Rev.1',
    title: 'Guidance on Cybersecurity for medical devices',
    issuer: 'Medical Device Coordination Group',
    date: '2020-07',
    number: 'MDCG 2019-16 Rev.1',
    edition: 'Rev.1, July 2020',
    link: null,
  },
  mdr: {
    short: 'MDR',
    title: 'Regulation (EU) 2017/745 on medical devices',
    issuer: 'European Parliament and Council',
    date: '2017-04-05',
    number: 'Regulation (EU) 2017/745',
    edition: 'as amended by Regulations (EU) 2023/607 and 2024/1860',
    link: 'https://eur-lex.europa.eu/eli/reg/2017/745/oj',
  },
  mdd: {
    short: 'MDD',
    title: 'Council Directive 93/42/EEC concerning medical devices',
    issuer: 'Council of the European Communities',
    date: '1993-06-14',
    number: 'Directive 93/42/EEC',
    edition: 'as amended by Directive 2007/47/EC',
    link: 'https://eur-lex.europa.eu/eli/dir/1993/42/oj',
  },
  nbog_2014_3: {
    short: 'NBOG BPG 2014-3',
    title:
      'Guidance for manufacturers and Notified Bodies on reporting of Design Changes and Changes of the Quality System',
    issuer: 'Notified Body Operations Group',
    date: '2014',
    number: 'NBOG BPG 2014-3',
    edition: '2014',
    link: null,
  },
  camd_faq: {
    short: 'CAMD transition FAQ',
    title: 'Frequently asked questions on the MDR transitional provisions',
    issuer: 'Competent Authorities for Medical Devices, transition sub-group',
    date: '2018-01',
    number: null,
    edition: 'as cited in MDCG 2020-3 Rev.1',
    link: null,
  },
  fda_software_510k: {
    short: 'FDA 510(k) software change guidance (2017)',
    title: 'Deciding When to Submit a 510(k) for a Software Change to an Existing Device',
    issuer: 'U.S. Food and Drug Administration',
    date: '2017-10-25',
    number: 'document 1500055, docket FDA-2016-D-2021',
    edition: 'final, 25 October 2017',
    link: 'https://www.fda.gov/regulatory-information/search-fda-guidance-documents/deciding-when-submit-510k-software-change-existing-device',
  },
  fda_general_510k: {
    short: 'FDA 510(k) change guidance (2017)',
    title: 'Deciding When to Submit a 510(k) for a Change to an Existing Device',
    issuer: 'U.S. Food and Drug Administration',
    date: '2017-10-25',
    number: 'document 1500054, docket FDA-2011-D-0453',
    edition: 'final, 25 October 2017',
    link: 'https://www.fda.gov/regulatory-information/search-fda-guidance-documents/deciding-when-submit-510k-change-existing-device',
  },
  fda_special_510k: {
    short: 'FDA Special 510(k) guidance (2019)',
    title: 'The Special 510(k) Program',
    issuer: 'U.S. Food and Drug Administration',
    date: '2019-09-13',
    number: 'docket FDA-2018-D-3304',
    edition: 'final, 13 September 2019',
    link: 'https://www.fda.gov/regulatory-information/search-fda-guidance-documents/special-510k-program',
  },
  fda_postmarket_cyber: {
    short: 'FDA postmarket cybersecurity guidance (2016)',
    title: 'Postmarket Management of Cybersecurity in Medical Devices',
    issuer: 'U.S. Food and Drug Administration',
    date: '2016-12-28',
    number: 'docket FDA-2015-D-5105',
    edition: 'final, 28 December 2016',
    link: 'https://www.fda.gov/regulatory-information/search-fda-guidance-documents/postmarket-management-cybersecurity-medical-devices',
  },
  fda_premarket_cyber: {
    short: 'FDA premarket cybersecurity guidance (2026)',
    title:
      'Cybersecurity in Medical Devices: Quality Management System Considerations and Content of Premarket Submissions',
    issuer: 'U.S. Food and Drug Administration',
    date: '2026-02-03',
    number: 'GUI00001825, docket FDA-2021-D-1158',
    edition: '3 February 2026',
    link: null,
  },
  fda_infusion_pumps: {
    short: 'FDA infusion pump guidance (2014)',
    title: 'Infusion Pumps Total Product Life Cycle',
    issuer: 'U.S. Food and Drug Administration',
    date: '2014-12-02',
    number: 'docket FDA-2010-D-0194',
    edition: 'final, 2 December 2014',
    link: 'https://www.fda.gov/regulatory-information/search-fda-guidance-documents/infusion-pumps-total-product-life-cycle',
  },
  cfr_21: {
    short: '21 CFR',
    title: 'Code of Federal Regulations, title 21: Food and Drugs',
    issuer: 'U.S. Food and Drug Administration',
    date: '2025',
    number: 'parts 806, 807, 820',
    edition: '2025; part 820 in the text effective 2 February 2026',
    link: 'https://www.ecfr.gov/current/title-21',
  },
  usc_21: {
    short: '21 U.S.C.',
    title: 'United States Code, title 21: Federal Food, Drug, and Cosmetic Act',
    issuer: 'Congress of the United States',
    date: '2024',
    number: 'section 360n-2 (section 524B of the Act)',
    edition: '2024 edition',
    link: null,
  },
  uk_mdr_2002: {
    short: 'UK MDR 2002',
    title: 'The Medical Devices Regulations 2002',
    issuer: 'United Kingdom',
    date: '2002-05-20',
    number: 'SI 2002/618',
    edition: 'as amended, text for Great Britain',
    link: 'https://www.legislation.gov.uk/uksi/2002/618',
  },
  uk_hie: {
    short: 'MHRA health institution exemption guidance (2025)',
    title: 'Health Institution Exemption for general medical devices',
    issuer: 'Medicines and Healthcare products Regulatory Agency',
    date: '2025-12-17',
    number: null,
    edition: '17 December 2025',
    link: 'https://www.gov.uk/government/publications/health-institution-exemption-for-general-medical-devices',
  },
  uk_hie_news: {
    short: 'MHRA news of 17 December 2025',
    title: 'MHRA updates guidance on the Health Institution Exemption to support safe use of medical devices',
    issuer: 'Medicines and Healthcare products Regulatory Agency',
    date: '2025-12-17',
    number: null,
    edition: '17 December 2025',
    link: 'https://www.gov.uk/government/news/mhra-updates-guidance-on-the-health-institution-exemption-to-support-safe-use-of-medical-devices',
  },
  uk_hie_rqa: {
    short: 'RQA summary of the MHRA news (2025)',
    title: 'Health Institution Exemption for General Medical Devices, summary',
    issuer: 'Research Quality Association (second-hand)',
    date: '2025-12-18',
    number: null,
    edition: '18 December 2025',
    link: null,
  },
  uk_off_label: {
    short: 'MHRA off-label use guidance',
    title: 'Off-label use of a medical device',
    issuer: 'Medicines and Healthcare products Regulatory Agency',
    date: '2014-12-18',
    number: null,
    edition: 'updated 1 July 2023',
    link: 'https://www.gov.uk/government/publications/medical-devices-off-label-use/off-label-use-of-a-medical-device',
  },
  uk_mda_2010_001: {
    short: 'MDA/2010/001',
    title: 'Medical Device Alert: off-label use, user modification and non-medical products',
    issuer: 'Medicines and Healthcare products Regulatory Agency',
    date: '2010',
    number: 'MDA/2010/001',
    edition: '2010',
    link: null,
  },
  uk_managing_devices: {
    short: 'MHRA Managing Medical Devices V1.3',
    title: 'Managing Medical Devices: guidance for health and social care organisations',
    issuer: 'Medicines and Healthcare products Regulatory Agency',
    date: '2021-01',
    number: 'V1.3',
    edition: 'January 2021',
    link: 'https://www.gov.uk/government/publications/managing-medical-devices',
  },
  uk_bsir_reporting: {
    short: 'BSIR copy of MHRA reporting text',
    title: 'Copy of the MHRA text on reporting adverse incidents',
    issuer: 'British Society of Interventional Radiology (second-hand)',
    date: null,
    number: null,
    edition: 'date of the copy not seen',
    link: null,
  },
  eu_mdr_as_aid: {
    short: 'EU MDR (as an aid to reading)',
    title: 'Regulation (EU) 2017/745, used only to read an undefined term of the UK regulations',
    issuer: 'European Parliament and Council',
    date: '2017-04-05',
    number: 'Regulation (EU) 2017/745',
    edition: 'not in force in Great Britain',
    link: 'https://eur-lex.europa.eu/eli/reg/2017/745/oj',
  },
  nhs_connected_devices: {
    short: 'NHS connected medical devices guidance',
    title: 'Guidance on protecting connected medical devices',
    issuer: 'NHS England, with the text of the same title hosted by AXREM',
    date: '2022',
    number: null,
    edition: '2022, steps 1 to 5',
    link: null,
  },
  dcb0160: {
    short: 'DCB0160',
    title: 'Clinical Risk Management: its Application in the Deployment and Use of Health IT Systems',
    issuer: 'NHS England',
    date: '2018',
    number: 'DCB0160 v3.2',
    edition: 'v3.2, 2018',
    link: null,
  },
  iec_80001_2010: {
    short: 'IEC 80001-1:2010',
    title: 'Application of risk management for IT-networks incorporating medical devices',
    issuer: 'International Electrotechnical Commission',
    date: '2010',
    number: 'IEC 80001-1:2010',
    edition: '1st edition',
    link: null,
  },
  iec_60601_1: {
    short: 'IEC 60601-1',
    title: 'Medical electrical equipment, part 1: general requirements for basic safety and essential performance',
    issuer: 'International Electrotechnical Commission',
    date: '2005',
    number: 'IEC 60601-1:2005 with amendments 1 and 2',
    edition: '3rd edition',
    link: null,
  },
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
  irr_2017: {
    short: 'IRR17',
    title: 'The Ionising Radiations Regulations 2017',
    issuer: 'United Kingdom',
    date: '2017',
    number: 'SI 2017/1075',
    edition: '2017',
    link: 'https://www.legislation.gov.uk/uksi/2017/1075',
  },
  irmer_2017: {
    short: 'IR(ME)R 2017',
    title: 'The Ionising Radiation (Medical Exposure) Regulations 2017',
    issuer: 'United Kingdom',
    date: '2017',
    number: 'SI 2017/1322',
    edition: '2017',
    link: 'https://www.legislation.gov.uk/uksi/2017/1322',
  },
  changemark: {
    short: 'Changemark reading',
    title: 'Reading of Changemark, applied where the documents are silent',
    issuer: 'Changemark',
    date: '2026-11-23',
    number: null,
    edition: '2026.11',
    link: null,
  },
} as const satisfies Record<string, Source>;

export type SourceKey = keyof typeof SOURCES;

/**
 * Fixes the document of a citation, so that a chart only says where in it.
 * @param source key of SOURCES
 * @returns a function from the place ("§4.3.2.3") to the citation
 */
export function citing(source: SourceKey): (at: string) => Citation {
  return (at) => ({ source, at });
}

/** The document behind a citation, or null when the key is not in SOURCES. */
export function sourceOf(citation: Citation): Source | null {
  return isSourceKey(citation.source) ? SOURCES[citation.source] : null;
}

/**
 * A citation as it is printed: "MDCG 2020-3 Rev.1 §4.3.2.3".
 * @throws when the document is not in SOURCES: a chart with an unknown document is a defect, not a case to print around
 */
export function citationText(citation: Citation): string {
  const source = sourceOf(citation);
  if (!source) throw new Error(`citation of an unknown document: ${citation.source}`);
  if (citation.at === '') return source.short;
  // "§4.3.2.3", "Chart C" and "reg 2" follow the name directly; a place in words is set off by a comma.
  const inWords = /^[a-z]/.test(citation.at) && !citation.at.startsWith('reg ');
  return `${source.short}${inWords ? ', ' : ' '}${citation.at}`;
}

function isSourceKey(key: string): key is SourceKey {
  return Object.hasOwn(SOURCES, key);
}
