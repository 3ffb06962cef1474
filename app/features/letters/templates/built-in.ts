/** The texts that Changemark brings along: template number 0 of every kind. An organisation words its own from them. */
import type { LetterKind } from '../letter-kinds';
import type { TemplateTexts } from './fields';

const paragraphs = (...all: string[]) => all.join('\n\n');
const lines = (...all: string[]) => all.join('\n');

const COMMON: TemplateTexts = {
  salutation: 'Dear {{recipient}}',
  salutation_unnamed: 'Dear Sir or Madam',
  closing: 'Yours sincerely',
  closing_unnamed: 'Yours faithfully',
  email_subject: '{{reference}}: {{subject}}',
};

const REPLY = lines(
  'Tick, sign and return these pages to the contact above, quoting our reference {{reference}}.',
  'Attach documents as PDF, and VEX, CSAF or SBOM files as they are.',
  'Name the person who answers for this on your side, and whom we call if the date passes.',
);

const SILENCE = lines(
  'We leave the device as it is and keep, or put in place, the controls of annex C.',
  'We record the questions as open. Silence counts neither as permission nor as refusal.',
  'Our risk owner then decides among the options that need no answer from you.',
);

const ASKING: TemplateTexts = {
  ...COMMON,
  silence: SILENCE,
  reply: REPLY,
  signature:
    'Signed to say that these are our questions and our intention. The signature accepts no risk and claims no conformity.',
  email_body: paragraphs(
    'Dear {{recipient}},',
    '{{organisation}} writes to you about: {{subject}}. The letter {{reference}} is attached.',
    'Please answer its numbered questions by {{answer_by}}. No account is needed:\n{{reply_link}}',
    'Whoever holds this address can answer for you; pass it on only to colleagues who should. You may also fill in the attached form and send it back.',
    'Please quote {{reference}} whenever you write to us.',
    '{{sender}}\n{{organisation}}',
  ),
};

const NOTICE: TemplateTexts = {
  ...COMMON,
  signature: 'Signed to say that this is our notice. The signature accepts no risk and claims no conformity.',
  email_body: paragraphs(
    'Dear {{recipient}},',
    '{{organisation}} writes to you about: {{subject}}. The letter {{reference}} is attached.',
    'Please quote {{reference}} whenever you write to us.',
    '{{sender}}\n{{organisation}}',
  ),
};

/** A reminder carries the way to answer: who has lost the first letter can still reply. */
const CHASING: TemplateTexts = {
  ...NOTICE,
  email_body: paragraphs(
    'Dear {{recipient}},',
    'On {{followed_date}} {{organisation}} asked you about: {{followed_subject}} ({{followed_reference}}). {{open_questions}} questions have no answer yet.',
    'You can answer here, without an account:\n{{reply_link}}',
    'The letter {{reference}} is attached.',
    '{{sender}}\n{{organisation}}',
  ),
};

