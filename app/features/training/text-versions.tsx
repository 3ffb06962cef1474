/** The texts there have been, newest first. */
import { Link } from '@remix-run/react';
import { Panel } from '../../ui/page';
import { TimeText } from '../../ui/time';
import type { AccountabilityView } from './get-accountability.server';

const Version = (props: { number: number; shown: boolean; children: React.ReactNode }) => (
  <li className="border-t border-base-300 py-2 first:border-0">
    <Link
      to={`/settings/accountability?version=${props.number}`}
      aria-current={props.shown ? 'page' : undefined}
      className={props.shown ? 'font-semibold' : undefined}
    >
      Text {props.number}
    </Link>
    <p className="quiet text-[0.93em] break-words">{props.children}</p>
  </li>
);

export const TextVersions = ({ of }: { of: AccountabilityView }) => (
  <Panel title="Versions">
    <ul>
      {of.versions.map(({ number, by, at, note }) => (
        <Version key={number} number={number} shown={number === of.shown.number}>
          {note} · {by}, <TimeText value={at} />
        </Version>
      ))}
      <Version number={0} shown={of.shown.number === 0}>
        brought along by Changemark
      </Version>
    </ul>
  </Panel>
);
