/** The health service in England and the standards of networks and software. */
import type { SectionPlan } from '../../plan';

const H = 'UK-MDR-H';
const S = 'UK-MDR-S';
const CE = 'GB-CE';
const HIE = 'UK-HIE';
const OFF = 'UK-OFFLABEL';
const P4A = 'UK-MDR-P4A';
const TIME = 'UK-MDR-P4A-TIME';
const FSCA = 'UK-MDR-FSCA';
const MAKER = 'DCB0129';
const THIRD = 'DCB0129-2.5';
const DEPLOY = 'DCB0160';
const ALERT = 'NHS-ALERT';
const CMD = 'NHS-CMD';
const SEG = 'NHS-SEG';
const RISK = 'IEC-80001-1';
const ALL = [H, S, CE, HIE, OFF, P4A, TIME, FSCA, MAKER, THIRD, DEPLOY, ALERT, CMD, SEG, RISK];
const SAFETY = [MAKER, DEPLOY, THIRD];

export const healthServiceSections: Readonly<Record<string, SectionPlan>> = {
  '3.1': {
    title: 'Clinical safety',
    charts: SAFETY,
    rows: {
      '#10': { as: ['DCB0129~safety case is maintained'] },
      '#36': { name: 'risk matrix, likelihood very high', as: ['DCB0160/NHS-C5-matrix', 'DCB0129/DCB matrix'] },
      '#37': { name: 'risk matrix, likelihood high', as: ['DCB0160/NHS-C5-matrix', 'DCB0129/DCB matrix'] },
      '#38': { name: 'risk matrix, likelihood medium', as: ['DCB0160/NHS-C5-matrix', 'DCB0129/DCB matrix'] },
      '#39': { name: 'risk matrix, likelihood low', as: ['DCB0160/NHS-C5-matrix', 'DCB0129/DCB matrix'] },
      '#40': { name: 'risk matrix, likelihood very low', as: ['DCB0160/NHS-C5-matrix', 'DCB0129/DCB matrix'] },
      '#41': { name: 'severity, death or lasting harm', as: ['DCB0160/NHS-C5-severity'] },
      '#42': { name: 'severity, severe harm', as: ['DCB0160/NHS-C5-severity'] },
      '#43': { name: 'severity, lesser lasting harm', as: ['DCB0160/NHS-C5-severity'] },
      '#44': { name: 'severity, minor harm', as: ['DCB0160/NHS-C5-severity'] },
      '#45': { as: ['DCB0160/Role: Clinical Safety Officer'] },
      '#46': { as: ['DCB0160/Role: clinical engineering lead'] },
      '#47': { as: ['DCB0160/Role: cyber security lead'] },
      '#48': { as: ['DCB0160/Role: regulatory affairs, quality'] },
      '#49': { as: ['DCB0160/Role: information asset owner, SIRO'] },
      '#50': { as: ['DCB0160/Role: Medical Device Safety Officer'] },
      '#51': { as: ['DCB0160/Role: change advisory board'] },
    },
  },
  '3.2': {
    title: 'Cyber assessment framework',
    rows: {
      '#1': { as: ['NHS-ALERT/CAF A2'] },
      '#2': { as: ['NHS-ALERT/CAF A3.a'] },
      '#3': { as: ['NHS-ALERT/CAF A4'] },
      '#4': { as: ['NHS-ALERT/CAF B2'] },
      '#5': { as: ['NHS-ALERT/CAF B3.a'] },
      '#6': { as: ['NHS-ALERT/CAF B4.a'] },
      '#7': { as: ['NHS-ALERT/CAF B4.b'] },
      '#8': { as: ['NHS-ALERT/CAF B4.c'] },
      '#9': { as: ['NHS-ALERT/CAF B4.d'] },
      '#10': { as: ['NHS-ALERT/CAF B5'] },
      '#11': { as: ['NHS-ALERT/CAF C1'] },
      '#12': { as: ['NHS-ALERT/CAF D1'] },
    },
  },
  '3.3': { title: 'High-severity alerts', charts: [ALERT] },
  '3.4': { title: 'Connected devices', charts: [CMD, SEG] },
  '3.5': {
    title: 'Procurement',
    charts: ALL,
    rows: {
      PAQ: { as: ['NHS-CMD/PAQ'] },

      '#4': { as: ['NHS-CMD/MDS2 and SBOM'] },
      '#5': { as: ['NHS-CMD/Cyber Essentials'] },
      '#6': { as: ['NHS-ALERT/NIS bill'] },
      '#7': { as: ['NHS-ALERT/NIS operators'] },
    },
  },
  '3.6': {
    title: 'Unsupported systems',
    rows: { '#1': { as: ['NHS-CMD/3.6 unsupported systems'] }, '#2': { as: ['NHS-CMD/3.6 exception record'] } },
  },
  '4.1': {
    title: 'IEC 80001-1',
    charts: [RISK],
    rows: {
      '#1': { as: ['IEC-80001-1/4.1 subject'] },
      '#2': { as: ['IEC-80001-1/4.1 who'] },
      '#3': { as: ['IEC-80001-1/4.1 key properties'] },
      '#4': { as: ['IEC-80001-1/4.1 structure'] },
      '#5': { as: ['IEC-80001-1/4.1 acceptable risk'] },
      '#6': { name: 'control inside the device', as: ['IEC-80001-1/4.4.4.3'] },
      '#7': { as: ['IEC-80001-1/4.1 scope note'] },
      '#8': { as: ['IEC-80001-1/4.1 change permit'] },
      '#9': { as: ['IEC-80001-1/4.1 responsibility agreement'] },
      '#10': { as: ['IEC-80001-1/4.1 helpful parts'] },
    },
  },
  '4.2': {
    title: 'IEC 62304',
    charts: ALL,
    rows: {
      '4.3': { as: ['UK-MDR-S/IEC 62304 4.3'] },
      '5.3.3-5.3.4': { as: ['UK-MDR-S/IEC 62304 5.3.3-5.3.4'] },
      '6.1': { as: ['UK-MDR-S/IEC 62304 6.1'] },
      '6.2.1-6.2.2': { as: ['UK-MDR-S/IEC 62304 6.2.1-6.2.2'] },
      '6.2.3': { as: ['UK-MDR-S/IEC 62304 6.2.3'] },
      '6.2.4': { as: ['UK-MDR-S/IEC 62304 6.2.4'] },
      '6.2.5': { as: ['UK-MDR-S/IEC 62304 6.2.5'] },
      '6.3.1-6.3.2': { as: ['UK-MDR-S/IEC 62304 6.3.1-6.3.2'] },
      '7.4.1': { as: ['UK-MDR-S/IEC 62304 7.4.1'] },
      '7.4.2': { as: ['UK-MDR-S/IEC 62304 7.4.2'] },
      '7.4.3': { as: ['UK-MDR-S/IEC 62304 7.4.3'] },
      '8.1.2': { as: ['UK-MDR-S/IEC 62304 8.1.2'] },
      '8.2.1-8.2.4': { as: ['UK-MDR-S/IEC 62304 8.2.1-8.2.4'] },
      '9.1-9.8': { as: ['UK-MDR-S/IEC 62304 9.1-9.8'] },
      '9.4': { as: ['UK-MDR-S/IEC 62304 9.4'] },
      '#16': { as: ['UK-MDR-S/IEC 62304 5.6.6 / 5.7.3'] },
    },
  },
  '4.3': {
    title: 'IEC 81001-5-1',
    charts: ALL,
    rows: {
      '4.1.9': { as: ['UK-MDR-S/IEC 81001-5-1 4.1.9'] },
      '6.1.1': { as: ['UK-MDR-S/IEC 81001-5-1 6.1.1'] },
      '6.2.x': { as: ['UK-MDR-S/IEC 81001-5-1 6.2.x'] },
      '6.3.x': { as: ['UK-MDR-S/IEC 81001-5-1 6.3.x'] },
      '7.x': { as: ['UK-MDR-S/IEC 81001-5-1 7.x'] },
      '9.x': { as: ['UK-MDR-S/IEC 81001-5-1 9.x'] },
      '#6': { as: ['UK-MDR-S/IEC 81001-5-1 8'] },
      '#8': { as: ['UK-MDR-S/IEC 81001-5-1 categories'] },
      '#9': { as: ['UK-MDR-S/IEC 81001-5-1 Annex F'] },
    },
  },
  '4.5': {
    title: 'IEC 60601-1 clause 14',
    rows: {
      '14.1-14.12': { as: ['UK-MDR-S/IEC 60601-1 14.1-14.12'] },
      '14.13': { as: ['IEC-80001-1/IEC 60601-1 14.13 (information)'] },
      '#3': { as: ['IEC-80001-1/IEC 60601-1 14.13 (warning)'] },
    },
  },
};
