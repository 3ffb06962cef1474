/** What one flow says, in the cells that tables share. */
import { StateBadge } from '../../ui/badge';
import { shorten } from '../../ui/long-text';
import type { CheckedFlow } from './check-rules';
import { DIRECTION_WORDS, portsInWords } from './ports';

export const NotSaid = () => <StateBadge state="warning">not said</StateBadge>;

/** Whether patients hang on it. */
export const ClinicalBadge = ({ clinical }: { clinical: boolean | null }) =>
  clinical === null ? (
    <NotSaid />
  ) : clinical ? (
    <StateBadge state="info">clinical</StateBadge>
  ) : (
    <StateBadge state="plain">not clinical</StateBadge>
  );

/** "PACS 10.20.0.0/16" */
export const PeerText = ({ peer, peerNetwork }: Pick<CheckedFlow, 'peer' | 'peerNetwork'>) => (
  <>
    {shorten(peer, 120)}
    {peerNetwork && peerNetwork !== peer ? <span className="quiet block font-mono">{peerNetwork}</span> : null}
  </>
);

/** "device → peer · tcp 104" */
export const WayText = ({ flow }: { flow: CheckedFlow }) => (
  <>
    {DIRECTION_WORDS[flow.direction]}
    <span className="block font-mono">
      {flow.protocol === 'any' ? 'protocol not said' : flow.protocol}
      {flow.protocol === 'icmp'
        ? ''
        : `${flow.protocol === 'any' ? ', ' : ' '}${portsInWords(flow.portFrom, flow.portTo, 'ports not said')}`}
    </span>
  </>
);
