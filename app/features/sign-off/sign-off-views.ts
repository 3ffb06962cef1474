/** Rows of sign-off as pages show them. Pure. */

import { ROLE_LABELS } from '../../guard/roles';
import type { OptionId } from '../../regulation/options/option-result';
import { confidenceInWords } from '../../ui/badge';
import { timeInWords } from '../../ui/time';
import { optionLabel } from '../options/option-words';
import { decide } from './decide';
import type { DerivedAnswerView } from './derived-confirmations.server';
import type { DissentRow } from './dissent-rows.server';
import { PARTY_LABELS } from './dissent-words';
import type { RoundRow, SignatureRow } from './rounds.server';
import type { RoutePlace } from './route';
import type { DerivedView, DissentView, PlaceView, RoundView, SignatureView } from './sign-off-view';
import { MEANING_WORDS, SLOT_LABELS } from './slots';
import { momentInWords } from './time-of-signing';

export const ROUND_LABELS: Record<RoundRow['status'], string> = {
  open: 'waits for signatures',
  approved: 'approved',
  rejected: 'rejected',
  returned: 'sent back',
  lapsed: 'lapsed: what it covers has changed',
  expired: 'expired',
  revoked: 'revoked',
  withdrawn: 'taken out of sign-off',
};

export const signatureView = (row: SignatureRow, rounds: ReadonlyMap<string, number>): SignatureView => ({
  id: row.id,
  place: SLOT_LABELS[row.slot],
  printedName: row.printedName,
  role: [ROLE_LABELS[row.role], row.jobTitle].filter(Boolean).join(', '),
  meaning: MEANING_WORDS[row.meaning],
  reason: row.reason,
  onBehalf: row.onBehalfWords,
  exception: row.exceptionId !== null,
  method: row.method,
  signedAt: momentInWords(row.signedAt, row.zone),
  snapshotSha256: row.snapshotSha256,
  payloadSha256: row.payloadSha256,
  round: rounds.get(row.roundId) ?? 0,
  fallen: row.voidedAt ? { at: timeInWords(row.voidedAt), because: row.voidedBecause ?? [] } : null,
});

/** The places of the route as it is now, with who holds each in a round. */
export function placeViews(
  route: readonly RoutePlace[],
  signed: readonly SignatureRow[],
  round: RoundRow | null,
  views: readonly SignatureView[],
  waits: boolean,
): PlaceView[] {
  const ofRound = signed.filter(({ roundId }) => roundId === round?.id);
  const decision = decide(
    route,
    ofRound.filter(({ voidedAt }) => voidedAt === null),
  );
  const viewOf = (row: SignatureRow | undefined) => views.find(({ id }) => id === row?.id) ?? null;
  return route.map((place) => ({
    ...{ slot: place.slot, label: place.label, decides: place.decides, rules: place.rules },
    signature: viewOf(ofRound.find(({ slot, voidedAt }) => slot === place.slot && voidedAt === null)),
    fallen: viewOf(ofRound.findLast(({ slot, voidedAt }) => slot === place.slot && voidedAt !== null)),
    turn: waits && decision.state === 'waiting' && decision.next?.slot === place.slot,
  }));
}

export const roundView = (row: RoundRow): RoundView => ({
  number: row.number,
  status: ROUND_LABELS[row.status],
  open: row.status === 'open',
  purpose: row.purpose === 'retrospective' ? 'signed after an emergency' : 'decision',
  option: optionLabel(row.option as OptionId),
  note: row.note,
  openedBy: row.openedByName,
  openedAt: row.openedAt.toISOString(),
  decidedAt: row.decidedAt?.toISOString() ?? null,
  expiresOn: row.expiresOn,
  endedReason: row.endedReason,
});

export const derivedView = ({
  key,
  instrument,
  question,
  answer,
  because,
  citation,
  confidence,
  confirmed,
}: DerivedAnswerView): DerivedView => ({
  ...{ key, instrument, question, answer, citation, confirmedBy: confirmed?.by ?? null },
  because: because || 'no fact needed',
  confidence: confidenceInWords(confidence),
});

export const dissentView = (row: DissentRow, readerId: string): DissentView => ({
  ...{ id: row.id, number: row.number, voiceOf: row.voiceOf, opinion: row.opinion, answer: row.answer },
  party: PARTY_LABELS[row.party],
  by: `${row.printedName}, ${ROLE_LABELS[row.role]}`,
  at: timeInWords(row.signedAt),
  answeredBy: row.answeredByName,
  state: row.takenBack ? 'taken_back' : row.answeredAt ? 'answered' : 'open',
  mine: row.signerId === readerId,
});
