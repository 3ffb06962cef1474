/** What became of the rows on Canada, Australia, IMDRF, Singapore, China, Japan, Brazil and Switzerland. */
import { type BookPlan, REASONS } from '../plan';

const CANADA = ['CA-SIGCHANGE', 'CA-2011'];
const AUSTRALIA = ['AU-SUBST', 'AU-ARTG'];
const ALL = [...CANADA, ...AUSTRALIA, 'N60', 'N70', 'SG-GN21', 'CN-CYBER', 'CH-MEDDO'];

export const internationalBook: BookPlan = {
  book: 'international',
  title: 'Canada, Australia, IMDRF and others',
  sections: {
    '0.1': {
      title: 'Documents and laws',
      rows: {
        'CA-MDR': { as: ['source:ca_mdr'] },
        'CA-SIGCHANGE': { as: ['CA-SIGCHANGE', 'source:ca_sigchange_2026'] },
        'CA-2011': { as: ['CA-2011', 'source:ca_sigchange_2011'] },
        'CA-CYBER': { as: ['source:ca_cyber_2019'] },
        '#5': { as: ['source:au_act', 'source:au_reg'] },
        'AU-SUBST': { as: ['AU-SUBST', 'source:au_substantial_changes'] },
        'AU-ARTG': { as: ['AU-ARTG', 'source:au_artg_variations'] },
        '#8': { as: ['source:au_cyber_industry', 'source:au_cyber_users'] },
        N60: { as: ['N60', 'source:imdrf_n60'] },
        N70: { as: ['N70', 'source:imdrf_n70'] },
        N73: { as: ['source:imdrf_n73', 'N70/SB-1'] },
        N12: { as: ['source:imdrf_n12', 'CA-2011/N12'] },
        'SG-GN21': { as: ['SG-GN21', 'source:sg_gn21'] },
        'CN-CYBER': { as: ['CN-CYBER', 'source:cn_cyber_2022'] },
        'CH-MEDDO': { as: ['CH-MEDDO', 'source:ch_meddo'] },
      },
    },
    '0.2': {
      title: 'Outcomes',
      charts: ALL,
      rows: {
        '#8': {
          as: ['AU-ARTG/AU-VARY', 'AU-ARTG/AU-NEW', 'AU-ARTG/AU-CORRECT', 'AU-ARTG/AU-NO-ACTION'],
          name: 'register outcomes',
        },
        '#9': { as: ['N60/N60-LOW', 'N60/N60-MED', 'N60/N60-HIGH'], name: 'oversight tiers' },
        '#10': { as: ['N70/N70-STAY', 'N70/N70-TO-LS', 'N70/N70-TO-EOS'], name: 'life-cycle outcomes' },
        '#11': { as: ['SG-GN21/SG-SIG', 'SG-GN21/SG-NONSIG'], name: 'Singapore outcomes' },
        '#12': { as: ['CN-CYBER/CN-MAJOR', 'CN-CYBER/CN-MINOR', 'CN-CYBER/CN-OUT'], name: 'China outcomes' },
        '#14': { as: ['CH-MEDDO/CH-OK', 'CH-MEDDO/CH-NONCOMPLIANT'], name: 'Swiss outcomes' },
        '#15': {
          as: ['AU-SUBST/needs_review', 'file:app/regulation/walk.ts'],
          name: 'not decided: a hold, or several outcomes still possible',
        },
      },
    },
    '1.1': { title: 'Canada: who and what is regulated', charts: CANADA },
    '1.2': { title: 'Canada: triggers of section 34', charts: CANADA },
    '1.3': { title: 'Canada: general principles', charts: CANADA },
    '1.5': { title: 'Canada: software change of 2011', charts: ['CA-2011'] },
    '1.6': {
      title: 'Canada: process, timing, evidence',
      rows: {
        '#1': { as: ['CA-SIGCHANGE~until the amended licence is issued'] },
        '#2': { as: ['CA-SIGCHANGE~amended licence on the form'] },
        '#3': { as: ['CA-SIGCHANGE/CA-MIN', 'CA-SIGCHANGE/CA-MINOR'] },
        '#4': { as: ['CA-SIGCHANGE~Significant change guidance request'] },
        '#5': { as: ['CA-SIGCHANGE~cyber security inside the risk management'] },
        '#6': { as: ['CA-SIGCHANGE~75 days for class III'] },
        '#7': { as: ['CA-SIGCHANGE~licence number, software version licensed'] },
      },
    },
    '2.1': { title: 'Australia: who and what', charts: AUSTRALIA },
    '2.2': { title: 'Australia: substantial change', charts: AUSTRALIA },
    '2.3': { title: 'Australia: register entry', charts: ['AU-ARTG'] },
    '2.4': { title: 'Australia: cyber guidance for users', charts: AUSTRALIA },
    '3.1': { title: 'IMDRF N60: core rules', charts: ['N60'] },
    '3.2': {
      title: 'IMDRF N60: ways to update',
      rows: {
        '#1': { as: ['N60/Update: remote'] },
        '#2': { as: ['N60/Update: by the user'] },
        '#3': { as: ['N60/Update: service visit'] },
      },
    },
    '3.3': { title: 'IMDRF N60: oversight tier', charts: ['N60'] },
    '4.1': {
      title: 'IMDRF N70: words',
      rows: {
        '#1': { as: ['N70/Legacy device'] },
        EOL: { as: ['N70/End of life'] },
        EOS: { as: ['N70/End of support'] },
        '#4': { as: ['N70/Update'] },
        '#5': { as: ['N70/Upgrade'] },
        '#6': { as: ['N70/Compensating control'] },
      },
    },
    '4.2': {
      title: 'IMDRF N70: stages',
      rows: {
        '#1': { as: ['N70/Stage 1, Development'] },
        '#2': { as: ['N70/Stage 2, Support', 'N70/Stage 2, entry'] },
        '#3': { as: ['N70/Stage 3, Limited Support', 'N70/Stage 3, entry', 'N70/N70-TO-LS'] },
        '#4': { as: ['N70/Stage 4, End of Support', 'N70/Stage 4, entry', 'N70/N70-TO-EOS'] },
      },
    },
    '4.3': { title: 'IMDRF N70: component at its end', charts: ['N70'] },
    '4.4': {
      title: 'IMDRF N70: communication and time',
      rows: {
        '#1': { as: ['N70/Life-cycle dates'] },
        '#2': { as: ['N70/Hand-over of responsibility'] },
        '#3': { as: ['N70~State in the notice'] },
        '#4': { as: ['N70~keep a public notice up permanently'] },
        '#5': { as: ['N70~Give notice to customers and to the public'] },
        '#6': { as: ['N70/Active communication'] },
        '#7': { as: ['N70~Primary responsibility for cyber security', 'N70~Keep the duties after sale'] },
      },
    },
    '5': { title: 'IMDRF N73: bill of materials', charts: ['N70'] },
    '7': { title: 'Singapore: software change', charts: ['SG-GN21'] },
    '8': { title: 'China: cybersecurity update', charts: ['CN-CYBER'] },
    '9': { title: 'Japan', charts: ['N60'] },
    '10': { title: 'Brazil', charts: ['N60'] },
    '11': { title: 'Switzerland: duty of institutions', charts: ['CH-MEDDO'] },
    '12': {
      title: 'Security changes across jurisdictions, maker side',
      rows: {
        '#1': {
          name: 'security-only patch without effect',
          as: [
            'CA-SIGCHANGE/CA-SECURITY-NONE',
            'AU-SUBST/AU-SECURITY',
            'N60/IM-SECURITY',
            'SG-GN21/SG-7-a',
            'CN-CYBER/CN-MINOR',
          ],
        },
        '#2': {
          name: 'patch, residual risk acceptable',
          as: [
            'CA-SIGCHANGE/CA-SECURITY-VULNERABILITY',
            'AU-SUBST/AU-SECURITY',
            'N60/IM-U3',
            'SG-GN21/SG-SECURITY',
            'CN-CYBER/CN-MINOR',
          ],
        },
        '#3': {
          name: 'patch, residual risk unacceptable',
          as: [
            'CA-SIGCHANGE/CA-SECURITY-VULNERABILITY',
            'AU-SUBST/AU-RECALL',
            'N60/N60-HIGH',
            'SG-GN21/SG-SECURITY',
            'CN-CYBER/CN-2-a',
          ],
        },
        '#4': {
          name: 'another operating system',
          as: [
            'CA-SIGCHANGE/CA-SECURITY-OS',
            'CA-2011/CA-W6',
            'AU-SUBST/AU-S4-b',
            'N60/N60-NOT-CYBER',
            'SG-GN21/SG-SIG',
            'CN-CYBER/CN-2-a',
          ],
        },
        '#5': {
          name: 'new log-in feature without clinical effect',
          as: [
            'CA-SIGCHANGE/CA-SECURITY-NONE',
            'AU-SUBST/AU-SECURITY',
            'N60/IM-SECURITY',
            'SG-GN21/SG-7-a',
            'CN-CYBER/CN-MINOR',
          ],
        },
        '#6': {
          name: 'alarm or display altered by a security feature',
          as: ['CA-SIGCHANGE/CA-SECURITY-OS', 'CA-2011/CA-W5', 'AU-SUBST/AU-S4-b', 'SG-GN21/SG-4', 'CN-CYBER/CN-2-a'],
        },
        '#7': {
          name: 'network function removed for security',
          as: ['CA-SIGCHANGE/CA-SECURITY-OS', 'CA-2011/CA-W10', 'AU-SUBST/AU-S3-b'],
        },
      },
    },
    '13': {
      title: 'Who must act, evidence, time',
      rows: {
        '#1': { name: 'Canada: maker', as: ['CA-SIGCHANGE/CA-SIG'] },
        '#2': {
          name: 'Canada: hospital',
          as: ['CA-SIGCHANGE/CA-6', 'CA-SIGCHANGE~licence number, software version licensed'],
        },
        '#3': { name: 'Australia: maker and sponsor', as: ['AU-SUBST/AU-SUB', 'AU-ARTG/AU-VARY'] },
        '#4': {
          name: 'Australia: hospital',
          as: ['AU-SUBST/AU-7', 'AU-SUBST~follow the notice of the product correction'],
        },
        IMDRF: { name: 'IMDRF: maker', as: ['N60/IM-4', 'N60/IM-U5'] },
        '#6': { name: 'IMDRF: provider', as: ['N70~Accept the responsibility, or retire'] },
        '#7': { name: 'Switzerland: hospital', as: ['CH-MEDDO/CH-OK'] },
      },
    },
    '15': { title: 'Sources read', why: REASONS.sources },
  },
};
