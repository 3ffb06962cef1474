import { Panel } from '../../ui/page';
import { FeedAges } from '../imports/feed-age';
import type { ExposureView } from './exposure-page.server';
import type { Reach } from './place';
import { LevelBadge } from './verdict-badge';

/** The answer first: how exposed, by how many vulnerabilities, reachable or not, and how old what it rests on is. */
export function ExposureSum({ view, reach }: { view: ExposureView; reach?: Reach }) {
  const { level, hit, unclear, not, listed } = view.sum;
  const loaded = view.ages.some(({ feed, loadedAt }) => feed === 'kev' && loadedAt !== null);
  return (
    <Panel title="How exposed">
      <p className="flex flex-wrap items-center gap-2">
        {level ? <LevelBadge level={level} /> : <b>No advisory we hold says that it is hit.</b>}
        <span>
          Of what advisories say, {hit} {hit === 1 ? 'line hits' : 'lines hit'}, {unclear}{' '}
          {unclear === 1 ? 'is' : 'are'} unclear, {not} {not === 1 ? 'does' : 'do'} not hit. Known to be exploited among
          those that hit or may hit: {loaded ? listed : 'not known, KEV was never loaded'}.
        </span>
      </p>
      {reach ? <p className="mt-1">{reach.says}.</p> : null}
      <div className="mt-2">
        <FeedAges ages={view.ages} today={view.today} />
      </div>
    </Panel>
  );
}
