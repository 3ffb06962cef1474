/**
 * Sections of the MDS2 form, ANSI/NEMA HN 1-2019, by the code that begins each question id. The codes are general
 * knowledge of the form; an unknown one is told, never refused.
 */
export const MDS2_SECTION_TITLES: Readonly<Record<string, string>> = {
  DOC: 'Device description',
  MPII: 'Management of personally identifiable information',
  ALOF: 'Automatic logoff',
  AUDT: 'Audit controls',
  AUTH: 'Authorization',
  CSUP: 'Cyber security product upgrades',
  DIDT: 'Health data de-identification',
  DTBK: 'Data backup and disaster recovery',
  EMRG: 'Emergency access',
  IGAU: 'Health data integrity and authenticity',
  MLDP: 'Malware detection and protection',
  NAUT: 'Node authentication',
  CONN: 'Connectivity capabilities',
  PAUT: 'Person authentication',
  PLOK: 'Physical locks',
  RDMP: 'Roadmap for third-party components',
  SBOM: 'Software bill of materials',
  SAHD: 'System and application hardening',
  SGUD: 'Security guidance',
  STCF: 'Health data storage confidentiality',
  TXCF: 'Transmission confidentiality',
  TXIG: 'Transmission integrity',
  RMOT: 'Remote service',
  OTHR: 'Other security considerations',
};
