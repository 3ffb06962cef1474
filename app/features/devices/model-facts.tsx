/** The facts of a model on its overview, in three panels, each fact with its source. */
import { StateBadge } from '../../ui/badge';
import { Panel } from '../../ui/page';
import { dateInWords } from '../../ui/time';
import { FactList, type FactRow } from '../provenance/fact-list';
import type { Fact } from '../provenance/source';
import { MODEL_FIELDS, type ModelField } from './model-fields';
import type { ModelHeader } from './model-header.server';
import { osInWords } from './os-support';
import { OsText } from './os-text';
import { udiProblem } from './udi';

interface Props {
  model: ModelHeader;
  facts: Record<string, Fact>;
  today: string;
}

const label = (field: ModelField): string => MODEL_FIELDS.find((one) => one.field === field)?.label ?? field;

const row = (field: ModelField, value: React.ReactNode, facts: Record<string, Fact>): FactRow => ({
  label: label(field),
  value,
  fact: facts[field],
});

const Udi = ({ udi }: { udi: string }) => {
  const problem = udiProblem(udi);
  return (
    <>
      <span className="font-mono">{udi}</span>
      {problem ? (
        <span className="block">
          <StateBadge state="warning">check</StateBadge> {problem.message}
        </span>
      ) : null}
    </>
  );
};

export function IdentityFacts({ model, facts }: Props) {
  const { values } = model;
  return (
    <Panel title="Identity">
      <FactList
        rows={[
          row('manufacturer', values.manufacturer, facts),
          row('modelNumber', values.modelNumber, facts),
          row('kind', values.kind, facts),
          row('udiDi', values.udiDi ? <Udi udi={values.udiDi} /> : '', facts),
          row('intendedPurpose', values.intendedPurpose, facts),
        ]}
      />
    </Panel>
  );
}

export function SoftwareFacts({ model, facts, today }: Props) {
  const { values } = model;
  const os = osInWords({ product: values.osProduct, release: values.osRelease });
  const ends = values.makerSupportEnds;
  return (
    <Panel title="Software and network">
      <FactList
        rows={[
          row('softwareVersion', values.softwareVersion, facts),
          row('operatingSystem', os ? <OsText os={os} support={model.support} /> : '', facts),
          row(
            'makerSupportEnds',
            ends ? (
              <>
                {dateInWords(ends)} {ends < today ? <StateBadge state="error">over</StateBadge> : null}
              </>
            ) : (
              ''
            ),
            facts,
          ),
          row(
            'networkConnected',
            values.networkConnected === null ? '' : values.networkConnected ? 'yes' : 'no',
            facts,
          ),
          row('networkNeeds', values.networkNeeds, facts),
          row('remoteAccess', values.remoteAccess, facts),
          row('maintenance', values.maintenance, facts),
        ]}
      />
    </Panel>
  );
}

export function ClinicalFacts({ model, facts }: Props) {
  const { values } = model;
  return (
    <Panel title="Clinical context">
      <FactList
        rows={[
          row('clinicalOwner', values.clinicalOwner, facts),
          row('tolerableDowntime', values.tolerableDowntime, facts),
          row('fallback', values.fallback, facts),
        ]}
      />
    </Panel>
  );
}
