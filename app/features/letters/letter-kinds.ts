/** The kinds of letter, as a closed list. Each is a folder of documents/ with the same name. */

export const LETTER_KINDS = [
  'supplier-request-letter',
  'malware-protection-request',
  'network-compatibility-request',
  'security-documents-request',
  'lifecycle-request',
  'vulnerability-position-request',
  'interim-controls-notice',
  'reminder',
  'escalation',
  'notice-of-intent',
  'clarification-request',
  'answer-acceptance',
] as const;

export type LetterKind = (typeof LETTER_KINDS)[number];

interface KindInWords {
  /** How a person names it in a list. */
  label: string;
  /** One sentence: when this letter is the right one. */
  when: string;
  /** It asks numbered questions, so it is answered and its clocks run. */
  asks: boolean;
  /** It refers to a letter that went before (a reminder of what?). */
  follows: boolean;
}

export const LETTER_KIND_WORDS: Record<LetterKind, KindInWords> = {
  'supplier-request-letter': {
    label: 'Validated patch or permission to install',
    when: 'A patch or other change waits for the maker’s validation or permission.',
    asks: true,
    follows: false,
  },
  'malware-protection-request': {
    label: 'Anti-virus or allow-listing',
    when: 'Anti-malware or allow-listing is to run on the device, with its exclusions.',
    asks: true,
    follows: false,
  },
  'network-compatibility-request': {
    label: 'Firewall, ports and network',
    when: 'A firewall, a segment or isolation must not break what the device needs.',
    asks: true,
    follows: false,
  },
  'security-documents-request': {
    label: 'MDS2 and component list',
    when: 'The MDS2 form or the component list is missing or older than the installed software.',
    asks: true,
    follows: false,
  },
  'lifecycle-request': {
    label: 'End of support and roadmap',
    when: 'Support of the device, its operating system or a component ends or has ended.',
    asks: true,
    follows: false,
  },
  'vulnerability-position-request': {
    label: 'Position on a vulnerability (VEX)',
    when: 'A vulnerability is known and the maker has not said whether its devices are affected.',
    asks: true,
    follows: false,
  },
  'interim-controls-notice': {
    label: 'Notice of interim controls',
    when: 'Controls are put around the device until it is settled, and the maker should know.',
    asks: false,
    follows: false,
  },
  reminder: { label: 'Reminder', when: 'A date has come or passed without an answer.', asks: false, follows: true },
  escalation: {
    label: 'Escalation',
    when: 'Reminders were not answered; somebody above the first contact is asked.',
    asks: false,
    follows: true,
  },
  'notice-of-intent': {
    label: 'Notice of intent to act',
    when: 'No answer came, and we say what we shall do on our own responsibility and when.',
    asks: false,
    follows: true,
  },
  'clarification-request': {
    label: 'Clarification of contradicting statements',
    when: 'Two statements on the same device and subject cannot both be right.',
    asks: true,
    follows: false,
  },
  'answer-acceptance': {
    label: 'Thanks and acceptance of an answer',
    when: 'An answer was received and taken into the record.',
    asks: false,
    follows: true,
  },
};

/** Whether a stored or posted text is a kind of letter; anything from outside is checked with this, never cast. */
export const isLetterKind = (value: unknown): value is LetterKind => LETTER_KINDS.includes(value as LetterKind);
