import { StateBadge } from '../../ui/badge';
import { LongText, shorten } from '../../ui/long-text';
import { Panel } from '../../ui/page';
import { dateInWords } from '../../ui/time';
import { FeedAges } from '../imports/feed-age';
import type { AdvisoryView, VulnerabilityView } from './advisory-view';
import { categoryInWords, REMEDY_WORDS } from './remedy-words';

const Threat = ({ one, loaded }: { one: VulnerabilityView; loaded: ReadonlySet<string> }) => (
  <p className="flex flex-wrap gap-x-3 gap-y-1">
    {one.kev ? (
      <StateBadge state="error">
        known exploited since {dateInWords(one.kev.added)}
        {one.kev.ransomware ? ', by ransomware too' : ''}
      </StateBadge>
    ) : (
      <span className="quiet">{loaded.has('kev') ? 'not in KEV' : 'whether it is in KEV is not known'}</span>
    )}
    {one.epss ? (
      <span>
        EPSS {(one.epss.score * 100).toFixed(2)} %{' '}
        <span className="quiet">
          ({(one.epss.percentile * 100).toFixed(0)}th percentile{one.epss.on ? `, ${dateInWords(one.epss.on)}` : ''})
        </span>
      </span>
    ) : (
      <span className="quiet">{loaded.has('epss') ? 'no EPSS score' : 'EPSS not known'}</span>
    )}
  </p>
);

/** Each text with its category as published, and what we read it as. */
const Remedies = ({ one }: { one: VulnerabilityView }) =>
  one.remediations.length === 0 ? (
    <p className="quiet">No remedy is given.</p>
  ) : (
    <ul className="flex flex-col gap-2">
      {one.remediations.map((remedy, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same text may stand twice
        <li key={index} className="min-w-0 rounded-box border border-base-300 p-2 break-words">
          <p className="flex flex-wrap items-center gap-2">
            <span className="font-medium">“{categoryInWords(remedy.category)}”</span>
            <StateBadge state={REMEDY_WORDS[remedy.meaning].look}>{REMEDY_WORDS[remedy.meaning].label}</StateBadge>
            {remedy.date ? <span className="quiet">{dateInWords(remedy.date)}</span> : null}
          </p>
          <LongText text={remedy.details || 'without any text'} />
          {/^https?:\/\//.test(remedy.url) ? (
            <a href={remedy.url} rel="noreferrer noopener" className="block min-h-6 wrap-anywhere underline">
              {shorten(remedy.url, 120)}
            </a>
          ) : null}
        </li>
      ))}
    </ul>
  );

const Vulnerability = ({ one, loaded }: { one: VulnerabilityView; loaded: ReadonlySet<string> }) => (
  <li className="border-t border-base-300 py-3 first:border-t-0">
    <details>
      <summary className="cursor-pointer break-words">
        <span className="font-mono font-semibold">{shorten(one.cve, 60)}</span>{' '}
        {one.scores.length > 0 ? `CVSS ${Math.max(...one.scores.map(({ baseScore }) => baseScore)).toFixed(1)} ` : ''}
        {one.kev ? <StateBadge state="error">KEV</StateBadge> : null}{' '}
        <StateBadge state={REMEDY_WORDS[one.remedy].look}>{REMEDY_WORDS[one.remedy].label}</StateBadge>
        <span className="block">{shorten(one.title || one.description, 140)}</span>
      </summary>
      <div className="mt-2 flex flex-col gap-2 break-words">
        <Threat one={one} loaded={loaded} />
        {one.scores.map((score) => (
          <p key={score.vector + score.version} className="wrap-anywhere">
            CVSS {score.version} {score.baseScore.toFixed(1)}{' '}
            <span className="font-mono text-[0.93em]">{score.vector}</span>
          </p>
        ))}
        {one.cwe ? <p className="quiet">{one.cwe}</p> : null}
        {one.description ? <LongText text={one.description} /> : null}
        <Remedies one={one} />
      </div>
    </details>
  </li>
);

export const VulnerabilitiesList = ({ view }: { view: AdvisoryView }) => (
  <Panel title={`Vulnerabilities (${view.vulnerabilities.length + view.moreVulnerabilities})`}>
    <FeedAges ages={view.ages} today={view.today} />
    <ul className="mt-2">
      {view.vulnerabilities.map((one) => (
        <Vulnerability
          key={one.cve}
          one={one}
          loaded={new Set(view.ages.filter(({ loadedAt }) => loadedAt).map(({ feed }) => feed))}
        />
      ))}
    </ul>
    {view.moreVulnerabilities > 0 ? (
      <p className="quiet">and {view.moreVulnerabilities} more in the document.</p>
    ) : null}
  </Panel>
);
