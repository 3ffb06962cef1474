/** Which measures of the library would have mattered, and for how many units; for one model with its certificate. */
import { Link } from '@remix-run/react';
import { measureOf } from '../../regulation/options/measures';
import { ConfidenceBadge, StateBadge, TierRange } from '../../ui/badge';
import { TableRegion } from '../../ui/table';
import { CERTIFICATE_WORDS } from '../options/option-words';
import type { CountedMeasure } from './count-replay';
import type { IncidentPage } from './get-incident.server';
import type { IncidentEffect } from './incident';

const EFFECT: Record<IncidentEffect, { word: string; state: 'settled' | 'info' | 'plain' | 'error' }> = {
  stops: { word: 'stops it', state: 'settled' },
  slows: { word: 'slows it', state: 'info' },
  none: { word: 'no effect', state: 'plain' },
  worse: { word: 'makes it worse', state: 'error' },
};

const units = (n: number) => `${n.toLocaleString('en-GB')} ${n === 1 ? 'unit' : 'units'}`;

function Figures({ counted }: { counted: CountedMeasure | undefined }) {
  if (!counted) return null;
  const { stops, slows, held, worse } = counted;
  const lines = [
    ...(stops + slows > 0 ? [`would have helped up to ${units(stops + slows)}`] : []),
    ...(held > 0 ? [`holds it from ${units(held)}`] : []),
    ...(worse > 0 ? [`makes it worse on ${units(worse)}`] : []),
  ];
  return lines.length > 0 ? <span>{lines.join('; ')}</span> : <span className="quiet">none</span>;
}

export function MeasuresTable({ incident, figures, model }: Pick<IncidentPage, 'incident' | 'figures' | 'model'>) {
  const order: IncidentEffect[] = ['stops', 'slows', 'worse', 'none'];
  const measures = [...incident.measures].sort((a, b) => order.indexOf(a.effect) - order.indexOf(b.effect));
  return (
    <TableRegion label="Measures that would have mattered">
      <table className="data-table stacks">
        <thead>
          <tr>
            <th scope="col">Measure</th>
            <th scope="col">Effect</th>
            <th scope="col">Why</th>
            <th scope="col">Units</th>
            {model ? <th scope="col">Certificate of {model.name}</th> : null}
          </tr>
        </thead>
        <tbody>
          {measures.map(({ measure, effect, why, confidence }) => (
            <tr key={measure}>
              <th scope="row">{measureOf(measure).label}</th>
              <td data-label="Effect">
                <StateBadge state={EFFECT[effect].state}>{EFFECT[effect].word}</StateBadge>
              </td>
              <td data-label="Why">
                {why} <ConfidenceBadge mark={confidence} />
              </td>
              <td data-label="Units">
                <Figures counted={figures.measures.find((one) => one.measure === measure)} />
              </td>
              {model ? (
                <td data-label="Certificate">
                  <Certificate model={model} measure={measure} />
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
      {model ? (
        <p className="no-print p-4">
          <Link to={`/devices/${model.id}/plans/new`} className="inline-block py-0.5 underline">
            Draw up a plan for this device
          </Link>
        </p>
      ) : null}
    </TableRegion>
  );
}

function Certificate({ model, measure }: { model: NonNullable<IncidentPage['model']>; measure: string }) {
  const burden = model.certificates[measure];
  if (!burden) return <span className="quiet">not judged</span>;
  return (
    <>
      {burden.tiers ? <TierRange from={burden.tiers.least} to={burden.tiers.worst} /> : null}
      <span className={burden.tiers ? 'quiet block' : ''}>{CERTIFICATE_WORDS[burden.state]}</span>
    </>
  );
}
