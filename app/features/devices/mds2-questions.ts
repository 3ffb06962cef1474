/**
 * Questions of the MDS2 form (ANSI/NEMA HN 1-2019) that bear on changes, with what each asks in our own words. The form
 * has many more; any question id is kept as it is given.
 */

export interface Mds2Section {
  code: string;
  title: string;
  questions: readonly (readonly [id: string, asks: string])[];
}

const upgrades = (base: string, what: string) =>
  [
    [`${base}.1`, `${what}: instructions for the owner to install updates`],
    [`${base}.2`, `${what}: only the maker or its service may install`],
    [`${base}.3`, `${what}: can be installed remotely`],
    [`${base}.4`, `${what}: third-party updates allowed without the maker’s approval`],
  ] as const;

export const MDS2_SECTIONS: readonly Mds2Section[] = [
  {
    code: 'CSUP',
    title: 'Security updates',
    questions: [
      ['CSUP-1', 'May need security updates during its life'],
      ['CSUP-2', 'Contains an operating system'],
      ...upgrades('CSUP-2', 'Operating system'),
      ['CSUP-3', 'Contains drivers or firmware'],
      ...upgrades('CSUP-3', 'Drivers and firmware'),
      ['CSUP-4', 'Contains anti-malware software'],
      ...upgrades('CSUP-4', 'Anti-malware'),
      ['CSUP-5', 'Contains other commercial components'],
      ...upgrades('CSUP-5', 'Other components'),
      ['CSUP-7', 'Customers are told which updates are approved'],
      ['CSUP-8', 'Installs updates by itself'],
      ['CSUP-9', 'A list of approved third-party software exists'],
      ['CSUP-10', 'The owner may install approved third-party software'],
      ['CSUP-11', 'A process assesses vulnerabilities and updates'],
      ['CSUP-11.1', 'Customers learn the review status of updates'],
      ['CSUP-11.2', 'A review cycle is defined'],
    ],
  },
  {
    code: 'MLDP',
    title: 'Malware detection and protection',
    questions: [
      ['MLDP-1', 'Can host executable software'],
      ['MLDP-2', 'Supports anti-malware'],
      ['MLDP-2.3', 'Instructions for the owner to install or update it'],
      ['MLDP-2.4', 'The owner may configure it'],
      ['MLDP-2.8', 'Restrictions on product, schedule or configuration'],
      ['MLDP-3', 'Compensating controls where it does not'],
      ['MLDP-4', 'Application allow-listing'],
      ['MLDP-5', 'Host intrusion detection or prevention'],
      ['MLDP-5.2', 'The customer may install it'],
    ],
  },
  {
    code: 'CONN',
    title: 'Connectivity',
    questions: [
      ['CONN-1', 'Has network hardware'],
      ['CONN-2', 'Ports and protocols are listed'],
      ['CONN-3', 'Talks to systems inside the customer’s network'],
      ['CONN-4', 'Talks to systems outside it'],
      ['CONN-6', 'Needs the internet for its purpose'],
      ['CONN-7', 'Supports TLS'],
    ],
  },
  {
    code: 'NAUT',
    title: 'Node authentication',
    questions: [
      ['NAUT-1', 'Authenticates the nodes it talks to'],
      ['NAUT-2', 'Controls network access itself (firewall, allow-list)'],
      ['NAUT-2.1', 'That rule set is documented'],
    ],
  },
  {
    code: 'PAUT',
    title: 'Accounts and passwords',
    questions: [
      ['PAUT-1', 'Unique users and passwords are supported'],
      ['PAUT-4', 'All default accounts are documented'],
      ['PAUT-5', 'All passwords can be changed'],
      ['PAUT-8', 'Supports a second factor'],
    ],
  },
  {
    code: 'SAHD',
    title: 'Hardening',
    questions: [
      ['SAHD-1', 'Hardened to an industry standard'],
      ['SAHD-8', 'Unneeded ports and protocols are off'],
      ['SAHD-13', 'Documents cover security scanning by the owner'],
      ['SAHD-14', 'Can be hardened further'],
    ],
  },
  {
    code: 'SGUD',
    title: 'Security guidance',
    questions: [
      ['SGUD-3', 'All accounts are documented'],
      ['SGUD-3.1', 'The owner can manage all passwords'],
      ['SGUD-4', 'Compensating controls are recommended in documents'],
    ],
  },
  {
    code: 'DTBK',
    title: 'Backup and restore',
    questions: [
      ['DTBK-2', 'Can be reset to factory state'],
      ['DTBK-5', 'Configuration, patches and software can be backed up and restored'],
    ],
  },
  {
    code: 'RDMP',
    title: 'Life of third-party components',
    questions: [
      ['RDMP-3', 'Support dates and updates are published'],
      ['RDMP-4', 'A plan for components that reach their end'],
    ],
  },
  { code: 'SBOM', title: 'Bill of materials', questions: [['SBOM-1', 'A bill of materials is available']] },
  {
    code: 'RMOT',
    title: 'Remote service',
    questions: [
      ['RMOT-1', 'Remote service is possible'],
      ['RMOT-1.1', 'The owner starts each session'],
    ],
  },
  {
    code: 'DOC',
    title: 'Documents',
    questions: [
      ['DOC-8', 'Vulnerability disclosure programme'],
      ['DOC-10', 'Network and data-flow diagram available'],
    ],
  },
];

const asks: ReadonlyMap<string, string> = new Map(MDS2_SECTIONS.flatMap(({ questions }) => [...questions]));

/** What a question asks, in short; null for one not listed here. */
export const mds2Asks = (id: string): string | null => asks.get(id) ?? null;

/** Whether an id has the shape of the form: section, hyphen, number, sub-numbers ("CSUP-2.4"). */
export const isMds2Id = (id: string): boolean => /^[A-Z]{3,5}-\d{1,3}(\.\d{1,3}){0,3}$/.test(id);
