/** Lines on sign-off: options, signatures, dissents, conditions, acceptance of risk, emergencies. Pure. */
import { optionLabel } from '../options/option-words';
import type { CompletenessRule } from './completeness';
import { beside, count, missing, named, neverPutForward, statusOf, there } from './judging';
import type { ChangeMaterial } from './material';

const APPROVING = ['author', 'review', 'approve', 'approve_with_conditions'];

/** Signatures that count, of the last round. */
const standing = ({ rounds, signatures }: ChangeMaterial) =>
  signatures.filter((one) => one.roundId === rounds.at(-1)?.id && one.voidedAt === null);

export const SIGNED_RULES: readonly CompletenessRule[] = [
  {
    key: 'option',
    label: 'It says which option was put forward',
    judge(one) {
      const round = one.rounds.at(-1);
      if (round)
        return there(`Round ${round.number}: ${optionLabel(round.option as Parameters<typeof optionLabel>[0])}.`);
      if (one.standard) return there(`As under standard change ${one.standard.number}.`);
      return neverPutForward(one) ? beside('Not put to sign-off.') : missing('No option was put forward.');
    },
  },
  {
    key: 'signatures',
    label: 'Every signature that the route asks for is there and stands',
    judge(one) {
      if (one.standard) return there(`Standard change ${one.standard.number}, used by ${one.standard.usedByName}.`);
      if (neverPutForward(one)) return beside('Not put to sign-off.');
      const live = standing(one);
      const rejected = live.find(({ meaning }) => meaning === 'reject');
      if (rejected) return there(`Rejected by ${rejected.printedName}: the decision is made.`);
      const open = one.route.filter(
        ({ slot }) => !live.some((signed) => signed.slot === slot && APPROVING.includes(signed.meaning)),
      );
      return open.length === 0
        ? there(`${count(one.route.length, 'place')}, each signed.`)
        : missing(`No standing signature of: ${named(open.map(({ label }) => label))}.`);
    },
  },
  {
    key: 'fallen',
    label: 'Signatures that fell say which fact did it, and were given anew',
    judge(one) {
      const fallen = one.signatures.filter(({ voidedAt }) => voidedAt !== null);
      if (fallen.length === 0) return beside('No signature fell.');
      const live = new Set(standing(one).map(({ slot }) => slot));
      const again = fallen.filter(({ slot }) => !live.has(slot));
      const silent = fallen.filter(({ voidedBecause }) => (voidedBecause ?? []).length === 0);
      if (silent.length > 0) return missing(`${count(silent.length, 'signature')} fell without a reason.`);
      return again.length === 0
        ? there(`${count(fallen.length, 'signature')} fell; each place was signed again.`)
        : missing(`Fallen and not given anew: ${named(again.map(({ printedName }) => printedName))}.`);
    },
  },
  {
    key: 'dissents',
    label: 'Every dissent is answered',
    judge({ dissents }) {
      const open = dissents.filter(({ answeredAt, takenBack }) => answeredAt === null && takenBack === null);
      if (dissents.length === 0) return beside('Nobody put a dissent on record.');
      return open.length === 0
        ? there(`${count(dissents.length, 'dissent')}, each answered or taken back.`)
        : missing(`Not answered: ${named(open.map(({ number, printedName }) => `no. ${number} of ${printedName}`))}.`);
    },
  },
  {
    key: 'conditions',
    label: 'Every condition of the approval is proved and looked at by somebody else',
    judge({ conditions }) {
      const asked = conditions.filter(({ status }) => status !== 'void');
      const open = asked.filter(({ status }) => status !== 'met');
      if (asked.length === 0) return beside('The approval has no condition.');
      return open.length === 0
        ? there(`${count(asked.length, 'condition')}, each met.`)
        : missing(`Not met: ${named(open.map(({ number, dueOn }) => `no. ${number}, due ${dueOn}`))}.`);
    },
  },
  {
    key: 'expiry',
    label: 'The approval has not run out',
    judge(one, day) {
      const round = one.rounds.at(-1);
      if (one.standard || !round?.expiresOn) return beside('No approval that could run out.');
      if (statusOf(one) === 'closed') return beside('The change is closed.');
      if (round.status !== 'approved') return missing(`The approval of round ${round.number} is ${round.status}.`);
      return round.expiresOn >= day
        ? there(`Good until ${round.expiresOn}.`)
        : missing(`It ran out on ${round.expiresOn}.`);
    },
  },
  {
    key: 'acceptance',
    label: 'What was accepted of the residual risk is in date',
    judge({ acceptances }, day) {
      const asked = acceptances.filter(({ endedAt }) => endedAt === null);
      const over = asked.filter(({ expiresOn }) => expiresOn < day);
      if (asked.length === 0) return beside('No acceptance of residual risk is in force.');
      return over.length === 0
        ? there(`${count(asked.length, 'acceptance')}, until ${named(asked.map(({ expiresOn }) => expiresOn))}.`)
        : missing(
            `Run out and not renewed: ${named(over.map(({ number, expiresOn }) => `no. ${number} on ${expiresOn}`))}.`,
          );
    },
  },
  {
    key: 'emergency',
    label: 'An emergency was confirmed by a second person and signed in time',
    judge({ emergencies }) {
      const asked = emergencies.filter(({ withdrawnAt }) => withdrawnAt === null);
      if (asked.length === 0) return beside('No emergency was declared.');
      for (const one of asked) {
        if (one.confirmedBy === null) return missing('No second person has confirmed it.');
        if (one.regularisedAt === null)
          return missing(`Not signed afterwards; due by ${one.signBy ?? 'a time not set'}.`);
        if (one.signBy !== null && one.regularisedAt > one.signBy) {
          return missing(`Signed too late: ${one.regularisedAt}, due by ${one.signBy}.`);
        }
      }
      return there(`Confirmed by ${asked[0]?.confirmedByName ?? ''} and signed in time.`);
    },
  },
];
