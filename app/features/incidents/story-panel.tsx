/** What happened, how it came and spread, with how sure each sentence is and where it stands. */
import { ConfidenceBadge } from '../../ui/badge';
import { Panel } from '../../ui/page';
import { writtenInWords } from '../plans/day-span';
import type { Incident, Told } from './incident';

const Sentences = ({ lines }: { lines: readonly Told[] }) => (
  <ul className="flex list-disc flex-col gap-1 pl-4">
    {lines.map(({ says, confidence }) => (
      <li key={says}>
        {says} <ConfidenceBadge mark={confidence} />
      </li>
    ))}
  </ul>
);

export const StoryPanel = ({ incident }: { incident: Incident }) => (
  <Panel title="What happened">
    <Sentences lines={incident.happened} />
    <dl className="mt-3 grid gap-x-4 gap-y-1 sm:grid-cols-[8rem_1fr]">
      <dt className="font-medium">How it came in</dt>
      <dd>{incident.wayIn}</dd>
      <dt className="font-medium">How it spread</dt>
      <dd>{incident.spread}</dd>
    </dl>
    {incident.besides.length > 0 ? (
      <>
        <h3 className="mt-3 font-semibold">What mattered besides</h3>
        <Sentences lines={incident.besides} />
      </>
    ) : null}
    <h3 className="mt-3 font-semibold">Sources</h3>
    <ul className="list-disc pl-4">
      {incident.sources.map(({ title, publisher, on, confidence }) => (
        <li key={title}>
          {title}. {publisher}, {writtenInWords(on)} <ConfidenceBadge mark={confidence} />
        </li>
      ))}
    </ul>
  </Panel>
);
