/** What became of the rows on the United States. */
import { type BookPlan, REASONS } from '../plan';

const SW = 'US-FDA-SW510K-2017';
const GEN = 'US-FDA-GEN510K-2017';
const PMA = 'US-FDA-PMA-SUPP-2008';
const PCCP = 'US-FDA-PCCP-515C';
const DRAFT = 'US-FDA-PCCP-GENERAL-DRAFT-2024';
const SPECIAL = 'US-FDA-SPECIAL510K-2019';
const POSTMARKET = 'US-FDA-POSTMARKET-CYBER-2016';
const FIELD = 'US-CFR-806';
const RECALL = 'US-FDA-RECALL-VS-ENH-2014';
const REMAN = 'US-FDA-REMAN-2024';
const CYBER = 'US-FDC-524B';
const PREMARKET = 'US-FDA-PREMARKET-CYBER-2026';
const ALL = [SW, GEN, PMA, PCCP, DRAFT, SPECIAL, POSTMARKET, FIELD, RECALL, REMAN, CYBER, PREMARKET];

export const usBook: BookPlan = {
  book: 'us',
  title: 'United States',
  sections: {
    '0.1': { title: 'Marks', why: REASONS.mark },
    '0.2': { title: 'Sources', why: REASONS.sources },
    '0.3': {
      title: 'Outcomes',
      charts: ALL,
      rows: {
        '#3': { name: 'undecided: several outcomes still possible', as: ['file:app/regulation/walk.ts'] },
        '#4': {
          as: [
            'US-FDA-SPECIAL510K-2019/special_510k_appropriate',
            'US-FDA-SPECIAL510K-2019/special_510k_not_appropriate',
          ],
        },
        '#5': {
          as: [
            'US-FDA-PCCP-515C/pccp_covered',
            'US-FDA-PCCP-GENERAL-DRAFT-2024/pccp_may_be_appropriate',
            'US-FDA-PCCP-GENERAL-DRAFT-2024/pccp_not_appropriate',
          ],
        },
        '#6': {
          name: 'kinds of PMA supplement and report',
          as: [
            'US-FDA-PMA-SUPP-2008/pma_panel_track',
            'US-FDA-PMA-SUPP-2008/pma_180_day_supplement',
            'US-FDA-PMA-SUPP-2008/pma_real_time_supplement',
            'US-FDA-PMA-SUPP-2008/pma_30_day_notice',
            'US-FDA-PMA-SUPP-2008/pma_special_cbe_supplement',
            'US-FDA-PMA-SUPP-2008/pma_annual_report',
            'US-FDA-PMA-SUPP-2008/pma_traditional',
          ],
        },
        '#7': { as: ['US-FDA-POSTMARKET-CYBER-2016/controlled', 'US-FDA-POSTMARKET-CYBER-2016/uncontrolled'] },
        '#9': { as: ['US-CFR-806/806_report_required', 'US-CFR-806/806_not_enforced', 'US-CFR-806/no_806_report'] },
        '#10': { as: ['US-FDA-RECALL-VS-ENH-2014/recall', 'US-FDA-RECALL-VS-ENH-2014/enhancement'] },
        '#11': { as: ['US-FDA-REMAN-2024/servicing', 'US-FDA-REMAN-2024/remanufacturing'] },
      },
    },
    '1': { title: 'Which instrument first', charts: ALL },
    '2': { title: 'Statute and regulation', charts: ALL },
    '3.1': { title: 'Software change: principles', charts: [SW] },
    '3.2': { title: 'Software change: flowchart', charts: [SW] },
    '3.3': { title: 'Software change: sub-rules', charts: [SW] },
    '3.4': {
      title: 'Software change: section VI',
      charts: [SW],
      rows: {
        '#1': { as: ['US-FDA-SW510K-2017/VI infrastructure'] },
        '#2': { as: ['US-FDA-SW510K-2017/VI architecture'] },
        '#3': { as: ['US-FDA-SW510K-2017/VI core algorithm'] },
        '#4': { as: ['US-FDA-SW510K-2017/VI clarification'] },
        '#5': { name: 'changes of appearance', as: ['US-FDA-SW510K-2017/VI cosmetic'] },
        '#6': { as: ['US-FDA-SW510K-2017/VI re-engineering', 'US-FDA-SW510K-2017/VI refactoring'] },
        '#7': { as: ['US-FDA-SW510K-2017/VI modularity'] },
      },
    },
    '4.1': { title: 'General change: main chart', charts: [GEN] },
    '4.2': { title: 'General change: labelling', charts: [GEN] },
    '4.3': { title: 'General change: technology', charts: [GEN] },
    '4.4': { title: 'General change: materials and diagnostics', charts: [GEN] },
    '4.5': { title: 'General change: risk assessment', charts: [GEN] },
    '4.6': { title: 'General change: device-specific guidance', charts: [GEN, SW] },
    '5': { title: 'Devices with premarket approval', charts: [PMA] },
    '6': { title: 'Special 510(k)', charts: [SPECIAL] },
    '7': { title: 'De Novo, preamendments, class I, HDE', charts: ALL },
    '8': { title: 'Predetermined change control plan', charts: [PCCP, DRAFT] },
    '9': {
      title: 'Quality system regulation',
      rows: {
        '#1': { as: ['US-FDA-SW510K-2017/QMSR design change control'] },
        '#2': { as: ['US-FDA-SW510K-2017/QMSR verification and validation'] },
        '#3': { as: ['US-FDA-SW510K-2017/QMSR design history and master record', 'US-FDC-524B/QMSR files'] },
        '#4': { as: ['US-FDA-SW510K-2017/QMSR design history and master record', 'US-FDC-524B/QMSR files'] },
        '#5': { as: ['US-FDA-POSTMARKET-CYBER-2016/QMSR purchasing'] },
        CAPA: { as: ['US-FDA-POSTMARKET-CYBER-2016/QMSR corrective action'] },
        '#7': { as: ['US-FDA-POSTMARKET-CYBER-2016/QMSR complaints'] },
        '#8': { as: ['US-FDA-REMAN-2024/QMSR servicing records'] },
        '#9': { as: ['US-CFR-806/QMSR advisory notices'] },
        '#10': { as: ['US-CFR-806/QMSR regulatory reporting'] },
        '#11': { as: ['US-FDA-SW510K-2017/QMSR records'] },
        '#12': { as: ['US-FDA-REMAN-2024/L6'] },
        '#13': { as: ['US-FDA-SW510K-2017/QMSR design control for class I'] },
        '#14': { as: ['US-FDA-SW510K-2017/QMSR sanction'] },
      },
    },
    '10.1': { title: 'Correction or removal', charts: [FIELD] },
    '10.2': { title: 'Recall or enhancement', charts: [RECALL] },
    '10.4': {
      title: 'Device reporting (part 803)',
      rows: {
        '#1': { as: ['US-CFR-806/10.4 manufacturer'] },
        '#2': { name: 'five-day report of the maker', as: ['US-CFR-806/10.4 manufacturer'] },
        '#3': { as: ['US-CFR-806/10.4 hospital', 'US-FDA-REMAN-2024/HX4'] },
        '#4': {
          name: 'serious injury, told by the hospital',
          as: ['US-CFR-806/10.4 hospital', 'US-FDA-REMAN-2024/HX4'],
        },
        '#5': {
          name: 'yearly summary of the hospital',
          as: ['US-CFR-806/10.4 hospital', 'US-FDA-REMAN-2024~annual summary of the reports'],
        },
        '#6': { as: ['US-CFR-806/10.4 voluntary', 'US-FDA-REMAN-2024/MDR voluntary'] },
      },
    },
    '11.1': {
      title: 'Postmarket cybersecurity: words',
      rows: {
        '#1': { as: ['US-FDA-POSTMARKET-CYBER-2016/Routine update'] },
        '#2': { name: 'update that is not routine', as: ['US-FDA-POSTMARKET-CYBER-2016/Routine update'] },
        '#3': { as: ['US-FDA-POSTMARKET-CYBER-2016/Compensating control'] },
        '#4': { as: ['US-FDA-POSTMARKET-CYBER-2016/Remediation'] },
        '#5': { as: ['US-FDA-POSTMARKET-CYBER-2016/Controlled and uncontrolled'] },
      },
    },
    '11.2': {
      title: 'Postmarket cybersecurity: risk decision',
      charts: [POSTMARKET],
      rows: {
        '#5': {
          name: 'default matrix, low exploitability',
          as: ['US-FDA-POSTMARKET-CYBER-2016/AM6', 'US-FDA-POSTMARKET-CYBER-2016/PV4'],
        },
        '#6': {
          name: 'default matrix, medium exploitability',
          as: ['US-FDA-POSTMARKET-CYBER-2016/AM6', 'US-FDA-POSTMARKET-CYBER-2016/PV4'],
        },
        '#7': {
          name: 'default matrix, high exploitability',
          as: ['US-FDA-POSTMARKET-CYBER-2016/AM6', 'US-FDA-POSTMARKET-CYBER-2016/PV4'],
        },
      },
    },
    '11.3': { title: 'Controlled risk', charts: [POSTMARKET] },
    '11.4': { title: 'Uncontrolled risk', charts: [POSTMARKET] },
    '12.1': { title: 'Cyber device', charts: [CYBER] },
    '12.2': { title: 'Duties for cyber devices', charts: [CYBER, PREMARKET] },
    '13': { title: 'Off-the-shelf software', charts: ALL },
    '14': {
      title: 'Myths',
      rows: {
        '#1': { as: ['US-FDA-POSTMARKET-CYBER-2016/Myth: FDA alone'] },
        '#2': { as: ['US-FDA-POSTMARKET-CYBER-2016/Myth: cybersecurity is optional'] },
        '#3': { as: ['US-FDA-POSTMARKET-CYBER-2016/Myth: updates need FDA'] },
        '#4': { as: ['US-FDA-REMAN-2024/Myth: hospitals cannot patch'] },
        '#5': {
          name: 'who validates a software change',
          as: ['US-FDA-SW510K-2017/QMSR verification and validation', 'US-FDA-POSTMARKET-CYBER-2016/T1'],
        },
        '#6': { name: 'who tests a device', as: ['US-FDA-POSTMARKET-CYBER-2016/T1'] },
        '#7': { name: 'who answers for off-the-shelf software', as: ['US-FDA-POSTMARKET-CYBER-2016/T1'] },
      },
    },
    '15.1': { title: 'Servicing or remanufacturing: principles', charts: [REMAN] },
    '15.2': { title: 'Servicing or remanufacturing: gates', charts: [REMAN] },
    '15.3': { title: 'Remanufacturing: parts and materials', charts: [REMAN] },
    '15.4': { title: 'Remanufacturing: software', charts: [REMAN] },
    '15.5': { title: 'Notes for hospitals', charts: [REMAN] },
    '15.6': {
      title: 'What remanufacturing brings',
      charts: [REMAN],
      rows: {
        '#1': { as: ['US-FDA-REMAN-2024~part 807'] },
        '#2': { as: ['US-FDA-REMAN-2024~807 and 814'] },
        '#3': { as: ['US-FDA-REMAN-2024~part 1002'] },
        '#4': { as: ['US-FDA-REMAN-2024~parts 806'] },
        QMSR: { as: ['US-FDA-REMAN-2024~part 820'] },
        '#6': { as: ['US-FDA-REMAN-2024~809, 830'] },
      },
    },
    '16': {
      title: 'Records by outcome',
      charts: ALL,
      rows: {
        '#6': {
          name: 'evidence of the risk decision',
          as: ['US-FDA-POSTMARKET-CYBER-2016/controlled', 'US-FDA-POSTMARKET-CYBER-2016/uncontrolled'],
        },
        '#7': {
          name: 'evidence of the remanufacturing decision',
          as: ['US-FDA-REMAN-2024/servicing', 'US-FDA-REMAN-2024/remanufacturing'],
        },
      },
    },
    '17.2': {
      title: 'CVSS version 3',
      rows: {
        '#1': {
          name: 'CVSS 3: attack vector',
          why: 'a rating aid before the risk decision (17.1): the score comes with the vulnerability, and the chart asks exploitability',
        },
        '#2': {
          name: 'CVSS 3: attack complexity',
          why: 'a rating aid before the risk decision (17.1): the score comes with the vulnerability, and the chart asks exploitability',
        },
        '#3': {
          name: 'CVSS 3: privileges required',
          why: 'a rating aid before the risk decision (17.1): the score comes with the vulnerability, and the chart asks exploitability',
        },
        '#4': {
          name: 'CVSS 3: user interaction',
          why: 'a rating aid before the risk decision (17.1): the score comes with the vulnerability, and the chart asks exploitability',
        },
        '#5': {
          name: 'CVSS 3: impact on confidentiality, integrity, availability',
          why: 'a rating aid before the risk decision (17.1): the score comes with the vulnerability, and the chart asks exploitability',
        },
      },
    },
    '17.4': {
      title: 'Rubric for medical devices',
      rows: {
        '#1': { name: 'rubric: attack vector', as: ['US-FDA-POSTMARKET-CYBER-2016/17.4 rubric'] },
        '#2': { name: 'rubric: attack complexity', as: ['US-FDA-POSTMARKET-CYBER-2016/17.4 rubric'] },
        '#3': { name: 'rubric: privileges required', as: ['US-FDA-POSTMARKET-CYBER-2016/17.4 rubric'] },
        '#4': { name: 'rubric: user interaction', as: ['US-FDA-POSTMARKET-CYBER-2016/17.4 rubric'] },
        '#5': { name: 'rubric: scope', as: ['US-FDA-POSTMARKET-CYBER-2016/17.4 rubric'] },
        '#6': { name: 'rubric: impact by kind of data', as: ['US-FDA-POSTMARKET-CYBER-2016/17.4 rubric'] },
      },
    },
    '17.5': {
      title: 'Known exploited vulnerabilities',
      rows: {
        '#1': { name: 'known exploited, exposed, total', as: ['US-FDA-POSTMARKET-CYBER-2016/BOD 26-04: 3 days'] },
        '#2': { name: 'known exploited, automatable, total', as: ['US-FDA-POSTMARKET-CYBER-2016/BOD 26-04: 3 days'] },
        '#3': {
          name: 'known exploited, exposed and automatable, partial',
          as: ['US-FDA-POSTMARKET-CYBER-2016/BOD 26-04: 3 days'],
        },
        '#4': {
          name: 'not known exploited, exposed and automatable, total',
          as: ['US-FDA-POSTMARKET-CYBER-2016/BOD 26-04: 3 days'],
        },
        '#5': {
          name: 'known exploited, all other combinations',
          as: ['US-FDA-POSTMARKET-CYBER-2016/BOD 26-04: 14 days'],
        },
        '#6': {
          name: 'not known exploited, exposed and automatable, partial',
          as: ['US-FDA-POSTMARKET-CYBER-2016/BOD 26-04: 14 days'],
        },
        '#7': { name: 'not known exploited, exposed, total', as: ['US-FDA-POSTMARKET-CYBER-2016/BOD 26-04: 14 days'] },
        '#8': {
          name: 'not known exploited, exposed, partial',
          as: ['US-FDA-POSTMARKET-CYBER-2016/BOD 26-04: 60 days and later'],
        },
        '#9': {
          name: 'not known exploited, not exposed, automatable',
          as: ['US-FDA-POSTMARKET-CYBER-2016/BOD 26-04: 60 days and later'],
        },
        '#10': {
          name: 'not known exploited, neither exposed nor automatable',
          as: ['US-FDA-POSTMARKET-CYBER-2016/BOD 26-04: 60 days and later'],
        },
      },
    },
    '18': {
      title: 'Kinds of security change',
      rows: {
        '#1': { name: 'patch of the system or a component', as: ['kind:os_patch', 'kind:component_update'] },
        '#2': { name: 'patch of the application', as: ['kind:app_patch'] },
        '#3': {
          name: 'patch with a feature or another correction',
          as: ['kind:feature_update', 'US-FDA-SW510K-2017/Q1.c'],
        },
        '#4': { name: 'upgrade in the same family', as: ['kind:os_upgrade'] },
        '#5': { name: 'other system or platform', as: ['kind:os_replacement', 'kind:virtualisation'] },
        '#6': { name: 'anti-malware or agent', as: ['kind:av_install', 'kind:edr_agent'] },
        '#7': { name: 'signatures of validated anti-malware', as: ['kind:av_signature_update'] },
        '#8': { name: 'scan', as: ['kind:active_scan', 'US-FDA-REMAN-2024/RS4'] },
        '#9': {
          name: 'firewall or zones outside',
          as: ['kind:network_firewall', 'kind:segmentation', 'US-FDA-REMAN-2024/HX1'],
        },
        '#10': { name: 'isolation', as: ['kind:isolation'] },
        '#11': { name: 'firewall on the device', as: ['kind:host_firewall'] },
        '#12': { name: 'hardening by settings of the maker', as: ['kind:hardening'] },
        '#13': { name: 'hardening by other means', as: ['kind:hardening', 'US-FDA-REMAN-2024/RS-Q2 not listed'] },
        '#14': { name: 'passwords and accounts', as: ['kind:credential_rotation', 'US-FDA-REMAN-2024/RS12'] },
        '#15': { name: 'built-in password removed, login or lock added', as: ['kind:app_patch', 'kind:mfa_or_lock'] },
        '#16': { name: 'encryption or certificate', as: ['kind:encryption_or_auth', 'kind:certificate_renewal'] },
        '#17': { name: 'update mechanism, code signing', as: ['kind:firmware_update'] },
        '#18': {
          name: 'wireless',
          as: ['kind:feature_update', 'US-FDA-GEN510K-2017/B5.w1', 'US-FDA-GEN510K-2017/B5.w2'],
        },
        '#19': { name: 'radio or ports off', as: ['kind:hardening', 'US-FDA-REMAN-2024/RS8'] },
        '#20': { name: 'remote access', as: ['kind:remote_access'] },
        '#21': {
          name: 'logs, inventory, backup',
          as: [
            'kind:logging',
            'kind:backup_restore',
            'US-FDA-REMAN-2024/RS9',
            'US-FDA-REMAN-2024/RS10',
            'US-FDA-REMAN-2024/RS11',
          ],
        },
        '#22': {
          name: 're-image or roll-back',
          as: ['kind:reimage', 'kind:rollback', 'US-FDA-REMAN-2024/RS5', 'US-FDA-REMAN-2024/RS6'],
        },
        '#23': { name: 'parts, virtualisation', as: ['kind:hardware_swap', 'kind:virtualisation'] },
        '#24': { name: 'notice or guide', as: ['kind:security_notice'] },
      },
    },
    '18.1': { title: 'Ambiguities', charts: ALL },
  },
};
