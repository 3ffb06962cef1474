/** The people of the demonstration organisations: one for each role. All invented. */
import type { Role } from '../../app/guard/roles';
import type { DemoSite } from './catalogue/types';

/** One password for all of them, printed when the server starts. It opens nothing but demonstration data. */
export const DEMO_PASSWORD = 'Tide-and-lantern-26';

export interface DemoPerson {
  role: Role;
  name: string;
  jobTitle: string;
  mailbox: string;
}

/** People in whose name things happen and as whom nobody signs in: they have no password. */
export type Colleague = 'deputy' | 'outlying' | 'second';

export interface DemoOrganisation {
  name: string;
  country: string;
  nation: string | null;
  domain: string;
  address: string[];
  email: string;
  telephone: string;
  people: DemoPerson[];
  colleagues: Record<Colleague, DemoPerson>;
}

export const DEMO_ORGANISATIONS: Record<DemoSite, DemoOrganisation> = {
  northbridge: {
    name: 'Northbridge University Hospitals',
    country: 'GB',
    nation: 'england',
    domain: 'northbridge.example',
    address: ['Clinical Engineering', 'Trent Lane', 'Northbridge', 'NB1 4QT', 'United Kingdom'],
    email: 'clinical.engineering@northbridge.example',
    telephone: '+44 1632 960123',
    people: [
      { role: 'engineer', name: 'J. Lindqvist', jobTitle: 'Clinical engineer', mailbox: 'j.lindqvist' },
      { role: 'regulatory_affairs', name: 'Amara Osei', jobTitle: 'Regulatory affairs lead', mailbox: 'amara.osei' },
      {
        role: 'clinical_safety',
        name: 'Dr Helen Whitcombe',
        jobTitle: 'Clinical safety officer',
        mailbox: 'helen.whitcombe',
      },
      {
        role: 'risk_owner',
        name: 'Marcus Adeyemi',
        jobTitle: 'Senior information risk owner',
        mailbox: 'marcus.adeyemi',
      },
      { role: 'auditor', name: 'Priya Raman', jobTitle: 'Internal auditor', mailbox: 'priya.raman' },
      { role: 'administrator', name: 'Tom Fairley', jobTitle: 'Systems administrator', mailbox: 'tom.fairley' },
    ],
    colleagues: {
      deputy: {
        ...{ role: 'clinical_safety', name: 'Dr Samir Haddad', mailbox: 'samir.haddad' },
        jobTitle: 'Deputy clinical safety officer',
      },
      outlying: {
        ...{ role: 'engineer', name: 'Daniel Frost', mailbox: 'daniel.frost' },
        jobTitle: 'Clinical engineer, Eastfield Cottage Hospital',
      },
      second: {
        ...{ role: 'regulatory_affairs', name: 'Bethan Pryce', mailbox: 'bethan.pryce' },
        jobTitle: 'Regulatory affairs specialist',
      },
    },
  },
  anselm: {
    name: 'Klinikum Sankt Anselm',
    country: 'DE',
    nation: null,
    domain: 'anselm.example',
    address: ['Medizintechnik', 'Anselmusweg 12', '00000 Musterstadt', 'Deutschland'],
    email: 'medizintechnik@anselm.example',
    telephone: '+49 30 23125 120',
    people: [
      { role: 'engineer', name: 'Katrin Brandt', jobTitle: 'Medizintechnikerin', mailbox: 'katrin.brandt' },
      { role: 'regulatory_affairs', name: 'Dr. Ines Vogt', jobTitle: 'Regulatory Affairs', mailbox: 'ines.vogt' },
      {
        role: 'clinical_safety',
        name: 'Dr. Jonas Reuter',
        jobTitle: 'Beauftragter für Medizinproduktesicherheit',
        mailbox: 'jonas.reuter',
      },
      { role: 'risk_owner', name: 'Sabine Keller', jobTitle: 'Kaufmännische Direktorin', mailbox: 'sabine.keller' },
      { role: 'auditor', name: 'Peter Lindner', jobTitle: 'Revision', mailbox: 'peter.lindner' },
      { role: 'administrator', name: 'Miriam Scholz', jobTitle: 'Systemadministration', mailbox: 'miriam.scholz' },
    ],
    colleagues: {
      deputy: {
        ...{ role: 'clinical_safety', name: 'Dr. Lena Albrecht', mailbox: 'lena.albrecht' },
        jobTitle: 'Stellvertretende Beauftragte für Medizinproduktesicherheit',
      },
      outlying: {
        ...{ role: 'engineer', name: 'Uwe Hartmann', mailbox: 'uwe.hartmann' },
        jobTitle: 'Medizintechniker, Außenstelle',
      },
      second: {
        ...{ role: 'regulatory_affairs', name: 'Clara Engel', mailbox: 'clara.engel' },
        jobTitle: 'Regulatory Affairs',
      },
    },
  },
};

export interface DemoSignIn {
  role: Role;
  name: string;
  email: string;
  password: string;
  organisation: string;
}

/** One sign-in for each role of each demonstration organisation. */
export const DEMO_SIGN_INS: DemoSignIn[] = Object.values(DEMO_ORGANISATIONS).flatMap((organisation) =>
  organisation.people.map(({ role, name, mailbox }) => ({
    role,
    name,
    email: `${mailbox}@${organisation.domain}`,
    password: DEMO_PASSWORD,
    organisation: organisation.name,
  })),
);
