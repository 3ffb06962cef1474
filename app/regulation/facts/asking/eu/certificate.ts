/** The certificate of the notified body, what its contract asks for, and how a change bears on device identification. */
import { askings, closed, oneOf } from '../entry';

const CERTIFICATE = {
  technical_documentation_assessment: 'EU technical documentation assessment certificate (Annex IX chapter II)',
  type_examination: 'EU type-examination certificate (Annex X)',
  quality_system: 'Quality management system certificate only (Annex IX chapters I and III, or Annex XI)',
  limited_aspect: 'Certificate limited to sterility, measuring function or reprocessing',
  none: 'No certificate of a notified body',
};

const CONTRACT = {
  none: 'Nothing for this kind of change',
  notify: 'Notification',
  prior_approval: 'Approval before the change is made',
};

export const certificateAskings = askings({
  eu_certificate_type: {
    question: 'Which certificate of a notified body covers this device under the MDR or IVDR?',
    help: 'Look at the heading of the certificate. Class III and most class IIb implants have a technical documentation assessment certificate for the device; class IIa and other IIb devices usually have a quality system certificate only. A certificate under the old directives does not count.',
    who: 'manufacturer',
    foundIn: 'certificate of the notified body',
    valueLabels: CERTIFICATE,
    letter: oneOf('Which certificate of a notified body covers this device under the MDR or IVDR?', CERTIFICATE),
  },
  implantable: {
    question: 'Is the device implantable?',
    help: 'It is meant to stay wholly or partly in the body after the procedure. A needle or catheter withdrawn at the end of a treatment is not.',
    who: 'manufacturer',
    foundIn: 'declaration of conformity; instructions for use',
    letter: closed('Is the device implantable?'),
  },
  listed_simple_implant: {
    question: 'Is it one of the simple implants that the MDR lists as exceptions?',
    help: 'Sutures, staples, dental fillings, dental braces, tooth crowns, screws, wedges, plates, wires, pins, clips and connectors. A device with software is hardly ever one.',
    who: 'manufacturer',
    foundIn: 'declaration of conformity',
    letter: closed('Is the device one of the simple implants listed in MDR Art. 52(4)?'),
  },
  nb_contract_requirement: {
    question: 'What does the contract with the notified body ask for when this kind of change is made?',
    help: 'Look for the clause on changes to the quality system, the device range, the design, the purpose or the type. Silence of the contract is "nothing" only after somebody has looked.',
    who: 'manufacturer',
    foundIn: 'contract with the notified body (Annex VII 4.9)',
    valueLabels: CONTRACT,
    letter: oneOf('What does your contract with the notified body ask for when this kind of change is made?', CONTRACT),
  },
  udi_required: {
    question: 'Must this unit carry a unique device identification (UDI)?',
    help: 'Devices under the MDR or IVDR must. Legacy devices, devices made in-house and custom-made devices need none, even where one is printed.',
    who: 'manufacturer',
    foundIn: 'label; entry in EUDAMED',
    letter: closed('Must this device carry a unique device identification (UDI)?'),
  },
  identification_or_traceability_affected: {
    question: 'Could the change lead to a mix-up of units or make them harder to trace?',
    help: 'Name, version or model, single use, sterile state, quantity in the pack, critical warnings or contra-indications, language of the interface. A new build number that is shown and recorded does not blur anything.',
    who: 'manufacturer',
    foundIn: 'label; UDI assignment of the manufacturer',
    letter: closed('Could the change lead to misidentification of the device or blur its traceability?'),
  },
  udi_effect_excluded: {
    question: 'Is it shown that neither original performance nor safety nor the reading of data changes?',
    help: 'A test report or a documented assessment counts, a belief does not. Asked where a new algorithm, database structure, platform, architecture, interface or channel would by itself call for a new identifier.',
    who: 'manufacturer',
    foundIn: 'verification report; UDI assessment of the change',
    letter: closed(
      'Have you shown that neither original performance, nor safety, nor the interpretation of data changes?',
    ),
  },
});
