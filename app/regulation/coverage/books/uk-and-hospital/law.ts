/** Laws of the United Kingdom on devices. */
import { REASONS, type SectionPlan } from '../../plan';

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

export const lawSections: Readonly<Record<string, SectionPlan>> = {
  '0.1': { title: 'Marks', why: REASONS.mark },
  '0.2': {
    title: 'Instruments and documents',
    charts: ALL,
    rows: {
      'UK-MDR': { as: ['source:uk_mdr_2002', 'UK-MDR-H', 'UK-MDR-S'] },
      'UK-MDR-P4A': { as: ['UK-MDR-P4A', 'UK-MDR-P4A-TIME', 'UK-MDR-FSCA'] },
      'GB-CE': { as: ['GB-CE'] },
      'UK-HIE': { as: ['UK-HIE'] },
      'UK-OFFLABEL': { as: ['UK-OFFLABEL', 'source:uk_off_label'] },
      'UK-MDA2010': { as: ['source:uk_mda_2010_001', 'UK-MDR-H/UK-O5'] },
      'UK-MMD': { as: ['source:uk_managing_devices', 'UK-OFFLABEL/UK-MMD contents'] },
      'UK-VIG': { as: ['UK-MDR-P4A'] },
      'NI-MDR': {
        name: 'Northern Ireland: European rules',
        as: ['file:app/regulation/derivations/from-site.ts', 'GB-CE/UK-M1'],
      },
      '#10': { as: ['DCB0129', 'DCB0160'] },
      'NHS-ALERT': { as: ['NHS-ALERT'] },
      'NHS-CMD': { as: ['NHS-CMD'] },
      'NHS-SEG': { as: ['NHS-SEG'] },
      'DSPT-CAF': { as: ['NHS-ALERT/DSPT who', 'NHS-ALERT/CAF A2'] },
      'NHS-CHARTER': { as: ['NHS-CMD/NHS-CHARTER'] },
      DTAC2: { as: ['NHS-CMD/DTAC2'] },
      'IEC-80001-1': { as: ['IEC-80001-1'] },
      MDS2: { as: ['source:mds2_2019', 'file:app/regulation/derivations/from-mds2.ts'] },
    },
  },
  '0.3': {
    title: 'Outcomes',
    charts: ALL,
    rows: {
      '#15': { name: 'outcomes of the other tables', as: ['UK-HIE', 'UK-MDR-P4A', 'NHS-ALERT', 'IEC-80001-1'] },
    },
  },
  '0.4': { title: 'Three questions', charts: ALL },
  '1': {
    title: 'Summary',
    rows: {
      '#1': { name: 'no Article 16 in Great Britain', as: ['UK-MDR-H~no provision like EU MDR Art. 16'] },
      '#2': { name: 'off-label use', as: ['UK-MDR-H/UK-O1', 'UK-MDR-H/UK-O2'] },
      '#3': { as: ['UK-MDR-H/UK-O5'] },
      '#4': { as: ['NHS-CMD/NHS-CMD modification', 'UK-MDR-H~three months or more'] },
      '#5': { name: 'health institution exemption', as: ['UK-HIE', 'UK-HIE/UK-D7'] },
      '#6': { name: 'significant change: tell the body', as: ['UK-MDR-S/O-AB'] },
      '#7': { name: 'corrective action: tell responsible person and body', as: ['UK-MDR-FSCA/UK-S10'] },
      '#8': { name: 'clocks for serious incidents', as: ['UK-MDR-P4A-TIME'] },
      '#9': { name: 'high-severity alerts', as: ['NHS-ALERT/NHS-A1', 'NHS-ALERT/NHS-A2'] },
      '#10': { name: 'clinical safety of any modification', as: ['DCB0129/7.3.1', 'DCB0129/7.3.3'] },
      '#11': { as: ['DCB0129/DCB legal force'] },
      '#12': {
        name: 'dates of Windows',
        as: ['system:Windows 10 22H2', 'system:Windows Server 2012 R2', 'system:Windows Server 2016'],
      },
    },
  },
  '2.1': {
    title: 'Laws and dates',
    rows: {
      '#1': { as: ['GB-CE/UK-2.1 made'] },
      '#2': { name: 'parts of the regulations', as: ['GB-CE/UK-2.1 made'] },
      '#3': { as: ['GB-CE/UK-M3-a'] },
      '#4': { as: ['GB-CE/UK-M5-a'] },
      '#5': { as: ['GB-CE/UK-M4-a'] },
      '#6': { as: ['GB-CE/UK-2.1 dates'] },
      '#7': { name: 'amendment of 2023', as: ['GB-CE'] },
      '#8': { as: ['UK-MDR-FSCA/Part 4A map', 'UK-MDR-FSCA/Part 4A reach'] },
      '#9': { as: ['GB-CE/UK-2.1 consultation'] },
      '#10': { name: 'result of the consultation', as: ['GB-CE/UK-2.1 consultation'] },
      '#11': { as: ['GB-CE/UK-2.1 reform'] },
      '#12': { as: ['UK-MDR-S/UK-MDR cyber'] },
      PCCP: { as: ['UK-MDR-S/UK-MDR PCCP'] },
    },
  },
  '2.2': { title: 'Market status', charts: [CE, S] },
  '2.3': { title: 'Who is a manufacturer', charts: [H] },
  '2.4': { title: 'Hospital-side change', charts: [H, S] },
  '2.5': { title: 'Maker-side change', charts: [S, H, FSCA] },
  '2.6': { title: 'Directive devices on the market', charts: [CE, S] },
  '2.7': { title: 'Health institution exemption', charts: [HIE, H] },
  '2.8': { title: 'Off-label use and modification', charts: [OFF, H] },
  '2.9': {
    title: 'Managing Medical Devices',
    rows: {
      '#1': { as: ['UK-OFFLABEL/UK-MMD 2'] },
      '#2': { as: ['UK-OFFLABEL/UK-MMD 2 (records)'] },
      '#3': { as: ['UK-OFFLABEL/UK-MMD 3 (modification)'] },
      '#4': { as: ['UK-OFFLABEL/UK-MMD 3 (buying)'] },
      '#5': { as: ['UK-OFFLABEL/UK-MMD 7'] },
      '#6': { as: ['UK-OFFLABEL/UK-MMD 8 (maintenance)'] },
      '#7': { as: ['UK-OFFLABEL/UK-MMD 8 (providers)'] },
      '#8': { as: ['UK-OFFLABEL/UK-MMD 10'] },
    },
  },
  '2.10': {
    title: 'Vigilance',
    charts: [P4A, TIME, FSCA],
    rows: {
      '#13': { name: 'vigilance of the device', as: ['UK-MDR-P4A/UK-2.10 fan-out'] },
      '#14': { name: 'personal data', as: ['UK-MDR-P4A/UK-2.10 fan-out'] },
      '#15': { name: 'essential services', as: ['UK-MDR-P4A/UK-2.10 fan-out'] },
      '#16': { name: 'patient safety', as: ['UK-MDR-P4A/UK-2.10 fan-out'] },
      '#17': { name: 'cyber operations of the health service', as: ['UK-MDR-P4A/UK-2.10 fan-out'] },
    },
  },
  '2.11': {
    title: 'Software and cyber programme of the MHRA',
    rows: {
      '#1': { as: ['UK-MDR-S/UK-2.11'] },
      '#2': { name: 'cyber part of the programme', as: ['UK-MDR-S/UK-2.11'] },
      '#3': { name: 'no dedicated cyber guidance found', as: ['UK-MDR-S/UK-MDR cyber'] },
      '#4': { name: 'DTAC for software', as: ['NHS-CMD/DTAC2'] },
    },
  },
};
