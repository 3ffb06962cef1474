/** Operators, identification, class, vigilance, other laws. */
import type { SectionPlan } from '../../plan';

const SC = 'EU-MDCG-2020-3-R1';
const IVD = 'EU-MDCG-2022-6';
const CERT = 'EU-MDR-CERT';
const NBOG = 'EU-NBOG-2014-3';
const A16 = 'EU-MDR-ART16';
const A55 = 'EU-MDR-ART5-5';
const CYBER = 'EU-MDCG-2019-16';
const UDI = 'EU-MDR-UDI';
const CLASS = 'EU-MDR-CLASS';
const VIG = 'EU-MDR-VIG';
const FSCA = 'EU-MDR-FSCA';
const AIA = 'EU-AIA';
const ALL = [SC, IVD, CERT, NBOG, CYBER, A16, A55, UDI, CLASS, VIG, FSCA, AIA];

export const operatorAndMarketSections: Readonly<Record<string, SectionPlan>> = {
  '7.1': { title: 'Who becomes manufacturer', charts: [A16] },
  '7.2': { title: 'Operator changes the device', charts: [CYBER] },
  '7.3': { title: 'Operator changes the environment', charts: [CYBER] },
  '7.4': { title: 'Other roles', charts: [CYBER, A16, ...ALL] },
  '7.5': { title: 'Health institution exemption', charts: [A55] },
  '8.1': { title: 'Requirements a security change can touch', as: ['EU-MDCG-2019-16/8.1'] },
  '8.2': {
    title: 'Duties by role',
    rows: {
      '#1': { as: ['EU-MDCG-2019-16/8.2 manufacturer practices'] },
      '#2': { as: ['EU-MDCG-2019-16/8.2 manufacturer risk'] },
      '#3': { as: ['EU-MDCG-2019-16/8.2 manufacturer environment'] },
      '#4': { as: ['EU-MDCG-2019-16/8.2 manufacturer support life'] },
      '#5': { name: 'maker: files after a security fix', as: ['EU-MDCG-2019-16/8.2 manufacturer support life'] },
      '#6': { as: ['EU-MDCG-2019-16/8.2 integrator'] },
      '#7': { as: ['EU-MDCG-2019-16/8.2 operator'] },
      '#8': { as: ['EU-MDCG-2019-16/8.2 operator patching'] },
      '#9': { as: ['EU-MDCG-2019-16/8.2 operator good practice'] },
    },
  },
  '9': { title: 'UDI', charts: [UDI] },
  '10.2': { title: 'Class of software', charts: [CLASS] },
  '10.4': {
    title: 'Routes and certificates by class',
    as: ['EU-MDR-CERT/10.4', 'EU-MDR-CERT/10.4 directives', 'EU-MDR-CERT/MR-1'],
  },
  '11.1': { title: 'Serious incident', charts: [VIG] },
  '11.2': { title: 'Field safety corrective action', charts: [FSCA] },
  '11.3': { title: 'Vigilance outcomes', charts: [VIG, FSCA], rows: { '#1': { as: ['EU-MDR-FSCA/fsca'] } } },
  '12': { title: 'AI Act', charts: [AIA] },
  '13': { title: 'NIS2 and CRA', charts: ALL },
};
