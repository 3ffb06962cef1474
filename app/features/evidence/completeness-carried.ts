/** Lines on suppliers, tests, implementation and verification. Pure. */
import type { CompletenessRule } from './completeness';
import { beside, carriedOut, count, daysBetween, missing, named, neverPutForward, statusOf, there } from './judging';
import type { LetterMaterial } from './material';

const SENT = ['sent', 'delivered', 'bounced', 'acknowledged', 'answered', 'closed'];

const answered = ({ letter, replies }: LetterMaterial) =>
  letter.answeredAt !== null || replies.some(({ reply }) => reply.kind === 'answer');

export const CARRIED_RULES: readonly CompletenessRule[] = [
  {
    key: 'letters',
    label: 'The supplier answered, or its silence is counted in days',
    judge({ letters }, day) {
      const asked = letters.filter(({ letter }) => letter.questionsAsked > 0 && SENT.includes(letter.status));
      if (asked.length === 0) return beside('No letter asks the supplier anything.');
      const silent = asked.filter((one) => !answered(one));
      if (silent.length === 0) return there(`${count(asked.length, 'letter')}, each answered.`);
      const bare = silent.filter(({ letter }) => letter.sentAt === null);
      const words = silent.map(({ letter }) =>
        letter.sentAt
          ? `${letter.reference}: silent for ${count(daysBetween(letter.sentAt, day), 'day')}`
          : `${letter.reference}: no day of sending`,
      );
      return bare.length === 0 ? there(`${named(words)}.`) : missing(`${named(words)}.`);
    },
  },
  {
    key: 'claims',
    label: 'What the supplier said was confirmed or set aside by name',
    judge({ claims }) {
      const open = claims.filter(({ status }) => status === 'proposed');
      if (claims.length === 0) return beside('No answer was taken over as a claim.');
      return open.length === 0
        ? there(`${count(claims.length, 'claim')}, each decided.`)
        : missing(`${count(open.length, 'claim')} nobody has decided.`);
    },
  },
  {
    key: 'plan',
    label: 'It says how the change is made and taken back',
    judge(one) {
      if (neverPutForward(one)) return beside('Not put to sign-off.');
      const open = [
        !one.plan?.steps.trim() && 'the steps',
        !one.plan?.backOut.trim() && 'the way back',
        !one.plan?.success.trim() && 'what tells that it worked',
      ].filter((part) => part !== false);
      return open.length === 0
        ? there('Steps, way back and criterion are written.')
        : missing(`Not written: ${open.join(', ')}.`);
    },
  },
  {
    key: 'tests',
    label: 'Tests are recorded, with a file or with the reason why there is none',
    judge(one) {
      if (neverPutForward(one) && one.checks.length === 0) return beside('Not put to sign-off.');
      if (one.checks.length === 0) return missing('No line of the checklist was recorded.');
      const failed = one.checks.filter(({ state }) => state === 'failed');
      const bare = one.checks.filter(
        ({ state, attachmentId, because }) => state === 'passed' && !attachmentId && !because,
      );
      if (failed.length > 0) return missing(`Failed: ${named(failed.map(({ key }) => key))}.`);
      return bare.length === 0
        ? there(`${count(one.checks.length, 'line')}, each with a file or a reason.`)
        : missing(`Passed, and nothing shows it: ${named(bare.map(({ key }) => key))}.`);
    },
  },
  {
    key: 'implementation',
    label: 'What was done is recorded for every unit',
    judge(one) {
      if (!carriedOut(one)) return beside('Not carried out.');
      const done = new Set(one.implementations.map(({ unitId }) => unitId));
      const left = one.units.filter(({ id }) => !done.has(id));
      return left.length === 0
        ? there(`${count(one.units.length, 'unit')}, each with versions before and after.`)
        : missing(
            `Nothing recorded for ${left.length} of ${one.units.length}: ${named(left.map(({ serial }) => serial))}.`,
          );
    },
  },
  {
    key: 'verification',
    label: 'Somebody who did not make it verified it',
    judge(one) {
      if (!carriedOut(one)) return beside('Not carried out.');
      const last = one.verifications.at(-1);
      if (!last) return missing(statusOf(one) === 'closed' ? 'Closed without a verification.' : 'Not verified yet.');
      const words = `${last.verifiedByName}, ${last.outcome.replaceAll('_', ' ')}, ${last.verifiedAt.slice(0, 10)}.`;
      return last.outcome === 'failed' ? missing(words) : there(words);
    },
  },
  {
    key: 'files',
    label: 'The files of the change are in the pack',
    judge({ attachments }) {
      const kept = attachments.filter(({ removedAt }) => removedAt === null);
      if (kept.length === 0) return beside('No file is attached.');
      const gone = kept.filter(({ disposedAt }) => disposedAt !== null);
      return gone.length === 0
        ? there(count(kept.length, 'file'))
        : missing(`Disposed of, only name and digest stay: ${named(gone.map(({ name }) => name))}.`);
    },
  },
];
