/** What a premarket submission in the United States would need. */
import { askings, closed, oneOf } from '../entry';

const CLINICAL_DATA = {
  none: 'None',
  confirmatory: 'Limited data that confirm',
  substantial: 'Substantial clinical data',
  entirely_new: 'New preclinical and new clinical data; the old ones no longer support the device',
} as const;

export const submissionAskings = askings({
  changes_own_device: {
    question: 'Does the company that would submit change its own legally marketed device?',
    help: 'The holder of the clearance counts. A third party that rebuilds the device of another company does not.',
    who: 'manufacturer',
    foundIn: 'clearance letter: name of the holder',
    letter: closed('Are you the holder of the clearance of the device that is changed?'),
  },
  performance_data_needed: {
    question: 'Are performance data needed to judge the change?',
    help: 'Bench, software verification or other test results count. If the change can be judged from its description alone, answer no.',
    who: 'manufacturer',
    foundIn: 'verification plan of the change',
    letter: closed('Are performance data needed to evaluate this change?'),
  },
  established_test_method_exists: {
    question: 'Is there a well-established way to test it?',
    help: 'A protocol of your own earlier authorisation, a recognised standard, FDA guidance, a qualified tool or an accepted public method counts. A method made up for this change does not.',
    who: 'manufacturer',
    foundIn: 'verification plan: methods and their sources',
    letter: closed(
      'Is there a well-established method to evaluate this change (own authorised protocol, recognised standard, guidance, qualified tool)?',
    ),
  },
  data_reviewable_in_summary: {
    question: 'Can all the data be reviewed as a summary or a risk analysis?',
    help: 'If FDA would have to see the underlying test reports or raw data, answer no.',
    who: 'manufacturer',
    foundIn: 'draft of the submission; design control summary',
    letter: closed('Can all data that support the change be reviewed in summary or risk-analysis form?'),
  },
  special_510k_exclusion: {
    question: 'Does anything rule out the short form of submission (Special 510(k))?',
    help: 'Such things are: unrelated changes bundled together, a relevant design-control violation in a recent inspection, novel methods, clinical or animal data.',
    who: 'manufacturer',
    foundIn: 'regulatory strategy; last inspection report',
    letter: closed(
      'Does an exclusion from the Special 510(k) apply (unrelated bundled changes, relevant violative design-control inspection, novel methods, clinical or animal data)?',
    ),
  },
  scientific_disciplines_needed: {
    question: 'How many scientific disciplines are needed to review the change?',
    help: 'Software, electrical safety, biocompatibility, sterility, human factors and clinical count as one each. A whole number.',
    who: 'manufacturer',
    foundIn: 'draft of the submission: list of test reports by discipline',
    letter: {
      text: 'How many scientific disciplines are needed to review the data on this change?',
      choices: [
        { label: 'One', value: 1 },
        { label: 'Two', value: 2 },
        { label: 'Three', value: 3 },
        { label: 'Four or more', value: 4 },
        { label: 'Not yet assessed', value: 'unknown' },
      ],
    },
  },
  clinical_data_needed: {
    question: 'Which clinical data does the change need?',
    help: 'Think of data to validate the design. Bench tests, simulations and usability tests are no clinical data.',
    who: 'manufacturer',
    foundIn: 'design validation plan; clinical evaluation',
    valueLabels: CLINICAL_DATA,
    letter: oneOf('Which clinical data does this change need?', CLINICAL_DATA),
  },
  new_acceptance_criteria_needed: {
    question: 'Does the change need a new test scheme, other methods or new acceptance criteria?',
    help: 'Re-running the tests of the cleared device with the same limits is a no. New limits because the design is another one are a yes.',
    who: 'manufacturer',
    foundIn: 'verification and validation plan beside the earlier one',
    letter: closed('Does this change need a new test scheme, other methods or new acceptance criteria?'),
  },
  minor_change: {
    question: 'Is it a minor change of a kind that is expected for this type of device?',
    help: 'Think of small changes of design, software, labelling or sterilisation. A new function is not minor.',
    who: 'manufacturer',
    foundIn: 'change assessment; earlier supplements for the same device',
    letter: closed('Is this a minor change, of a kind expected for this type of device?'),
  },
  only_enhances_safety: {
    question:
      'Does a change of labelling, quality control or manufacturing only make the device safer, on new information?',
    help: 'A stronger warning or an extra check after new findings counts. A change of design or software never does, even when it helps safety.',
    who: 'manufacturer',
    foundIn: 'change assessment; the new findings',
    letter: closed(
      'Is the change limited to labelling, quality control or manufacturing, and does it only enhance safety on newly acquired information, without effect on effectiveness?',
    ),
  },
  submission_required: {
    question: 'Does another rule ask for a submission to FDA before the changed device is marketed?',
    help: 'A new 510(k), a De Novo request or a PMA supplement counts. A note in the annual report does not.',
    who: 'manufacturer',
    foundIn: 'decision on the 510(k) or the PMA supplement',
    letter: closed('Does this change need a premarket submission to FDA (510(k), De Novo, PMA or HDE supplement)?'),
  },
  change_could_affect_cybersecurity: {
    question: 'Could the change touch cybersecurity?',
    help: 'Examples of a yes: authentication, encryption, a new connection, the way updates arrive, the software structure. Materials or sterilisation are a no.',
    who: 'manufacturer',
    foundIn: 'threat model; architecture views; release note',
    letter: closed(
      'Could this change affect cybersecurity (authentication, encryption, connectivity, update process, architecture, software structure)?',
    ),
  },
  cyber_vulnerable_technology: {
    question: 'Does the device have technology that could be open to cyber threats?',
    help: 'An operating system, a network service, a radio or a data port counts. If it has none of these, answer no with the reason.',
    who: 'manufacturer',
    foundIn: 'MDS2 form; software bill of materials; threat model',
    letter: closed('Does the device have technological characteristics that could be vulnerable to cyber threats?'),
  },
  cyber_risk_above_predicate: {
    question: 'Is the cybersecurity risk higher than that of the device it is compared with?',
    help: 'Compare with the predicate of the submission: new connections, more exposed services, weaker controls. FDA draws the conclusion; the manufacturer has the comparison.',
    who: 'manufacturer',
    foundIn: 'comparison with the predicate; threat models of both',
    letter: closed('Is the cybersecurity risk of the changed device higher than that of the predicate?'),
  },
  supporting_data_adequate: {
    question: 'Do the data in the submission carry the claim that cybersecurity is adequate?',
    help: 'Security risk report, test reports and architecture views count. A missing or failed penetration test points to no.',
    who: 'manufacturer',
    foundIn: 'security risk management report; security test reports',
    letter: closed('Do you hold data that adequately support the cybersecurity of the changed device?'),
  },
});
