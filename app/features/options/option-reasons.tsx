/** Why an option stands where it stands: each of the three questions apart, the reasons for what is left, what is open. */

import type { FindingBrief } from '../../regulation/options/option-result';
import { ConfidenceBadge, TierRange } from '../../ui/badge';
import type { OptionView } from './compare-options.server';
import { axesInWords, optionLabel } from './option-words';

const STATE_WORDS: Readonly<Record<FindingBrief['state'], string>> = {
  applies: '',
  named: '',
  hint: ' (forecast)',
  unknown: ' (not sure that it applies)',
};

function Findings({
  title,
  findings,
  nameOf,
}: {
  title: string;
  findings: FindingBrief[];
  nameOf(id: string): string;
}) {
  return (
    <>
      <dt className="mt-1 break-after-avoid font-semibold">{title}</dt>
      <dd className="break-inside-avoid">
        {findings.length === 0 ? (
          <span className="quiet">no chart of the library speaks of it here</span>
        ) : (
          <ul className="flex flex-col gap-1">
            {findings.map((finding) => (
              <li key={finding.instrument}>
                {nameOf(finding.instrument)}
                {STATE_WORDS[finding.state]}: <TierRange from={finding.tier} to={finding.worstTier} />
              </li>
            ))}
          </ul>
        )}
      </dd>
    </>
  );
}

/** Worse than another on all that is known; said, not marked, because something is not known. */
function NearlyDominated({ option: { nearlyDominatedBy } }: { option: OptionView }) {
  if (nearlyDominatedBy.length === 0) return null;
  return (
    <>
      <dt className="mt-1 break-after-avoid font-semibold">Would be dominated, if it were all known</dt>
      <dd className="break-inside-avoid">
        <ul className="list-disc pl-4">
          {nearlyDominatedBy.map(({ by, worseOn, unknownOn }) => (
            <li key={by}>
              By {optionLabel(by)}: worse on {axesInWords(worseOn)}, not known on {axesInWords(unknownOn)}.
            </li>
          ))}
        </ul>
      </dd>
    </>
  );
}

export function OptionReasons({ option, nameOf }: { option: OptionView; nameOf(id: string): string }) {
  const { residual, decidesMost, noChange, certificate } = option;
  return (
    <details>
      <summary className="cursor-pointer py-0.5">
        Why<span className="sr-only">: {option.label}</span>
      </summary>
      <dl className="gap-x-8 pt-1 md:columns-2 xl:columns-3">
        {noChange ? (
          <>
            <dt className="mt-1 break-after-avoid font-semibold">Certificate</dt>
            <dd className="break-inside-avoid">{noChange}</dd>
          </>
        ) : (
          <>
            <dt className="mt-1 break-after-avoid font-semibold">Certificate</dt>
            <dd className="break-inside-avoid">{certificate.says}</dd>
            <Findings title="Law" findings={option.law} nameOf={nameOf} />
            <Findings title="Who" findings={option.who} nameOf={nameOf} />
            <Findings title="Safe" findings={option.safe} nameOf={nameOf} />
          </>
        )}
        <dt className="mt-1 break-after-avoid font-semibold">
          Exposure left <ConfidenceBadge mark={option.confidence} />
        </dt>
        <dd className="break-inside-avoid">
          <ul className="list-disc pl-4">
            {residual.reasons.map(({ rule, says }) => (
              <li key={rule}>
                {says} <span className="quiet font-mono text-[0.85em]">{rule}</span>
              </li>
            ))}
          </ul>
          {residual.unknown.length > 0 ? <p>Not known: {residual.unknown.join('; ')}.</p> : null}
        </dd>
        {decidesMost ? (
          <>
            <dt className="mt-1 break-after-avoid font-semibold">
              Decides most, of {option.openQuestions} open {option.openQuestions === 1 ? 'question' : 'questions'}
            </dt>
            <dd className="break-inside-avoid">
              {decidesMost.text} <span className="quiet">For the {decidesMost.to}.</span>
            </dd>
          </>
        ) : null}
        <NearlyDominated option={option} />
        {option.proof.length > 0 ? (
          <>
            <dt className="mt-1 break-after-avoid font-semibold">Would show that it works</dt>
            <dd className="break-inside-avoid">
              <ul className="list-disc pl-4">
                {option.proof.map((proof) => (
                  <li key={proof}>{proof}</li>
                ))}
              </ul>
            </dd>
          </>
        ) : null}
      </dl>
    </details>
  );
}