export const BUILT_IN: Record<LetterKind, TemplateTexts> = {
  'supplier-request-letter': { ...ASKING, opening: '{{occasion}} {{why_we_ask}}' },
  'malware-protection-request': {
    ...ASKING,
    opening: paragraphs(
      'We want to protect {{device}} against malware with software of our own, and we want to do it in a way that you support.',
      'A scan at the wrong moment or of the wrong file can stop a device during treatment. We therefore ask which products, exclusions and times you allow. {{why_we_ask}}',
    ),
  },
  'network-compatibility-request': {
    ...ASKING,
    opening: paragraphs(
      'We want to put {{device}} behind network controls that let through only what it needs.',
      'So that nothing the device is for is cut off, please confirm or correct the connections listed below. {{why_we_ask}}',
    ),
  },
  'security-documents-request': {
    ...ASKING,
    opening: paragraphs(
      'We keep a security file on every device that we use. For {{device}} parts of it are missing or older than the software that is installed.',
      'Please send the documents below. Where you cannot send one now, the numbered questions ask for the answers that our decisions hang on.',
    ),
    silence: lines(
      'We count the device among those whose risk is not known, and report it so.',
      'We keep, or put in place, the controls of annex C.',
      'Silence is recorded as an open question, never as an answer.',
    ),
  },
  'lifecycle-request': {
    ...ASKING,
    opening: paragraphs(
      'We plan for the time until {{device}} is replaced and for what happens when support of the device or of a part of it ends.',
      'The table below says what we know and from where. Please correct it and tell us what comes after.',
    ),
    silence: lines(
      'We plan with the dates below, and treat every date that is missing as not known.',
      'Where support of a part has ended, we keep, or put in place, the controls of annex C.',
      'We consider your silence when we choose what replaces the device.',
    ),
  },
  'vulnerability-position-request': {
    ...ASKING,
    opening: paragraphs(
      '{{vulnerabilities}} may concern {{device}}. We found no statement of yours on whether your devices are affected.',
      'Please tell us for each vulnerability of annex B whether your devices are affected, not affected and why, or fixed and in which version. A machine-readable statement answers all questions at once.',
    ),
    silence: lines(
      'We treat the devices as affected until you say otherwise, and keep, or put in place, the controls of annex C.',
      'We record each vulnerability as without a position of the manufacturer.',
      'Our risk owner then decides among the options that need no answer from you.',
    ),
  },
  'interim-controls-notice': {
    ...NOTICE,
    ask: 'Please tell us if one of these controls stands against the safe use or the service of the device.',
    opening: paragraphs(
      'Until the matter is settled we keep the controls below around {{device}}. They are outside the device; we have changed nothing on it.',
      'We tell you so that your service finds the device as it is, and so that you can warn us of an effect that we do not see.',
    ),
    next_steps: lines(
      'Pass this notice to your service for our site.',
      'Tell us of any effect on safety, performance or service before your next visit.',
      'We tell you when a control is lifted.',
    ),
  },
  reminder: {
    ...CHASING,
    ask: 'Please answer the open questions of our letter {{followed_reference}}.',
    opening: paragraphs(
      'On {{followed_date}} we wrote to you about {{followed_subject}}. We asked for an answer by {{due}}; {{open_questions}} of the questions have no answer yet.',
      'If the answer needs more time, tell us by when it will come: that is an answer too.',
    ),
    next_steps: lines(
      'Answer at the address in our e-mail, or return the form of {{followed_reference}}.',
      'If somebody else on your side has to answer, give us the name.',
      'Without an answer we ask somebody above the first contact.',
    ),
  },
  escalation: {
    ...CHASING,
    ask: 'Please see that our letter {{followed_reference}} is answered, and tell us who answers and by when.',
    opening: paragraphs(
      'On {{followed_date}} we asked {{supplier}} about {{followed_subject}}. The date we gave, {{due}}, has passed by {{days_late}} working days, and reminders were not answered.',
      'We write to you because the matter waits for your organisation. What happened so far stands below.',
    ),
    next_steps: lines(
      'Name the person who answers, and the day, within five working days.',
      'Answer the open questions, or say which of them you will not answer and why.',
      'Without an answer our risk owner decides on what is known, and you receive a notice of what we intend.',
    ),
  },
  'notice-of-intent': {
    ...CHASING,
    ask: 'Unless you object with reasons before {{act_from}}, we act as described below.',
    opening: paragraphs(
      'On {{followed_date}} we asked you about {{followed_subject}} ({{followed_reference}}). {{open_questions}} questions have no answer.',
      'We therefore tell you what we intend to do on our own responsibility. We do not take your silence for permission, and we do not say that you agree.',
    ),
    next_steps: lines(
      'Object before {{act_from}} with the reason and, if there is one, the safer way.',
      'An answer to {{followed_reference}} is still welcome and changes what we do.',
      'We record what we did and tell you.',
    ),
  },
  'clarification-request': {
    ...ASKING,
    opening: paragraphs(
      'We hold two statements of yours on {{device}} that cannot both be right. Both are quoted below with their place and date.',
      'Please tell us which of them holds. Until then we rely on neither.',
    ),
    silence: lines(
      'We rely on neither statement, and keep, or put in place, the controls of annex C.',
      'We record the contradiction as open.',
    ),
  },
  'answer-acceptance': {
    ...NOTICE,
    ask: 'Please check that we understood you, and correct us if not.',
    opening: paragraphs(
      'Thank you for answering our letter {{followed_reference}} of {{followed_date}}, about {{followed_subject}}.',
      'What we took into our record from your answer stands below, in your words. Somebody on our side confirmed each statement by name.',
    ),
    next_steps: lines(
      'Tell us if one of the statements is not what you meant.',
      'Send what is still open when you have it; our reference stays the same.',
      'We tell you if we act on it in a way that concerns the device.',
    ),
  },
};
