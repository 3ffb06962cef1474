/** Documents cited. European Union: legislation, guidance of the MDCG and of the notified bodies. */
import type { Source } from './source';

export const euSources = {
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
  eu_mdr_as_aid: {
    short: 'EU MDR (as an aid to reading)',
    title: 'Regulation (EU) 2017/745, used only to read an undefined term of the UK regulations',
    issuer: 'European Parliament and Council',
    date: '2017-04-05',
    number: 'Regulation (EU) 2017/745',
    edition: 'not in force in Great Britain',
    link: 'https://eur-lex.europa.eu/eli/reg/2017/745/oj',
  },
} as const satisfies Record<string, Source>;
