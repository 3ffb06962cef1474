/** The chapter of one change in the printed pack, from the route to the trail. Pure. */
import type { PackSection } from '../../../documents/evidence-pack/model';
import { ACTIONS, type Action } from '../../audit/events';
import { ROLE_LABELS } from '../../guard/roles';
import { dateInWords, timeInWords } from '../../ui/time';
import { LETTER_KIND_WORDS } from '../letters/letter-kinds';
import { LETTER_STATUS_LABELS } from '../letters/letter-status';
import { MEANING_WORDS, SLOT_LABELS } from '../sign-off/slots';
import { differenceInWords } from '../sign-off/snapshot';
import type { ChangeMaterial, SignatureMaterial } from './material';
import { columns, table } from './pack-sections';
import { timeInZone } from './time-in-zone';

/** One event of the trail as it is printed. */
export interface TrailLine {
  seq: number;
  at: string;
  actorName: string;
  action: string;
  reason: string | null;
}

const route = ({ route: places, signatures, rounds, standard }: ChangeMaterial): PackSection => {
  const round = rounds.at(-1)?.id;
  return table(
    'Route: who has to sign, and why',
    columns(['Place', 1.6], ['Asked for because', 3], ['Signed', 1.6]),
    places.map(({ slot, label, because }) => {
      const signed = signatures.find((one) => one.slot === slot && one.roundId === round && one.voidedAt === null);
      return [label, because.join(' '), signed ? signed.printedName : 'no standing signature'];
    }),
    'No place has to sign.',
    standard ? `Made under standard change ${standard.number}, ${standard.title}.` : undefined,
  );
};

const standingInWords = ({ voidedAt, voidedBecause }: SignatureMaterial) =>
  voidedAt === null
    ? 'stands'
    : `fell on ${timeInWords(voidedAt)}: ${(voidedBecause ?? []).map(differenceInWords).join('; ') || 'no reason'}`;

const signed = ({ signatures, rounds }: ChangeMaterial): PackSection =>
  table(
    'Signatures',
    columns(
      ['Printed name and role', 1.7],
      ['Place and meaning', 1.5],
      ['Date and time', 1.5],
      ['Reason and method', 1.6],
      ['Standing', 1.9],
    ),
    signatures.map((one) => [
      [one.printedName, ROLE_LABELS[one.role], one.jobTitle, one.onBehalfWords && `for ${one.onBehalfWords}`]
        .filter(Boolean)
        .join(', '),
      `${SLOT_LABELS[one.slot]}: ${MEANING_WORDS[one.meaning]}, round ${rounds.find(({ id }) => id === one.roundId)?.number ?? '?'}`,
      timeInZone(one.signedAt, one.zone),
      [one.reason, one.method].filter(Boolean).join('; '),
      standingInWords(one),
    ]),
    'Nobody has signed: not evidenced.',
    'Each covers the digest of everything that was known: the text that was signed is in signatures.json, what it covers in snapshots/.',
  );

const dissent = ({ dissents }: ChangeMaterial): PackSection =>
  table(
    'Dissents',
    columns(['No.', 0.5], ['Whose view', 1.6], ['View', 2.4], ['Answer', 2.4]),
    dissents.map((one) => [
      String(one.number),
      `${one.voiceOf || one.printedName} (${one.party.replaceAll('_', ' ')}), ${timeInWords(one.signedAt)}`,
      one.opinion,
      one.takenBack
        ? `taken back: ${one.answer}`
        : one.answeredAt
          ? `${one.answeredByName}: ${one.answer}`
          : 'not answered: not evidenced',
    ]),
    'Nobody put a dissent on record.',
  );

const conditionsOf = ({ conditions }: ChangeMaterial): PackSection =>
  table(
    'Conditions and their proof',
    columns(['No.', 0.5], ['Condition', 2.4], ['Owner, due', 1.4], ['State', 0.8], ['Proof', 2.2]),
    conditions.map((one) => [
      String(one.number),
      one.text,
      `${one.ownerName}, ${dateInWords(one.dueOn)}`,
      one.status,
      one.proof ? `${one.proof} (${one.provedByName}; looked at by ${one.metByName || 'nobody yet'})` : 'no proof',
    ]),
    'The approval has no condition.',
  );

