/** Every measure of the library with what it needs and what was shown of it. */
import { TableRegion } from '../../ui/table';
import { dateInWords } from '../../ui/time';
import type { ProofStanding } from './control-state';
import { ProofBadge } from './proof-badge';
import type { ProofsPage } from './proofs-page.server';

const PROOF_WORDS = { fresh: 'fresh', partly: 'in part', stale: 'stale', failed: 'fails', none: 'not shown' } as const;

const Proof = ({ proof }: { proof: ProofStanding }) => (
  <li className="flex flex-wrap items-baseline gap-x-2 py-0.5">
    <ProofBadge state={proof.state} word={PROOF_WORDS[proof.state]} />
    <span className="min-w-0">
      {proof.text}
      {proof.takenOn && proof.staleOn ? (
        <span className="quiet">
          {' '}
          · taken {dateInWords(proof.takenOn)}, {proof.state === 'stale' ? 'stale since' : 'stale on'}{' '}
          {dateInWords(proof.staleOn)}
        </span>
      ) : null}
    </span>
  </li>
);

export const ControlsTable = ({ controls }: { controls: ProofsPage['controls'] }) => (
  <TableRegion label="Measures and their proofs">
    <table className="data-table stacks">
      <thead>
        <tr>
          <th scope="col">Measure</th>
          <th scope="col">State</th>
          <th scope="col">What shows that it works</th>
        </tr>
      </thead>
      <tbody>
        {controls.map(({ measure, label, state, proofs }) => (
          <tr key={measure}>
            <th scope="row">{label}</th>
            <td data-label="State">
              <ProofBadge state={state} />
            </td>
            <td data-label="What shows that it works">
              <ul>
                {proofs.map((proof) => (
                  <Proof key={proof.text} proof={proof} />
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableRegion>
);
