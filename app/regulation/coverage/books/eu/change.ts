/** The tests of a change: MDCG 2020-3, MDCG 2022-6, MDR and directive certificates. */
import type { SectionPlan } from '../../plan';

const SC = 'EU-MDCG-2020-3-R1';
const IVD = 'EU-MDCG-2022-6';
const CERT = 'EU-MDR-CERT';
const NBOG = 'EU-NBOG-2014-3';

export const changeSections: Readonly<Record<string, SectionPlan>> = {
  '3.1': { title: 'Significant change: principles', charts: [SC] },
  '3.2': { title: 'Significant change: gates', charts: [SC] },
  '3.3': { title: 'Significant change: information for users', charts: [SC] },
  '3.4': { title: 'Significant change: main chart', charts: [SC] },
  '3.5': { title: 'Significant change: intended purpose', charts: [SC] },
  '3.6': { title: 'Significant change: design', charts: [SC] },
  '3.7': { title: 'Significant change: software', charts: [SC] },
  '3.8': { title: 'Significant change: minor components', charts: [SC] },
  '3.10': { title: 'Significant change: materials', charts: [SC] },
  '3.11': { title: 'Significant change: sterilisation and packaging', charts: [SC] },
  '3.12': {
    title: 'Significant change: outcomes',
    charts: [SC],
    rows: { '#3': { as: ['EU-MDCG-2020-3-R1/significant'] } },
  },
  '3.13': {
    title: 'First edition of March 2020',
    rows: {
      '#1': {
        name: 'chart B of the first edition',
        as: [
          'EU-MDCG-2020-3-R1~first edition, MDCG 2020-3 (March 2020)',
          'file:app/regulation/charts/eu/mdcg-2020-3.first-2020-03.ts',
        ],
      },
      '#2': {
        name: 'chart C of the first edition',
        as: [
          'EU-MDCG-2020-3-R1~first edition, MDCG 2020-3 (March 2020)',
          'file:app/regulation/charts/eu/mdcg-2020-3.first-2020-03.ts',
        ],
      },
      'MC-0': {
        name: 'corrective actions in the first edition',
        as: [
          'EU-MDCG-2020-3-R1~first edition, MDCG 2020-3 (March 2020)',
          'file:app/regulation/charts/eu/mdcg-2020-3.first-2020-03.ts',
        ],
      },
      '#4': {
        name: 'intention of chart C',
        as: [
          'EU-MDCG-2020-3-R1~first edition, MDCG 2020-3 (March 2020)',
          'file:app/regulation/charts/eu/mdcg-2020-3.first-2020-03.ts',
        ],
      },
    },
  },
  '4': {
    title: 'Legacy in vitro diagnostics',
    charts: [IVD],
    rows: { '#3': { as: ['EU-MDCG-2022-6/GN-2', 'EU-MDCG-2022-6/GN-3'] } },
  },
  '5.1': { title: 'MDR certificate: clause', charts: [CERT] },
  '5.3': { title: 'MDR certificate: screening', charts: [CERT] },
  '5.4': { title: 'Class I without a notified body', charts: [CERT] },
  '6.1': {
    title: 'Directive certificates: legal hooks',
    rows: {
      '#1': { as: ['EU-NBOG-2014-3/6.1 II.4'] },
      '#2': { as: ['EU-NBOG-2014-3/6.1 III'] },
      '#3': { as: ['EU-NBOG-2014-3/6.1 II.3, V, VI'] },
      '#4': { as: ['EU-NBOG-2014-3/6.1 II.3, V, VI'] },
      '#5': { as: ['EU-NBOG-2014-3/6.1 AIMDD'] },
    },
  },
  '6.2': { title: 'Directive certificates: questions', charts: [NBOG] },
};