const papers = ({ letters }: ChangeMaterial): PackSection =>
  table(
    'Letters and replies',
    columns(['Letter', 1.5], ['Kind', 1.7], ['State', 1.1], ['Sent', 1.1], ['Questions', 1], ['Replies', 1.6]),
    letters.map(({ letter, replies }) => [
      letter.reference,
      LETTER_KIND_WORDS[letter.kind].label,
      LETTER_STATUS_LABELS[letter.status],
      letter.sentAt ? dateInWords(letter.sentAt) : 'not sent',
      `${letter.questionsAsked}, open ${letter.questionsOpen}`,
      replies.map(({ reply }) => `${reply.responderName}, ${dateInWords(reply.receivedAt ?? '')}`).join('; ') || 'none',
    ]),
    'No letter asks about this change.',
  );

const planned = ({ plan, checks }: ChangeMaterial): PackSection => ({
  ...table(
    'Plan and tests',
    columns(['Line', 2.4], ['State', 1], ['Because, or file', 2.4], ['By', 1.4]),
    checks.map((one) => [
      one.key.replaceAll('_', ' '),
      one.state.replaceAll('_', ' '),
      [one.because, one.attachmentId && 'with a file'].filter(Boolean).join('; ') || 'nothing: not evidenced',
      `${one.recordedByName}, ${dateInWords(one.recordedAt)}`,
    ]),
    'No plan is written and no test recorded: not evidenced.',
  ),
  labelled: plan
    ? [
        { label: 'When', value: plan.timing || 'not said' },
        { label: 'Steps', value: plan.steps || 'not written: not evidenced' },
        { label: 'Way back', value: plan.backOut || 'not written: not evidenced' },
        { label: 'It worked when', value: plan.success || 'not written: not evidenced' },
      ]
    : [],
});

const done = ({ implementations }: ChangeMaterial): PackSection =>
  table(
    'What was done on each unit',
    columns(['Unit', 1], ['Outcome', 1], ['Before → after', 1.4], ['Test', 1], ['Done', 1.6], ['Remarks', 1.8]),
    implementations.map((one) => [
      one.serial,
      one.outcome.replaceAll('_', ' '),
      `${one.versionBefore || '?'} → ${one.versionAfter || '?'}`,
      one.test.replaceAll('_', ' '),
      `${one.doneByName}, ${timeInWords(one.doneAt)}`,
      [one.testNote, one.rollBack, one.deviation].filter(Boolean).join('; '),
    ]),
    'Nothing was carried out.',
  );

const verified = ({ verifications, emergencies }: ChangeMaterial): PackSection =>
  table(
    'Verification',
    columns(['No.', 0.5], ['Outcome', 1.2], ['Comparison', 3], ['By', 1.8]),
    verifications.map((one) => [
      String(one.number),
      one.outcome.replaceAll('_', ' '),
      one.comparison,
      `${one.verifiedByName}, ${timeInWords(one.verifiedAt)}`,
    ]),
    'Nobody has verified it.',
    emergencies.length > 0
      ? emergencies
          .map(
            (one) =>
              `Emergency of ${timeInWords(one.declaredAt)}: ${one.reason}. To be signed by ${one.signBy ? timeInWords(one.signBy) : 'no time set'}; ${one.regularisedAt ? `signed ${timeInWords(one.regularisedAt)}` : 'not signed afterwards'}.`,
          )
          .join(' ')
      : undefined,
  );

const trail = (events: readonly TrailLine[]): PackSection =>
  table(
    'From the trail: the newest acts',
    columns(['Event', 0.6], ['When', 1.4], ['Who', 1.4], ['Act', 2.2], ['Reason', 1.8]),
    events.map((one) => [
      String(one.seq),
      timeInWords(one.at),
      one.actorName,
      ACTIONS[one.action as Action] ?? one.action,
      one.reason ?? '',
    ]),
    'No event.',
    'All events of this change, with what they say and their hashes, are in trail.ndjson.',
  );

/** Everything from the route on. */
export const signedSections = (one: ChangeMaterial, events: readonly TrailLine[]): PackSection[] => [
  route(one),
  signed(one),
  dissent(one),
  conditionsOf(one),
  papers(one),
  planned(one),
  done(one),
  verified(one),
  trail(events),
];
