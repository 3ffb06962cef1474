/** The e-mail that carries a letter, in plain text. Pure. */
import { LETTER_KIND_WORDS, type LetterKind } from './letter-kinds';

export interface LetterMail {
  subject: string;
  body: string;
}

export interface MailMaterial {
  kind: LetterKind;
  reference: string;
  version: string;
  subject: string;
  organisation: string;
  recipientName: string;
  senderName: string;
  /** Whether {{reply_link}} leads anywhere. */
  answerable: boolean;
  /** ISO day, or null. */
  answerBy: string | null;
}

/** Line breaks would end a header, and a subject is one line. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Subject and body; `{{reply_link}}` stays in the body and is filled at the moment of sending. */
export function letterMail(letter: MailMaterial): LetterMail {
  const { reference, version, organisation, recipientName, answerable, answerBy } = letter;
  const lines = [
    recipientName ? `Dear ${oneLine(recipientName)},` : 'Dear Sir or Madam,',
    '',
    `${oneLine(organisation)} writes to you about: ${oneLine(letter.subject)}.`,
    `The letter is attached (${reference}, ${version}, ${LETTER_KIND_WORDS[letter.kind].label.toLowerCase()}).`,
    ...(answerable
      ? [
          '',
          `Please answer its numbered questions${answerBy ? ` by ${answerBy}` : ''}. No account is needed:`,
          '{{reply_link}}',
          '',
          'Whoever holds this address can answer for you; pass it on only to colleagues who should.',
          'You may also fill in the attached form and send it back to this address.',
        ]
      : []),
    '',
    `Please quote ${reference} whenever you write to us.`,
    '',
    oneLine(letter.senderName),
    oneLine(organisation),
  ];
  return { subject: oneLine(`${reference}: ${letter.subject}`).slice(0, 250), body: lines.join('\n') };
}
