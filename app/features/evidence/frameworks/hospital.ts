/** What hospitals are asked for: DSPT and CAF of the National Health Service, and IEC 80001-1. In our own words, from memory. */
import type { Framework } from '../framework-line';

const NO_TEST = 'Shown by the records themselves; the features behind them have tests of their own.';

export const DSPT_CAF: Framework = {
  id: 'dspt-caf',
  title: 'DSPT, aligned with the Cyber Assessment Framework',
  applies:
    'Organisations of the National Health Service in England answer it every year. Outcomes of the framework by their letters; wording (K): from general knowledge, in our own words. What a device register and its changes can show is a part of each outcome only.',
  lines: [
    {
      ...{ clause: 'CAF A2', asks: 'Risks are found, weighed and treated.', noTest: NO_TEST },
      ...{
        feature: 'Assessments, axes of risk, accepted residual risk.',
        shows: ['assessments', 'ratings', 'acceptances'],
      },
    },
    {
      ...{ clause: 'CAF A3', asks: 'It is known what there is.', noTest: NO_TEST },
      ...{ feature: 'Register of models, software and units.', shows: ['devices', 'units'] },
    },
    {
      ...{ clause: 'CAF A4', asks: 'Dependence on suppliers is managed.', noTest: NO_TEST },
      ...{ feature: 'Letters, replies, clocks, record of answers.', shows: ['suppliers', 'letters', 'replies'] },
    },
    {
      ...{ clause: 'CAF B2', asks: 'Access is known and controlled.', noTest: NO_TEST },
      ...{ feature: 'Roles, second factors, refused attempts recorded.', shows: ['people', 'refusals'] },
    },
    {
      ...{
        clause: 'CAF B4',
        asks: 'Systems are kept secure: changes and vulnerabilities are managed.',
        noTest: NO_TEST,
      },
      ...{
        feature: 'The life of a change, with the reason why a patch was or was not made.',
        shows: ['changes', 'implementations', 'verifications'],
      },
    },
    {
      ...{ clause: 'CAF B6', asks: 'People are aware and trained.', noTest: NO_TEST },
      ...{ feature: 'Training and accepted accountability of those who sign.', shows: ['training', 'accountability'] },
    },
    {
      ...{ clause: 'CAF C1', asks: 'What happens is watched, and logs are kept by kind.', noTest: NO_TEST },
      ...{ feature: 'Only the record of Changemark itself.', shows: ['acts'] },
      outside: 'Monitoring of networks and devices is outside of Changemark.',
    },
    {
      ...{ clause: 'CAF D1', asks: 'There is a plan for incidents.', noTest: NO_TEST },
      ...{ feature: 'Emergencies with a clock, and what has to be reported.', shows: ['emergencies', 'triages'] },
    },
    {
      ...{ clause: 'CAF D2', asks: 'Lessons are learnt.', noTest: 'Not there.' },
      ...{ feature: 'None.', shows: [] },
      outside: 'Reviews of incidents are kept elsewhere.',
    },
  ],
};

export const IEC_80001: Framework = {
  id: 'iec-80001',
  title: 'IEC 80001-1',
  applies:
    'A standard for hospitals that connect medical devices to their networks; voluntary unless a contract or authority names it. Clauses of the edition of 2010, whose numbers the edition of 2021 does not keep; wording (K): from general knowledge, in our own words.',
  lines: [
    {
      ...{ clause: 'IEC 80001-1 4.2.1', asks: 'Somebody is responsible, and policy is set.', noTest: NO_TEST },
      ...{ feature: 'Roles, routes of signatures as versioned policy.', shows: ['people', 'signatures'] },
    },
    {
      ...{ clause: 'IEC 80001-1 4.3.2', asks: 'What is connected is described.', noTest: NO_TEST },
      ...{ feature: 'Register of models, units and where they stand.', shows: ['devices', 'units'] },
    },
    {
      ...{
        clause: 'IEC 80001-1 4.3.4',
        asks: 'Responsibilities are agreed with makers and suppliers.',
        noTest: 'Not there.',
      },
      ...{
        feature: 'Letters and confirmed answers; agreements themselves are kept elsewhere.',
        shows: ['letters', 'replies'],
      },
    },
    {
      ...{
        clause: 'IEC 80001-1 4.4',
        asks: 'Risk is analysed, evaluated, controlled, and what is left is judged.',
        noTest: NO_TEST,
      },
      ...{
        feature: 'Hazard log, axes before and after, signed acceptance of what is left.',
        shows: ['hazards', 'ratings', 'acceptances'],
      },
    },
    {
      ...{
        clause: 'IEC 80001-1 4.5.1',
        asks: 'Changes are released after their risk is accepted, and managed as a process.',
        noTest: NO_TEST,
      },
      ...{
        feature: 'Sign-off before implementation; verification closes.',
        shows: ['signatures', 'verifications', 'closed'],
      },
    },
    {
      ...{
        clause: 'IEC 80001-1 4.5.2.2',
        asks: 'Routine changes may run under a permit with limits.',
        noTest: NO_TEST,
      },
      ...{ feature: 'Change permits as documents; standard changes.', shows: ['permits'] },
    },
    {
      ...{
        clause: 'IEC 80001-1 4.6',
        asks: 'What was released is watched, and events are acted upon.',
        noTest: NO_TEST,
      },
      ...{
        feature: 'Emergencies and decisions on what to report; monitoring itself is outside.',
        shows: ['emergencies', 'triages'],
      },
    },
    {
      ...{ clause: 'IEC 80001-1 5', asks: 'Documents of the risk management file are controlled.', noTest: NO_TEST },
      ...{ feature: 'The record, evidence packs.', shows: ['acts', 'packs'] },
    },
  ],
};
