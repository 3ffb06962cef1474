/** Kinds of change, records, ambiguities, examples, editions. */
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

export const practiceSections: Readonly<Record<string, SectionPlan>> = {
  '14': {
    title: 'Kinds of security change',
    rows: {
      '#1': { name: 'patch of the operating system', as: ['kind:os_patch'] },
      '#2': { name: 'patch of application or firmware', as: ['kind:app_patch'] },
      '#3': { name: 'firmware with features', as: ['kind:firmware_update', 'kind:feature_update'] },
      '#4': { name: 'upgrade of the operating system', as: ['kind:os_upgrade'] },
      '#5': { name: 'anti-malware or agent', as: ['kind:av_install', 'kind:edr_agent'] },
      '#6': { name: 'signatures of approved anti-malware', as: ['kind:av_signature_update'] },
      '#7': { name: 'firewall or allow-list on the device', as: ['kind:host_firewall', 'kind:allow_listing'] },
      '#8': {
        name: 'firewall, zones, inspection outside',
        as: ['kind:network_firewall', 'kind:segmentation', 'kind:passive_ids', 'kind:inline_ips'],
      },
      '#9': { name: 'isolation', as: ['kind:isolation'] },
      '#10': { name: 'hardening of the configuration', as: ['kind:hardening'] },
      '#11': { name: 'encryption or login on an existing channel', as: ['kind:encryption_or_auth'] },
      '#12': { name: 'remote access, cloud, logs', as: ['kind:remote_access', 'kind:logging'] },
      '#13': { name: 'passwords and certificates', as: ['kind:credential_rotation', 'kind:certificate_renewal'] },
      '#14': { name: 'second factor, lock', as: ['kind:mfa_or_lock'] },
      '#15': { name: 'function or port removed', as: ['kind:hardening'] },
      '#16': { name: 'computer, virtualisation, cloud', as: ['kind:hardware_swap', 'kind:virtualisation'] },
      '#17': { name: 'compensating control only', as: ['kind:network_firewall'] },
    },
  },
  '15': {
    title: 'Records by outcome',
    rows: {
      '#1': { as: ['EU-MDCG-2020-3-R1~Legacy change assessment'] },
      '#2': {
        name: 'change notification under the MDR',
        as: ['EU-MDR-CERT/nb_notify', 'EU-MDR-CERT/nb_prior_approval'],
      },
      '#3': { as: ['EU-MDCG-2019-16~Operator change record'] },
      '#4': { as: ['EU-MDCG-2019-16~Environment change record'] },
      '#5': { as: ['EU-MDCG-2019-16~Question to the manufacturer with its date'] },
      '#6': { name: 'screening for vigilance', as: ['EU-MDR-VIG/serious_incident', 'EU-MDR-FSCA/fsca'] },
    },
  },
  '16': {
    title: 'Ambiguities and defaults',
    rows: {
      '#1': { name: 'chart C broader than the text', as: ['EU-MDCG-2020-3-R1~narrowed tests of the text'] },
      '#2': { name: 'minor component change', as: ['EU-MDCG-2020-3-R1~known ambiguity 2'] },
      '#3': { name: 'database structure', as: ['EU-MDCG-2020-3-R1/C2-c'] },
      '#4': { name: 'design question for software', as: ['EU-MDCG-2020-3-R1/3.4.1'] },
      '#5': { name: 'installed units', as: ['EU-MDCG-2020-3-R1~known ambiguity 5'] },
      '#6': { name: 'accepted by an authority', as: ['EU-MDCG-2020-3-R1/MC-0-a', 'EU-MDCG-2020-3-R1/MC-0-b'] },
      '#7': { name: 'other Union law', as: ['EU-MDCG-2020-3-R1/ND-2'] },
      '#8': { name: 'Annex IX 4.10 for IIa and IIb', as: ['EU-MDR-CERT~known ambiguity 8'] },
      '#9': { name: 'MDCG 2020-3 by analogy', as: ['EU-MDR-CERT~known ambiguity 9'] },
      '#10': { name: 'Art. 16(1)(c) for legacy and old devices', as: ['EU-MDR-ART16~known ambiguity 10'] },
      '#11': { name: 'Art. 5(5) for security work', as: ['EU-MDR-ART5-5~known ambiguity 11'] },
      '#12': { name: 'unavailability as serious incident', as: ['EU-MDR-VIG~known ambiguity 12'] },
      '#13': { name: 'list of UDI triggers', as: ['EU-MDR-UDI~known ambiguity 13'] },
      '#14': { name: 'EUDAMED dates', as: ['EU-MDR-UDI~known ambiguity 14'] },
      '#15': { name: 'reform and AI omnibus', as: ['EU-AIA~known ambiguity 15', 'EU-MDR-CERT/2.3 reform'] },
    },
  },
  '17': {
    title: 'Illustrative examples',
    rows: {
      '#1': {
        name: 'coding error put right',
        as: ['EU-MDCG-2020-3-R1/not_significant', 'file:app/regulation/examples/eu.ts'],
      },
      '#2': {
        name: 'security update',
        as: ['EU-MDCG-2020-3-R1/not_significant', 'file:app/regulation/examples/eu.ts'],
      },
      '#3': {
        name: 'standard operating system updated',
        as: ['EU-MDCG-2020-3-R1/C1-a', 'file:app/regulation/examples/eu.ts'],
      },
      '#4': {
        name: 'application moved to another system',
        as: ['EU-MDCG-2020-3-R1/C1-b', 'file:app/regulation/examples/eu.ts'],
      },
      '#5': {
        name: 'next generation of the same system',
        as: ['EU-MDCG-2020-3-R1/C1-c', 'file:app/regulation/examples/eu.ts'],
      },
      '#6': {
        name: 'closed loop in place of an input',
        as: ['EU-MDCG-2020-3-R1/C3', 'file:app/regulation/examples/eu.ts'],
      },
      '#7': {
        name: 'wireless link to another device',
        as: ['EU-MDCG-2020-3-R1/C4-e', 'file:app/regulation/examples/eu.ts'],
      },
      '#8': {
        name: 'device unusable after an attack',
        as: ['EU-MDR-VIG/VI-4', 'file:app/regulation/examples/eu.ts'],
      },
    },
  },
  '18': {
    title: 'Editions',
    charts: ALL,
    rows: {
      'EU-MDCG-2020-3-R1': { as: ['EU-MDCG-2020-3-R1'] },
      'EU-MDCG-2022-6': { as: ['EU-MDCG-2022-6'] },
      'EU-MDCG-2019-16': { as: ['EU-MDCG-2019-16'] },
      MDR: { as: ['EU-MDR-CERT'] },
      '#5': { name: 'MDCG 2023-3 on vigilance', as: ['EU-MDR-VIG'] },
      '#6': { name: 'MDCG 2019-11 on software', as: ['EU-MDR-CLASS~2019-11'] },
      '#7': { name: 'MDCG 2021-25 on legacy devices', as: ['EU-MDR-VIG~2021-25'] },
      '#8': { name: 'MDCG 2025-6 on AI', as: ['EU-AIA~2025-6'] },
      '#9': { as: ['EU-NBOG-2014-3'] },
    },
  },
};
