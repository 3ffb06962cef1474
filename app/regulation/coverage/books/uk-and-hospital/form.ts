/** The MDS2 form. */
import type { SectionPlan } from '../../plan';

const KEPT_AS_GIVEN = 'the answer is kept with the device as it is given; no derived variable and no chart reads it';
const MDS2 = ['file:app/features/devices/mds2-questions.ts'];

export const formSections: Readonly<Record<string, SectionPlan>> = {
  '5.1': {
    title: 'MDS2: documents',
    why: KEPT_AS_GIVEN,
    rows: {
      'DOC-1..5': { name: 'identity of device and document' },
      'DOC-6': { name: 'intended use in a network', as: ['EU-MDCG-2019-16~DOC-6'] },
      'DOC-7': {
        name: 'release date of the form',
        as: ['file:app/regulation/derivations/from-mds2.ts', 'UK-MDR-H~DOC-7'],
      },
      'DOC-8': { name: 'disclosure programme', as: MDS2 },
      'DOC-9': { name: 'member of an information-sharing body' },
      'DOC-10': { name: 'network or data-flow diagram', as: MDS2 },
      '#7': { name: 'software-only device, its system and host', as: ['UK-MDR-S~DOC-11'] },
    },
  },
  '5.2': {
    title: 'MDS2: personal data',
    why: KEPT_AS_GIVEN,
    rows: {
      'MPII-1': { name: 'identifiable data' },
      '#2': { name: 'where identifiable data are kept' },
      '#3': { name: 'how identifiable data move' },
    },
  },
  '5.3': {
    title: 'MDS2: log-off, audit, authorisation',
    why: KEPT_AS_GIVEN,
    rows: {
      '#1': { name: 'automatic log-off' },
      '#2': { name: 'own audit logs' },
      '#3': { name: 'events logged' },
      '#4': { name: 'choice and time of events' },
      '#5': { name: 'export of logs' },
      '#6': { name: 'review and protection of logs' },
      '#7': { name: 'access prevention and federation' },
      '#8': { name: 'roles and administrator rights' },
    },
  },
  '5.4': {
    title: 'MDS2: security updates',
    why: KEPT_AS_GIVEN,
    rows: {
      'CSUP-1': { name: 'updates needed in its life', as: MDS2 },
      'CSUP-2': { name: 'contains an operating system', as: MDS2 },
      'CSUP-2.1': { name: 'owner installs system patches', as: MDS2 },
      'CSUP-2.2': { name: 'vendor installs system patches', as: MDS2 },
      'CSUP-2.3': { name: 'remote installation of system patches', as: MDS2 },
      'CSUP-2.4': { name: 'third-party patches without approval', as: MDS2 },
      '#7': { name: 'drivers and firmware', as: MDS2 },
      '#8': { name: 'anti-malware updates', as: MDS2 },
      '#9': { name: 'other commercial components', as: MDS2 },
      '#10': { name: 'other software' },
      'CSUP-7': { name: 'told which updates are approved', as: MDS2 },
      'CSUP-8': { name: 'installs updates by itself', as: MDS2 },
      'CSUP-9': { name: 'list of approved software', as: MDS2 },
      '#14': { name: 'owner installs approved software', as: MDS2 },
      '#15': { name: 'process for vulnerabilities and updates', as: MDS2 },
    },
  },
  '5.5': {
    title: 'MDS2: backup and others',
    why: KEPT_AS_GIVEN,
    rows: {
      '#1': { name: 'de-identification' },
      'DTBK-1..6': { name: 'backup and reset', as: MDS2 },
      'EMRG-1': { name: 'emergency access' },
      '#4': { name: 'integrity of stored data' },
    },
  },
  '5.6': {
    title: 'MDS2: malware',
    why: KEPT_AS_GIVEN,
    rows: {
      'MLDP-1': { name: 'can host software', as: MDS2 },
      'MLDP-2': { name: 'supports anti-malware', as: MDS2 },
      '#3': { name: 'anti-malware included or optional' },
      'MLDP-2.3': { name: 'owner installs anti-malware', as: MDS2 },
      'MLDP-2.4': { name: 'owner configures anti-malware', as: MDS2 },
      '#6': { name: 'detections shown and logged' },
      'MLDP-2.6': { name: 'repair after a detection' },
      'MLDP-2.8': { name: 'restrictions on anti-malware', as: MDS2 },
      'MLDP-3': { name: 'compensating controls', as: MDS2 },
      'MLDP-4': { name: 'allow-listing', as: MDS2 },
      '#11': { name: 'host intrusion detection', as: MDS2 },
    },
  },
  '5.7': {
    title: 'MDS2: network',
    why: KEPT_AS_GIVEN,
    rows: {
      'NAUT-1': { name: 'authentication of nodes', as: MDS2 },
      '#2': { name: 'network access control', as: MDS2 },
      'NAUT-3': { name: 'certificates for the network' },
      'CONN-1': { name: 'hardware connections', as: MDS2 },
      'CONN-2': { name: 'list of ports', as: MDS2 },
      '#6': { name: 'systems inside and outside', as: MDS2 },
      'CONN-5': { name: 'programming interfaces' },
      'CONN-6': { name: 'needs the internet', as: MDS2 },
      '#9': { name: 'transport encryption', as: MDS2 },
      'CONN-8': { name: 'operated from another device', as: ['EU-MDCG-2020-3-R1~CONN-8'] },
    },
  },
  '5.8': {
    title: 'MDS2: persons and locks',
    why: KEPT_AS_GIVEN,
    rows: {
      '#1': { name: 'unique accounts', as: MDS2 },
      'PAUT-2': { name: 'external authentication' },
      'PAUT-3': { name: 'lock-out' },
      'PAUT-4': { name: 'default accounts listed', as: MDS2 },
      'PAUT-5': { name: 'all passwords changeable', as: MDS2 },
      '#6': { name: 'rules and expiry of passwords' },
      '#7': { name: 'second factor and single sign-on', as: MDS2 },
      'PAUT-10..13': { name: 'accounts, biometrics, tokens, groups' },
      '#9': { name: 'stored credentials' },
      'PLOK-1..4': { name: 'physical locks' },
    },
  },
  '5.9': {
    title: 'MDS2: life cycle and bill of materials',
    why: KEPT_AS_GIVEN,
    rows: {
      'RDMP-1': { name: 'secure development process' },
      'RDMP-2': { name: 'components checked for it' },
      'RDMP-3': { name: 'place of support dates', as: MDS2 },
      'RDMP-4': { name: 'plan for components at their end', as: MDS2 },
      'SBOM-1': { name: 'bill of materials', as: MDS2 },
      '#6': { name: 'content of the bill of materials', as: ['EU-MDCG-2020-3-R1~SBOM-2'] },
      'SBOM-3': { name: 'listing installed components' },
      'SBOM-4': { name: 'upkeep of the bill of materials' },
    },
  },
  '5.10': {
    title: 'MDS2: hardening',
    why: KEPT_AS_GIVEN,
    rows: {
      '#1': { name: 'hardening standard or certificate', as: MDS2 },
      '#2': { name: 'integrity of installed software' },
      'SAHD-4': { name: 'integrity checks by the owner' },
      '#4': { name: 'access control to data' },
      '#5': { name: 'accounts restricted' },
      '#6': { name: 'what is not needed is off', as: MDS2 },
      'SAHD-11': { name: 'boot from foreign media' },
      'SAHD-12': { name: 'foreign software without tools' },
      'SAHD-13': { name: 'scanning by users', as: MDS2 },
      '#10': { name: 'hardening beyond the default', as: MDS2 },
      '#11': { name: 'access to firmware settings' },
      'SAHD-16': { name: 'other hardening' },
    },
  },
  '5.11': {
    title: 'MDS2: guidance, storage, transmission, remote service',
    why: KEPT_AS_GIVEN,
    rows: {
      'SGUD-1..3.1': { name: 'security documents', as: MDS2 },
      'SGUD-4': { name: 'recommended compensating controls', as: MDS2 },
      '#3': { name: 'encryption of stored data' },
      '#4': { name: 'encryption in transit' },
      '#5': { name: 'integrity in transit' },
      '#6': { name: 'remote service', as: MDS2 },
      '#7': { name: 'other remote functions' },
    },
  },
  '5.12': {
    title: 'MDS2: derived variables',
    rows: {
      hospital_may_patch_os: {
        name: 'the hospital may patch the system',
        as: ['fact:hospital_may_patch_os', 'file:app/regulation/derivations/from-mds2.ts'],
      },
      needs_patch_approval: {
        name: 'a patch needs approval',
        as: ['fact:needs_patch_approval', 'file:app/regulation/derivations/from-mds2.ts'],
      },
      hospital_may_install_av: {
        name: 'the hospital may install anti-malware',
        as: ['fact:hospital_may_install_av', 'file:app/regulation/derivations/from-mds2.ts'],
      },
      av_forbidden_use_compensation: {
        name: 'no anti-malware: compensate',
        as: ['fact:av_forbidden_use_compensation', 'file:app/regulation/derivations/from-mds2.ts'],
      },
      network_ids_only: {
        name: 'detection in the network only',
        as: ['fact:network_ids_only', 'file:app/regulation/derivations/from-mds2.ts'],
      },
      segmentation_ready: {
        name: 'data for segmentation are there',
        as: ['fact:segmentation_ready', 'file:app/regulation/derivations/from-mds2.ts'],
      },
      isolation_feasible: {
        name: 'isolation is feasible',
        as: ['fact:isolation_feasible', 'file:app/regulation/derivations/from-mds2.ts'],
      },
      credential_rotation_allowed: {
        name: 'passwords may be changed',
        as: ['fact:credential_rotation_allowed', 'file:app/regulation/derivations/from-mds2.ts'],
      },
      active_scan_allowed: {
        name: 'active scan is documented',
        as: ['fact:active_scan_allowed', 'file:app/regulation/derivations/from-mds2.ts'],
      },
      rollback_available: {
        name: 'a way back exists',
        as: ['fact:rollback_available', 'file:app/regulation/derivations/from-mds2.ts'],
      },
      eos_known: {
        name: 'end of support is known',
        as: ['fact:eos_known', 'file:app/regulation/derivations/from-mds2.ts'],
      },
      form_stale: {
        name: 'the form is older than the software',
        as: ['fact:form_stale', 'file:app/regulation/derivations/from-mds2.ts'],
      },
    },
  },
};
