/** 21 CFR Part 11, in our own words and from memory: to be checked against the official text before it is quoted. */
import type { Framework } from '../framework-line';

export const PART_11: Framework = {
  id: 'part-11',
  title: '21 CFR Part 11',
  applies:
    'It binds records that FDA rules require. A hospital in the United Kingdom is not bound by it; suppliers and inspectors know it as a benchmark. Wording (K): from general knowledge, in our own words.',
  lines: [
    {
      ...{ clause: '11.10(a)', asks: 'Validation; altered or invalid records are noticed.' },
      feature: 'Hash chain, signed checkpoints, digests checked when a file is opened; the verifier names the place.',
      shows: ['verifications_of_trail', 'checkpoints'],
    },
    {
      ...{ clause: '11.10(b)', asks: 'Whole, accurate copies for people and machines.' },
      feature: 'Evidence packs: PDF, JSON, files and trail in one ZIP that verifies without us.',
      shows: ['packs'],
    },
    {
      ...{ clause: '11.10(c)', asks: 'Records are protected and found again for as long as they are kept.' },
      feature: 'Retention classes, legal holds, disposal by two people with a stub.',
      shows: ['holds', 'disposals'],
    },
    {
      ...{ clause: '11.10(d)', asks: 'Only authorised people come in.' },
      feature: 'One table of roles and permissions, refused by default; tested route by route.',
      shows: ['people', 'refusals'],
    },
    {
      ...{
        clause: '11.10(e)',
        asks: 'A trail made by the system, with time, that hides nothing and outlives nothing it covers.',
      },
      feature: 'Append-only record with who, when, what was and what is; the database refuses updates and deletions.',
      shows: ['acts'],
    },
    {
      ...{ clause: '11.10(f)', asks: 'Steps happen in their order.' },
      feature: 'One state machine for pages, interface and jobs; a last gate in the database.',
      shows: ['changes'],
    },
    {
      ...{ clause: '11.10(g)', asks: 'Rights are checked when somebody acts or signs.' },
      feature: 'Role, place, turn and pen are looked at in the transaction that signs.',
      shows: ['signatures'],
    },
    {
      ...{ clause: '11.10(h)', asks: 'Where it matters, from which device something came.' },
      feature: 'Network address, session and method of proof stand with each signature.',
      shows: ['signatures'],
      noTest: 'The address is part of the row that the tests of signing write; no list of allowed devices exists.',
    },
    {
      ...{ clause: '11.10(i)', asks: 'Education, training and experience.' },
      feature: 'Training with an end takes the pen and leaves the login.',
      shows: ['training'],
    },
    {
      ...{ clause: '11.10(j)', asks: 'Written policies that hold people to their signatures.' },
      feature: 'Signers accept a numbered text; without it they cannot sign.',
      shows: ['accountability'],
    },
    {
      ...{ clause: '11.10(k)', asks: 'Documentation of the system is controlled.' },
      feature: 'Decisions, editions of the rule library and migrations stand in the repository with their history.',
      shows: [],
      noTest: 'A matter of the repository, not of the running program.',
    },
    {
      ...{ clause: '11.30', asks: 'Open systems take further measures.' },
      feature: 'Reply links carry no account; letters carry a digest and, with a certificate, a seal.',
      shows: ['letters', 'replies'],
    },
    {
      ...{ clause: '11.50(a)', asks: 'A signature shows printed name, date and time, and its meaning.' },
      feature: 'All of them stand in the signed text itself, with the time zone.',
      shows: ['signatures'],
    },
    {
      ...{ clause: '11.50(b)', asks: 'The same wherever a person reads the record.' },
      feature: 'Page, permit and evidence pack print from the signed row.',
      shows: ['signatures', 'permits'],
    },
    {
      ...{ clause: '11.70', asks: 'A signature cannot be cut out, copied or moved.' },
      feature: 'It signs the digest of a snapshot, the record, the round and the place; moved, it does not verify.',
      shows: ['snapshots', 'fallen'],
    },
    {
      ...{ clause: '11.100(a)', asks: 'A signature belongs to one person and is given to nobody else.' },
      feature: 'Accounts are never deleted or given on; an address is used once.',
      shows: ['people'],
    },
    {
      ...{ clause: '11.100(b)', asks: 'Identity is established before somebody may sign.' },
      feature: 'Only an administrator adds people; how they proved who they are is kept on paper so far.',
      shows: [],
      outside: 'The organisation’s own personnel file.',
      noTest: 'There is no field for it yet.',
    },
    {
      ...{ clause: '11.100(c)', asks: 'The agency is told that electronic signatures are meant to bind.' },
      feature: 'None: a letter of the organisation.',
      shows: [],
      outside: 'A letter of the organisation to the agency.',
      noTest: 'Outside of the program.',
    },
    {
      ...{ clause: '11.200(a)(1)', asks: 'Two components, such as an identity and a password.' },
      feature: 'Signed in, and proved again at the act: password, code or passkey.',
      shows: ['signatures'],
    },
    {
      ...{ clause: '11.200(a)(2)', asks: 'Used only by its owner.' },
      feature: 'Nobody signs for another without a delegation that shows in the signature.',
      shows: ['delegations'],
    },
    {
      ...{ clause: '11.200(a)(3)', asks: 'Misuse takes two people.' },
      feature: 'An administrator sets only a first password, which its owner has to replace; that act is recorded.',
      shows: ['people'],
    },
    {
      ...{ clause: '11.300(a)', asks: 'No two people share identity and password.' },
      feature: 'One account an address, in every organisation.',
      shows: ['people'],
    },
    {
      ...{ clause: '11.300(b)', asks: 'Credentials are checked and revised from time to time.' },
      feature: 'Known and short passwords are refused; no forced change, as ASVS 6.2.10 asks.',
      shows: ['people'],
      noTest: 'A choice between two sources; the policy is not switchable yet.',
    },
    {
      ...{ clause: '11.300(c)', asks: 'Lost means of proof are withdrawn.' },
      feature: 'Sessions end when an account is closed; second factors are taken away by an administrator, recorded.',
      shows: ['people'],
    },
    {
      ...{ clause: '11.300(d)', asks: 'Misuse is noticed at once.' },
      feature: 'Failed sign-ins slow down and are recorded; a refused signature too.',
      shows: ['sign_ins', 'refusals'],
    },
    {
      ...{ clause: '11.300(e)', asks: 'Devices that make codes are tested.' },
      feature: 'An authenticator or passkey counts only after it has answered once.',
      shows: ['people'],
    },
  ],
};
