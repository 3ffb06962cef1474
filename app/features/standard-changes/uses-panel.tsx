/** What was made under a standard change. */
import { Link } from '@remix-run/react';
import { shorten } from '../../ui/long-text';
import { Panel } from '../../ui/page';
import { timeInWords } from '../../ui/time';
import type { StandardPage } from './get-standard.server';

export const UsesPanel = ({ uses }: { uses: StandardPage['uses'] }) => (
  <Panel title="Made under it">
    {uses.length === 0 ? <p className="quiet">Nothing yet.</p> : null}
    <ul className="flex flex-col gap-1">
      {uses.map((use) => (
        <li key={use.changeId}>
          <Link className="inline-block py-0.5 underline" to={`/changes/${use.changeId}`}>
            {use.reference} {shorten(use.title)}
          </Link>{' '}
          <span className="quiet">
            {use.statusLabel}; {use.usedByName}, {timeInWords(use.usedAt)}
          </span>
        </li>
      ))}
    </ul>
  </Panel>
);
