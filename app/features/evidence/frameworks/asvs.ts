/** OWASP ASVS 5.0: the items that matter most here, in our own words. Target: level 2, and some of level 3. */
import type { Framework } from '../framework-line';

export const ASVS: Framework = {
  id: 'asvs',
  title: 'OWASP ASVS 5.0 (selection)',
  applies:
    'A voluntary standard for the security of web applications. Items chosen for this product; identifiers and levels were checked against its repository, the wording is ours (K).',
  lines: [
    {
      ...{ clause: 'ASVS 1.2.10', asks: 'Lists that a spreadsheet opens run nothing (level 3).' },
      ...{ feature: 'Cells that begin like a formula are marked as text.', shows: [] },
      noTest: 'app/features/csv.test.ts shows it.',
    },
    {
      ...{ clause: 'ASVS 1.3.7', asks: 'Templates run nothing of their author (level 2).' },
      ...{ feature: 'Letter templates fill blanks and know no code.', shows: ['letters'] },
      noTest: 'app/features/letters/templates tests show it.',
    },
    {
      ...{ clause: 'ASVS 2.3.1', asks: 'Business steps happen in order (level 1).' },
      ...{ feature: 'One state machine, with a last gate in the database.', shows: ['changes'] },
    },
    {
      ...{ clause: 'ASVS 2.3.5', asks: 'What weighs most needs several people (level 3).' },
      ...{ feature: 'Routes, nobody signs for two; disposal and emergencies take two people.', shows: ['signatures'] },
    },
    {
      ...{ clause: 'ASVS 3.5.1', asks: 'Forms cannot be sent from elsewhere (level 1).' },
      ...{ feature: 'A token of the session in each form.', shows: [] },
      noTest: 'app/guard tests show it.',
    },
    {
      ...{ clause: 'ASVS 4.1.5', asks: 'Messages that weigh much are signed one by one (level 3).' },
      ...{ feature: 'Packs carry a signed manifest and a seal over the whole file.', shows: ['packs'] },
    },
    {
      ...{ clause: 'ASVS 5.2.1', asks: 'Uploads are bounded and looked into (level 1).' },
      ...{ feature: 'Size, kind, nesting and active content are examined in a process of its own.', shows: [] },
      noTest: 'app/features/files tests show it.',
    },
    {
      ...{ clause: 'ASVS 6.3.3', asks: 'A second factor is possible (level 2).' },
      ...{ feature: 'Authenticator codes and passkeys, with recovery codes.', shows: ['people'] },
      noTest: 'app/features/people tests show it.',
    },
    {
      ...{ clause: 'ASVS 7.5.3', asks: 'Proof of identity again before what weighs most (level 3).' },
      ...{ feature: 'Each signature asks for it at the act.', shows: ['signatures'] },
    },
    {
      ...{ clause: 'ASVS 8.2.1', asks: 'Functions are allowed one by one (level 1).' },
      ...{ feature: 'One table of permissions, walked by a test for every address.', shows: ['refusals'] },
    },
    {
      ...{ clause: 'ASVS 8.4.1', asks: 'Organisations do not see each other (level 2).' },
      ...{ feature: 'Row-level security in the database, whatever the program forgets.', shows: [] },
    },
    {
      ...{ clause: 'ASVS 16.2.1', asks: 'The log says who did what and when (level 2).' },
      ...{ feature: 'The record, in universal time.', shows: ['acts'] },
    },
    {
      ...{ clause: 'ASVS 16.4.2', asks: 'Logs cannot be altered (level 2).' },
      ...{
        feature: 'Append-only tables, hash chain, checkpoints signed with a key outside the database.',
        shows: ['checkpoints'],
      },
    },
    {
      ...{ clause: 'ASVS 16.4.3', asks: 'Logs are sent to another system (level 2).' },
      ...{ feature: 'Export as NDJSON; sending by itself comes later.', shows: [] },
      outside: 'A collector of the organisation.',
      noTest: 'Nothing is sent by itself yet.',
    },
  ],
};
