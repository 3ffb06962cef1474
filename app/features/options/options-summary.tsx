/** The answer first: what stands out among the options, in sentences, and what is not known. */

import { exposureRank } from '../../regulation/options/exposure';
import type { Vector } from '../../regulation/options/exposure-rules';
import { StateBadge } from '../../ui/badge';
import type { OptionsPage, OptionView } from './compare-options.server';
import { EXPOSURE_WORDS, VECTOR_WORDS } from './option-words';
import type { ThreatRefused } from './state-threat.server';
import { ThreatForm } from './threat-form';

const names = (options: readonly OptionView[]) => options.map(({ label }) => label).join(', ') || 'none';

export function OptionsSummary({ page, refused }: { page: OptionsPage; refused: ThreatRefused | null }) {
  const { comparison, options, change, stated, may } = page;
  const { vector, exploited } = comparison.threat;
  const doing = options.filter(({ option }) => option !== 'accept');
  const least = Math.min(...doing.map(({ residual }) => exposureRank(residual.greatest)));
  const best = doing.filter(({ residual }) => exposureRank(residual.greatest) === least);
  const level = best[0]?.residual.greatest ?? 'very_high';
  const untouched = doing.filter(({ certificate }) => certificate.state === 'untouched');
  const ready = untouched.filter(({ mayAct }) => mayAct.state === 'settled');
  const without = options.filter(({ evidenceState }) => evidenceState !== 'given').length;
  const costed = options.filter((one) => one.downtimeHours && one.staffHours && one.leadTimeDays).length;
  const dominated = options.filter(({ dominatedBy }) => dominatedBy.length > 0);
  return (
    <div className="panel grid gap-x-8 gap-y-3 p-4 lg:grid-cols-2">
      <div>
        <h2>What stands out</h2>
        <ul className="mt-1 flex list-disc flex-col gap-1 pl-4">
          <li>
            Least exposure left (at worst: {EXPOSURE_WORDS[level]}): <strong>{names(best)}</strong>.
          </li>
          <li>
            No certificate question: <strong>{names(untouched)}</strong>
            {ready.length > 0 ? `; already settled who may act: ${names(ready)}` : ''}.
          </li>
          {dominated.length > 0 ? (
            <li>
              Made pointless by another option: <strong>{names(dominated)}</strong>.
            </li>
          ) : null}
        </ul>
      </div>
      <div>
        <h2>What is known</h2>
        <ul className="mt-1 flex list-disc flex-col gap-1 pl-4">
          <li>
            {change.vulnerabilities.length > 0 ? `${change.vulnerabilities.join(', ')}: a` : 'A'}ttacked{' '}
            {vector ? VECTOR_WORDS[vector as Vector] : <StateBadge state="open">from where is not known</StateBadge>};{' '}
            {exploited === null ? (
              <StateBadge state="open">whether attacks are known is not said</StateBadge>
            ) : exploited ? (
              'attacks are known'
            ) : (
              'no attack is known'
            )}
            .
          </li>
          <li>
            Evidence for {options.length - without} of {options.length} options; cost and lead time for {costed} of{' '}
            {options.length}. What nobody gave is not known, never zero.
          </li>
        </ul>
        {may.state ? <ThreatForm stated={stated} refused={refused} /> : null}
      </div>
    </div>
  );
}
