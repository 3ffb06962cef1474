/** Who has to sign, which rule chose each, who has signed, and whose signature fell and why. */
import { StateBadge } from '../../ui/badge';
import { Panel } from '../../ui/page';
import { TableRegion } from '../../ui/table';
import { dateInWords } from '../../ui/time';
import type { PlaceView, SignOffView } from './sign-off-view';
import { SignatureBlock } from './signature-block';

export function RoutePanel({ page }: { page: Pick<SignOffView, 'route' | 'policy' | 'round' | 'emergency'> }) {
  const { route, policy, round, emergency } = page;
  return (
    <Panel
      id="route"
      title="Who signs"
      flush
      aside={
        <span className="quiet">
          {policy === 0 ? 'policy that Changemark brings along' : `sign-off policy ${policy}`}
        </span>
      }
    >
      <p className="quiet px-4 pb-2">
        {round
          ? `Round ${round.number}, ${round.purpose}: ${round.option}; ${round.status}${round.expiresOn ? `, good until ${dateInWords(round.expiresOn)}` : ''}.`
          : 'Not put to sign-off yet: these would sign, as things stand now.'}
        {round?.open && !route.some(({ turn }) => turn)
          ? ' The route has changed since, and nobody is left to sign: take the change out of sign-off and put it forward again.'
          : ''}
        {emergency?.overdue ? ' The signatures of this emergency are overdue.' : ''}
      </p>
      <TableRegion label="Places of the route">
        <table className="data-table stacks">
          <thead>
            <tr>
              <th scope="col">Place</th>
              <th scope="col">Asked for because</th>
              <th scope="col">Signature</th>
            </tr>
          </thead>
          <tbody>
            {route.map((place) => (
              <PlaceLine key={place.slot} place={place} />
            ))}
          </tbody>
        </table>
      </TableRegion>
    </Panel>
  );
}

function PlaceLine({ place }: { place: PlaceView }) {
  const { label, decides, rules, signature, fallen, turn } = place;
  return (
    <tr className="align-top">
      <td data-label="Place">
        <span className="font-medium">{label}</span>
        {decides ? <span className="quiet block text-[0.93em]">decides</span> : null}
      </td>
      <td data-label="Asked for because">
        <ul className="flex flex-col gap-0.5">
          {rules.map(({ id, because }) => (
            <li key={id}>
              {because} <span className="quiet font-mono text-[0.88em]">{id}</span>
            </li>
          ))}
        </ul>
      </td>
      <td data-label="Signature">
        {signature ? <SignatureBlock signature={signature} /> : null}
        {!signature && fallen ? <SignatureBlock signature={fallen} /> : null}
        {signature ? null : (
          <StateBadge state={turn ? 'open' : 'plain'}>
            {fallen ? 'has to sign again' : turn ? 'next to sign' : 'waits'}
          </StateBadge>
        )}
      </td>
    </tr>
  );
}
