import { Link } from '@remix-run/react';
import { TierRange } from '../../ui/badge';
import { type EffectView, moved } from './claim-view';

const openInWords = (open: number) => (open === 0 ? 'nothing open' : `${open} open question${open === 1 ? '' : 's'}`);

const Weight = ({ weight }: { weight: EffectView['before'] }) => (
  <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
    <TierRange from={weight.tier} to={weight.worstTier} />
    <span className="tabular-nums">{openInWords(weight.open)}</span>
  </span>
);

/** What the assessment said before a claim was confirmed, and what it says since. */
export const EffectLine = ({ effect, here = false }: { effect: EffectView; here?: boolean }) => (
  <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
    {here ? null : (
      <Link to={`/changes/${effect.changeId}`} className="inline-block min-h-6 font-mono underline">
        {effect.reference}
      </Link>
    )}
    {effect.kept !== null ? (
      <span>keeps what was on record: {effect.kept}</span>
    ) : moved(effect) ? (
      <>
        <span className="quiet">before</span>
        <Weight weight={effect.before} />
        <span className="quiet">now</span>
        <Weight weight={effect.after} />
      </>
    ) : (
      <>
        <span className="quiet">unchanged</span>
        <Weight weight={effect.after} />
      </>
    )}
  </p>
);
