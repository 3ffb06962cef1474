/** EU GMP Annex 11 of 2011, in our own words and from memory. The draft of 2025 is not cited: its numbers differ. */
import type { Framework } from '../framework-line';

const OUTSIDE = 'Outside of the program.';

export const ANNEX_11: Framework = {
  id: 'annex-11',
  title: 'EU GMP Annex 11',
  applies:
    'It binds the manufacture of medicines. A hospital changing devices is not bound by it; it is a benchmark. Headings of the edition in force since 2011; wording (K): from general knowledge, in our own words. The draft of July 2025 is not used.',
  lines: [
    {
      ...{ clause: 'Annex 11 §1', asks: 'Decisions rest on managed risk.' },
      feature: 'Four axes of risk before and after, hazards, residual risk accepted until a day.',
      shows: ['ratings', 'hazards', 'acceptances'],
    },
    {
      ...{ clause: 'Annex 11 §2', asks: 'People know their part and are trained for it.' },
      feature: 'Roles, and training that gates the pen.',
      shows: ['people', 'training'],
    },
    {
      ...{ clause: 'Annex 11 §3', asks: 'Suppliers are agreed with and looked at.' },
      feature: 'Letters, replies, clocks and the record of how a supplier answers.',
      shows: ['suppliers', 'letters', 'replies'],
    },
    {
      ...{ clause: 'Annex 11 §4', asks: 'The system is validated through its life.' },
      feature: 'Requirements and tests are traced to clauses in this table; installation scripts come later.',
      shows: [],
      outside: 'Installation, operation and performance qualification at the organisation.',
      noTest: 'The table itself is the trace; qualification happens on site.',
    },
    {
      ...{ clause: 'Annex 11 §5', asks: 'Data that are exchanged are checked.' },
      feature: 'Dossiers, replies and machine-readable files are parsed by schema; what is unknown is refused.',
      shows: ['assessments', 'replies'],
    },
    {
      ...{ clause: 'Annex 11 §6', asks: 'Critical data are checked a second time.' },
      feature: 'Derived answers and claims count once a person confirms them by name.',
      shows: ['snapshots'],
    },
    {
      ...{ clause: 'Annex 11 §7', asks: 'Data are stored safely and stay readable.' },
      feature: 'One database with checksums; everything is in its backup; digests are checked on reading.',
      shows: ['verifications_of_trail'],
    },
    {
      ...{ clause: 'Annex 11 §8', asks: 'Clear prints, which show whether data changed since they were entered.' },
      feature: 'PDF/A from frozen models: the same input is the same bytes; a pack prints what fell and why.',
      shows: ['packs', 'letters'],
    },
    {
      ...{ clause: 'Annex 11 §9', asks: 'A trail with the reason for each change, and somebody reads it regularly.' },
      feature: 'Reasons are asked for where something is taken back; reviews of the record are signed.',
      shows: ['acts', 'reviews'],
    },
    {
      ...{ clause: 'Annex 11 §10', asks: 'Changes are made in a controlled way.' },
      feature: 'The life of a change, from proposal to verification; policies and templates have versions.',
      shows: ['changes', 'closed'],
    },
    {
      ...{ clause: 'Annex 11 §11', asks: 'It is looked at from time to time whether all is still in order.' },
      feature: 'Reviews of the record; acceptances and approvals that expire. A yearly self-assessment comes later.',
      shows: ['reviews', 'acceptances'],
      noTest: 'The yearly self-assessment is not there yet.',
    },
    {
      ...{ clause: 'Annex 11 §12', asks: 'Access is restricted and recorded.' },
      feature: 'Roles, second factors, row-level security by organisation; sign-ins are recorded.',
      shows: ['people', 'sign_ins'],
    },
    {
      ...{ clause: 'Annex 11 §13', asks: 'Incidents are reported and assessed.' },
      feature: 'A checklist on what has to be reported, decided by a named person.',
      shows: ['triages'],
    },
    {
      ...{
        clause: 'Annex 11 §14',
        asks: 'A signature weighs as one by hand, stays with its record, and has time and date.',
      },
      feature: 'Signed text over a snapshot, with time and zone; it falls visibly when what it covers changes.',
      shows: ['signatures', 'fallen'],
    },
    {
      ...{ clause: 'Annex 11 §15', asks: 'Batches are released by a qualified person.' },
      feature: 'None: there are no batches here.',
      shows: [],
      outside: 'Not applicable to changes of devices in a hospital.',
      noTest: 'Not applicable.',
    },
    {
      ...{ clause: 'Annex 11 §16', asks: 'Work goes on when the system does not.' },
      feature: 'Jobs and the database recover by themselves; paper sheets can be signed and attached.',
      shows: [],
      outside: 'The organisation’s own continuity plan.',
      noTest: `${OUTSIDE} That killed processes lose nothing is measured by the benchmarks.`,
    },
    {
      ...{ clause: 'Annex 11 §17', asks: 'Archived data stay readable and whole.' },
      feature: 'Retention classes with their clocks; packs verify without us.',
      shows: ['packs', 'disposals'],
    },
  ],
};
