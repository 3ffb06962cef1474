/** Who acts, where, how far the change has gone, and what the manufacturer allows. */
import { askings, closed, type LetterChoice } from './entry';

const WITHHELD: LetterChoice = { label: 'Not decided yet', value: 'unknown' };

export const permissionAskings = askings({
  actor: {
    question: 'Who will carry out the change?',
    help: "Whoever does the work on the device counts, not who orders it. A service company sent by the manufacturer acts on the manufacturer's behalf; a company the hospital hires on its own does not.",
    who: 'hospital',
    valueLabels: {
      manufacturer: 'The manufacturer',
      manufacturer_agent: 'Someone acting for the manufacturer (its service, or a company under its instruction)',
      health_institution: 'The hospital or another care organisation',
      servicing_entity: 'An independent service company',
      integrator: 'A system integrator',
      importer_or_distributor: 'An importer or distributor',
      other: 'Somebody else',
    },
  },
  change_location: {
    question: 'Where does the change land?',
    help: 'On the device: its hardware, operating system, software, accounts or settings. Connection only: linking it to a network or cutting it off. Environment: equipment the manufacturer did not supply, such as a ward switch or firewall. If several apply, choose the device.',
    who: 'hospital',
    foundIn: 'the proposal; inventory of what the manufacturer supplied',
    valueLabels: {
      device: 'On the device itself',
      device_connection: 'Only its connection to the network',
      environment: 'Only in its environment',
    },
  },
  change_status: {
    question: 'How far has the change gone?',
    help: 'Proposed: it can still be dropped. Decided: it will be made whatever the answers are. Implemented: it is already on the device.',
    who: 'hospital',
    foundIn: 'change ticket',
    valueLabels: {
      proposed: 'Proposed, still open',
      decided: 'Decided, will be made in any case',
      implemented: 'Already made',
    },
  },
  covered_by_manufacturer_instructions: {
    question:
      "Do the manufacturer's published instructions for this model and version describe this change as your task?",
    help: 'Instructions for use, service manual, security guide and release note count. A completed MDS2 form or a sales talk does not: the form only points to the page. Example: the security guide says that the operator installs monthly operating-system patches.',
    who: 'hospital',
    foundIn:
      'instructions for use, service manual, security guide; MDS2 CSUP-2.1 to 2.4, MLDP-2.3, PAUT-5, SAHD-13 point to the page',
    letter: closed(
      'Do your published instructions for this model and software version describe this change as a task of the operator? If so, please name document, version and page.',
      { yes: 'Yes (document and page given)', unknown: 'Not checked' },
    ),
  },
  manufacturer_authorised: {
    question: 'Has the manufacturer allowed this change in writing, for this model and version?',
    help: 'The document must name the change, the model and the software version, and you must hold it. A general statement that the manufacturer supports patching does not count; a bulletin listing the approved patch does.',
    who: 'manufacturer',
    foundIn: "manufacturer's letter, bulletin or list of approved patches (MDS2 CSUP-7, CSUP-9)",
    letter: {
      text: 'May we make this change on the model and software version named above? If so, please confirm it in writing with procedure, exclusions and the test needed afterwards.',
      choices: [
        { label: 'No', value: false },
        { label: 'Yes, confirmed in the enclosed document', value: true },
        WITHHELD,
      ],
    },
  },
  manufacturer_makes_change: {
    question: 'Will the manufacturer or its authorised service make the change on the unit?',
    help: 'A visit or a remote session of the manufacturer counts, and so does a service company it has authorised for this. Advice by telephone while your own staff do the work does not.',
    who: 'manufacturer',
    foundIn: 'service agreement; MDS2 CSUP-2.2, CSUP-3.2',
    letter: closed('Will you, or a service you have authorised, make this change on the installed units?', {
      no: 'No, the operator makes it',
      yes: 'Yes, we or our service make it',
      unknown: 'Not decided yet',
    }),
  },
  manufacturer_will_authorise: {
    question: 'Has the manufacturer been asked, and has it said that it will approve or validate the change?',
    help: 'A statement with a prospect of written approval counts. Silence, or an acknowledgement that your letter arrived, does not: leave it unknown.',
    who: 'manufacturer',
    foundIn: 'correspondence with the supplier',
    letter: closed(
      'If you have not authorised this change yet: will you approve it, or validate it, for this model and version?',
      {
        yes: 'Yes (please give the date)',
        unknown: 'Not decided yet',
      },
    ),
  },
  done_as_instructed: {
    question: 'Is it done exactly as the instructions or the permission say?',
    help: 'Source of the software, version, settings, order of steps, checks, record and training all count. Example of a no: the right patch, but taken from another source or without the acceptance test.',
    who: 'hospital',
    foundIn: "work instruction beside the manufacturer's text; test record",
  },
  risk_treatable_outside_device: {
    question: 'Can the same risk be brought to an acceptable level without touching the device?',
    help: 'Think of a firewall rule, a separate network zone, closing remote access or a physical block. It counts only if the risk becomes acceptable, not if it merely becomes smaller.',
    who: 'hospital',
    foundIn: 'risk assessment of the network; MDS2 SGUD-4 (recommended compensating controls)',
  },
  serious_harm_likely_before_answer: {
    question:
      'Is serious harm to patients, or the loss of an essential service, likely before the manufacturer can answer?',
    help: 'Likely, not merely possible. Example of a yes: malware is spreading in the ward network now and the device is exposed. A high severity score of a vulnerability alone is not enough.',
    who: 'hospital',
    foundIn: 'incident and threat information; clinical lead',
  },
  connection_needed: {
    question: 'Does anything the device is for need the link or traffic that the change cuts or blocks?',
    help: 'Count functions of the intended purpose, alarm paths, remote service and the way updates arrive. Filtering that still lets all of that traffic through does not count as cutting it.',
    who: 'hospital',
    foundIn: 'instructions for use; MDS2 CONN-3, CONN-4, CONN-6, RMOT-1',
    letter: closed(
      'Does any function of the intended purpose, alarm path, remote service or update path need the connection or traffic that this change would cut or block?',
    ),
  },
  disconnected_operation_documented: {
    question: 'Does the manufacturer document operation in the state that results?',
    help: 'For example stand-alone use, a degraded mode, or use with a list of permitted flows. Experience that it also runs without a network does not count.',
    who: 'manufacturer',
    foundIn: 'instructions for use; MDS2 DOC-6',
    letter: closed(
      'Do your instructions describe operation in the resulting state (stand-alone, degraded, or with listed flows only)?',
      {
        yes: 'Yes (document and page given)',
      },
    ),
  },
  network_requirements_known: {
    question: "Do you have the manufacturer's minimum requirements for hardware, network and IT security?",
    help: 'A list of ports and protocols, a data-flow diagram or the IT chapter of the instructions counts. Settings found by watching the traffic do not.',
    who: 'hospital',
    foundIn: 'instructions for use; MDS2 CONN-2 (ports), DOC-10 (data flows)',
    letter: closed(
      'Please send your minimum requirements for hardware, network and IT security for this model (ports, protocols, peers, bandwidth, latency, time and directory services). Are they enclosed?',
      { no: 'No such document exists', yes: 'Yes, enclosed', unknown: 'Will follow' },
    ),
  },
  within_network_requirements: {
    question: 'After the change, are all network and IT requirements of the manufacturer still met?',
    help: 'Compare ports, allowed peers, latency, bandwidth, name, time and directory services one by one. One requirement missed is a no. If the requirements are not known, leave it unknown.',
    who: 'hospital',
    foundIn: 'MDS2 CONN-2, DOC-10, CONN-6, NAUT-2.1 beside the planned rule set',
    letter: closed('With the rule set described above, are all your stated network and IT requirements still met?', {
      no: 'No (please name the requirement)',
    }),
  },
  transferred_to_other_legal_entity: {
    question: 'Will the unit be sold, lent or passed to another legal entity?',
    help: 'Another legal entity counts even on the same site: a franchise, a shared laboratory company, another trust. Moving it between wards of the same trust does not.',
    who: 'hospital',
    foundIn: 'asset register; loan and shared-service agreements',
  },
  under_contract_terms: {
    question: 'Is the unit under a lease, managed service or warranty that restricts changes?',
    help: 'Look for clauses on unauthorised changes, warranty and indemnity. A plain purchase whose warranty has ended is a no.',
    who: 'hospital',
    foundIn: 'purchase, lease or service contract',
  },
  within_manufacturer_specification: {
    question: "Do the device and its parts stay within the manufacturer's limits afterwards?",
    help: 'Dimensions, performance and safety limits over the whole service life count. An equivalent part of another make counts as a yes only if its data have been compared with the specification.',
    who: 'hospital',
    foundIn: 'service manual; data sheet of the part',
    letter: closed(
      'After this activity, do the device and its parts stay within your dimensional, performance and safety limits?',
    ),
  },
  covered_by_authorised_change_plan: {
    question: 'Does a predetermined change control plan that the authority has accepted cover this change?',
    help: 'The plan must be part of the clearance, approval or certificate, and the change must stay inside its terms. An internal update policy is no such plan.',
    who: 'manufacturer',
    foundIn: 'clearance or approval letter; change control plan',
    letter: closed(
      'Is this change covered by a predetermined change control plan that an authority has cleared, approved or assessed?',
    ),
  },
});
