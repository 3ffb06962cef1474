import { facts } from '../fact-type';

/** Derived from a filled MDS2 form (pointers to the instructions, never a permission): 12 facts. */
export const mds2Facts = facts('Derived from a filled MDS2 form (pointers to the instructions, never a permission)', {
  hospital_may_patch_os: {
    type: 'boolean',
    meaning:
      'The form says the owner may install operating-system patches (CSUP-2.1 yes, CSUP-2.2 no, CSUP-2.4 yes or patch on the approved list).',
  },
  needs_patch_approval: {
    type: 'boolean',
    meaning: "The form says third-party patches need the manufacturer's approval (CSUP-2.4 no).",
  },
  hospital_may_install_av: {
    type: 'boolean',
    meaning: 'The form says the owner may install anti-malware (MLDP-2 and MLDP-2.3 yes, subject to MLDP-2.8).',
  },
  av_forbidden_use_compensation: {
    type: 'boolean',
    meaning: 'The form says anti-malware is not supported (MLDP-2 no; look at MLDP-3, MLDP-4, NAUT-2).',
  },
  network_ids_only: {
    type: 'boolean',
    meaning: 'The form says the owner cannot install host intrusion detection (MLDP-5.2 no).',
  },
  segmentation_ready: {
    type: 'boolean',
    meaning: 'The form gives the ports list and data-flow diagram needed for segmentation (CONN-2, DOC-10).',
  },
  isolation_feasible: {
    type: 'boolean',
    meaning: 'The form says neither internet nor outside systems are needed (CONN-6 no, CONN-4 no).',
  },
  credential_rotation_allowed: {
    type: 'boolean',
    meaning: 'The form says all passwords can be changed and managed by the owner (PAUT-5, SGUD-3.1 yes).',
  },
  active_scan_allowed: {
    type: 'boolean',
    meaning: 'The form says operational scanning by users is documented (SAHD-13 yes).',
  },
  rollback_available: {
    type: 'boolean',
    meaning: 'The form says factory reset or configuration and patch restoration exist (DTBK-2 or DTBK-5 yes).',
  },
  eos_known: {
    type: 'boolean',
    meaning: 'The form names a source of support dates (RDMP-3 yes).',
  },
  form_stale: {
    type: 'boolean',
    meaning: 'The form is older than the installed software (DOC-7).',
  },
});
