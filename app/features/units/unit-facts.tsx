/** The facts of a unit; what it does not say itself is shown as its model's. */
import { Link } from '@remix-run/react';
import { StateBadge } from '../../ui/badge';
import { Panel } from '../../ui/page';
import { dateInWords } from '../../ui/time';
import { osInWords } from '../devices/os-support';
import { OsText } from '../devices/os-text';
import { FactList } from '../provenance/fact-list';
import type { UnitPage } from './get-unit.server';
import { unitFieldLabel } from './unit-fields';

/** A value of the unit's own, or its model's, saying which. */
function Inherited(props: { own: React.ReactNode; ofModel: React.ReactNode; isOwn: boolean; differs: boolean }) {
  if (!props.isOwn) {
    return props.ofModel;
  }
  return (
    <>
      {props.own}{' '}
      {props.differs ? (
        <span className="block">
          <StateBadge state="warning">differs from the model</StateBadge> which says {props.ofModel || 'nothing'}
        </span>
      ) : null}
    </>
  );
}

export function UnitFacts({ unit }: { unit: UnitPage }) {
  const { values, facts, model } = unit;
  const os = osInWords({ product: values.osProduct, release: values.osRelease });
  const modelOs = osInWords({ product: model.values.osProduct, release: model.values.osRelease });
  const version = values.installedVersion;
  const row = (field: string, value: React.ReactNode, inherits = false) => ({
    label: unitFieldLabel(field),
    value,
    fact: facts[field],
    ...(inherits && !facts[field] && { instead: 'from the model' }),
  });
  return (
    <div className="grid grid-cols-1 gap-4 lg:grid-cols-2 lg:items-start">
      <Panel title="Installed">
        <FactList
          rows={[
            row(
              'installedVersion',
              version || model.values.softwareVersion ? (
                <Inherited
                  own={version}
                  ofModel={model.values.softwareVersion}
                  isOwn={version !== ''}
                  differs={version !== model.values.softwareVersion}
                />
              ) : (
                ''
              ),
              version === '',
            ),
            row(
              'operatingSystem',
              os || modelOs ? (
                <Inherited
                  own={<OsText os={os} support={unit.support} />}
                  ofModel={modelOs && <OsText os={modelOs} support={model.support} />}
                  isOwn={os !== ''}
                  differs={os !== modelOs}
                />
              ) : (
                ''
              ),
              os === '',
            ),
            row('networkZone', values.networkZone),
          ]}
        />
        <p className="mt-2">
          Model: <Link to={`/devices/${model.id}`}>{`${model.values.name} ${model.values.modelNumber}`.trim()}</Link>
        </p>
      </Panel>
      <Panel title="Where and whose">
        <FactList
          rows={[
            row('serial', values.serial),
            row('assetTag', values.assetTag),
            row('site', values.site),
            row('location', values.location),
            row('owner', values.owner),
            row('suppliedOn', values.suppliedOn ? dateInWords(values.suppliedOn) : ''),
            row('notes', values.notes),
          ]}
        />
      </Panel>
    </div>
  );
}
