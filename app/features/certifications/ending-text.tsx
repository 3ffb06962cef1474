/** When a certification ends, counted down, and what the law adds to that day. */
import { StateBadge } from '../../ui/badge';
import { dateInWords } from '../../ui/time';
import { endingInWords, endingState, transitionOf } from './expiry';

interface Cert {
  market: string;
  basis: string;
  class: string;
  expiresOn: string | null;
  doesNotExpire: boolean;
}

const LOOK = { expired: 'error', soon: 'warning', unknown: 'warning' } as const;

/** "31 Dec 2028 · ends in 2 years"; a printed date that the law may have extended is not shouted. */
export function EndingText({ cert, today, brief }: { cert: Cert; today: string; brief?: boolean }) {
  const state = endingState(cert, today);
  const words = endingInWords(cert, today);
  const transition = state === 'expired' ? transitionOf(cert) : null;
  const extended = transition !== null && transition.until >= today;
  const loud = state === 'expired' || state === 'soon' || state === 'unknown';
  return (
    <>
      {cert.expiresOn ? <span className="whitespace-nowrap">{dateInWords(cert.expiresOn)} </span> : null}
      {loud ? (
        <StateBadge state={extended ? 'warning' : LOOK[state]}>{words}</StateBadge>
      ) : (
        <span className="quiet">{words}</span>
      )}
      {brief && extended ? (
        <span className="quiet block text-[0.93em]">by law perhaps until {dateInWords(transition.until)}</span>
      ) : null}
    </>
  );
}

/** The statutory date beside the printed one; it is derived, and its conditions are for a person to check. */
export function TransitionText({ cert, today }: { cert: Cert; today: string }) {
  const transition = transitionOf(cert);
  if (!transition) return null;
  return (
    <p className="quiet text-[0.93em]">
      By law {transition.until < today ? 'it was' : 'it may be'} usable until {dateInWords(transition.until)}:{' '}
      {transition.because} ({transition.citation}; derived).
    </p>
  );
}
