/** The hazard log of a change: each hazard with its controls, before and after, state and owner. */
import { Link } from '@remix-run/react';
import { ConfidenceBadge, StateBadge } from '../../ui/badge';
import { LongText } from '../../ui/long-text';
import { Panel } from '../../ui/page';
import { TableRegion } from '../../ui/table';
import { LevelBadge } from './band-badge';
import { CHANCE_LABELS, CLINICAL_SOURCE, SEVERITY_LABELS } from './clinical-matrix';
import { HAZARD_STATUS_LABELS, type HazardStatus } from './hazard-form';
import type { HazardView } from './risk-view';

const LOOKS = { open: 'open', controlled: 'info', accepted: 'success', closed: 'plain' } as const satisfies Record<
  HazardStatus,
  string
>;

const Said = ({ label, text }: { label: string; text: string }) =>
  text === '' ? null : (
    <div className="mt-0.5">
      <span className="quiet">{label}: </span>
      <LongText text={text} />
    </div>
  );

const Judged = ({ of }: { of: HazardView['before'] }) => (
  <>
    <LevelBadge of={of} />
    {of ? (
      <span className="quiet mt-0.5 block text-[0.93em]">
        {SEVERITY_LABELS[of.consequence]} × {CHANCE_LABELS[of.likelihood]}
      </span>
    ) : null}
  </>
);

const Row = ({ hazard, href }: { hazard: HazardView; href: string | null }) => (
  <tr>
    <td>
      <span className="font-medium">
        H{hazard.number} <LongText text={hazard.title} />
      </span>
      <Said label="Cause" text={hazard.cause} />
      <Said label="Effect" text={hazard.effect} />
    </td>
    <td data-label="Controls">
      <Said label="In place" text={hazard.existingControls} />
      <Said label="Further" text={hazard.furtherControls} />
      {hazard.existingControls === '' && hazard.furtherControls === '' ? (
        <span className="quiet">none named</span>
      ) : null}
    </td>
    <td data-label="Before">
      <Judged of={hazard.before} />
    </td>
    <td data-label="After">
      <Judged of={hazard.after} />
    </td>
    <td data-label="State">
      <StateBadge state={LOOKS[hazard.status]}>{HAZARD_STATUS_LABELS[hazard.status]}</StateBadge>
      <span className="quiet mt-0.5 block text-[0.93em]">{hazard.ownerName || 'no owner'}</span>
    </td>
    {href ? (
      <td className="no-print">
        <Link className="btn btn-sm" to={href} aria-label={`Edit hazard ${hazard.number}`}>
          Edit
        </Link>
      </td>
    ) : null}
  </tr>
);

export function HazardsPanel(props: { changeId: string; hazards: readonly HazardView[]; mayWrite: boolean }) {
  const base = `/changes/${props.changeId}/risk/hazards`;
  return (
    <Panel
      id="hazards"
      title="Hazard log"
      aside={
        props.mayWrite ? (
          <Link className="btn btn-sm no-print" to={`${base}/new`}>
            Add a hazard
          </Link>
        ) : null
      }
    >
      {props.hazards.length === 0 ? (
        <p className="quiet">
          No hazard is on record. That is not the same as none: write down what could harm a patient if the change, or
          its failure, goes wrong.
        </p>
      ) : (
        <TableRegion label="Hazard log">
          <table className="data-table stacks">
            <thead>
              <tr>
                <th scope="col">Hazard</th>
                <th scope="col">Controls</th>
                <th scope="col">Before</th>
                <th scope="col">After</th>
                <th scope="col">State, owner</th>
                {props.mayWrite ? (
                  <th scope="col" className="no-print">
                    <span className="sr-only">Edit</span>
                  </th>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {props.hazards.map((hazard) => (
                <Row key={hazard.id} hazard={hazard} href={props.mayWrite ? `${base}/${hazard.id}` : null} />
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
      <p className="quiet mt-2 text-[0.93em]">
        Levels from 1 to 5 by severity and likelihood of clinical harm: {CLINICAL_SOURCE.citation}{' '}
        <ConfidenceBadge mark={CLINICAL_SOURCE.confidence} />. The log is part of what signatures cover.
      </p>
    </Panel>
  );
}
