/** What only the Australian instruments ask: urgent action, parts and processes that do not matter for risk. */
import { askings, closed } from '../entry';

export const australiaAskings = askings({
  urgent_recall_action_needed: {
    question: 'Does the change answer a fault in supplied devices that needs an urgent recall or product correction?',
    help: 'A fault that may harm patients and cannot wait counts. A planned update that merely lowers a risk that is acceptable today does not.',
    who: 'manufacturer',
    foundIn: 'corrective action record; notice to customers',
    letter: closed(
      'Does this change answer a fault in devices already supplied that needs urgent recall or product-correction action?',
    ),
  },
  noncritical_part_meets_criteria: {
    question:
      'Is only a non-critical part or supplier exchanged, and are the acceptance criteria set for it still met?',
    help: 'Both must hold. Critical are those whose failure can harm, or that the certificate names. Another make of the same cable that passes incoming inspection is a yes.',
    who: 'manufacturer',
    foundIn: 'purchasing specification; list of critical suppliers',
    letter: closed(
      'Does this change exchange only a non-critical part or supplier, with the set acceptance criteria still met?',
    ),
  },
  process_change_without_risk_effect: {
    question: 'Is it a change of equipment or process that is unlikely to affect the risk to patient or user?',
    help: 'A second test bench of the same type is a yes. A process whose validation is what keeps a risk down is a no.',
    who: 'manufacturer',
    foundIn: 'process change record with risk assessment',
    letter: closed('Is this a change of equipment or process that is unlikely to affect the risk to patient or user?'),
  },
});
