/** Market status in Great Britain, use outside the instructions. */
import { askings, closed } from '../entry';

export const marketAskings = askings({
  declaration_date: {
    question: 'What date does the declaration of conformity carry?',
    help: 'The declaration that the supply relies on, not a later reprint. For class I devices under Directive 93/42/EEC it matters whether it is older than 26 May 2021.',
    who: 'manufacturer',
    foundIn: 'declaration of conformity',
    letter: {
      text: 'What is the date of the declaration of conformity on which the supply relies? Please enclose it.',
      choices: [
        { label: 'Before 26 May 2021', value: '2021-05-25' },
        { label: 'On 26 May 2021 or later', value: '2021-05-26' },
        { label: 'Not known yet', value: 'unknown' },
      ],
    },
  },
  legacy_significant_change_made: {
    question: 'Has the device been changed significantly in design or purpose since 26 May 2021, this change counted?',
    help: 'Significant in the sense of MDCG 2020-3. One earlier significant change is enough for a yes. A no needs the list of all changes since then, not only this one.',
    who: 'manufacturer',
    foundIn: "manufacturer's assessments under MDCG 2020-3; confirmation of the notified body",
    letter: closed(
      'Counting this change and every one since 26 May 2021: has the device been changed significantly in design or intended purpose in the sense of MDCG 2020-3?',
    ),
  },
  used_outside_instructions: {
    question:
      "Is the device used, or adapted to be used, in another way than the manufacturer's instructions describe?",
    help: 'A network, a setting or a purpose that the instructions exclude counts. A patch that the instructions leave to the operator does not.',
    who: 'hospital',
    foundIn: 'instructions for use beside the actual use',
  },
});
