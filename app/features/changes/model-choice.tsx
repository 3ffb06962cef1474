/** The very first thing: which device model the change is for. */
import { Link } from '@remix-run/react';
import { TextField } from '../../ui/field';
import { Empty, Notice, PageHeader, Panel } from '../../ui/page';
import { TableRegion } from '../../ui/table';
import type { ModelToChoose } from '../devices/models-to-choose.server';

interface Props {
  q: string;
  models: ModelToChoose[];
  more: boolean;
  /** A retired model was asked for. */
  retired: boolean;
}

export function ModelChoice({ q, models, more, retired }: Props) {
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Changes', to: '/changes' }, { label: 'Propose' }]}
        title="Propose a change: which device?"
        sub="A change is judged against everything one device model is certified for. Choose the model; the units follow."
      />
      {retired ? (
        <Notice kind="warning">That model is retired. Restore it in the register, or choose another.</Notice>
      ) : null}
      <Panel>
        <search>
          <form method="get" className="flex flex-wrap items-end gap-2 pt-2">
            <div className="min-w-0 flex-1 basis-64">
              <TextField name="q" type="search" label="Name, number, kind or maker" value={q} />
            </div>
            <button type="submit" className="btn">
              Search
            </button>
          </form>
        </search>
      </Panel>
      {models.length === 0 ? (
        <Empty title={q ? 'No model in use matches' : 'The register has no device model yet'}>
          <p>
            Look in <Link to="/devices">Devices</Link>, or add the model there first.
          </p>
        </Empty>
      ) : (
        <Panel title="Device models" flush>
          <div className="px-2">
            <TableRegion label="Device models">
              <table className="data-table stacks">
                <thead>
                  <tr>
                    <th scope="col">Model</th>
                    <th scope="col">Maker</th>
                    <th scope="col">Software</th>
                    <th scope="col">Units</th>
                    <th scope="col">
                      <span className="sr-only">Choose</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {models.map((model) => (
                    <tr key={model.id}>
                      <td>
                        <span className="font-medium">
                          {model.name} {model.modelNumber}
                        </span>
                        <span className="quiet block text-[0.93em]">{model.kind}</span>
                      </td>
                      <td data-label="Maker">{model.supplierName}</td>
                      <td data-label="Software">
                        {[model.softwareVersion, model.operatingSystem].filter(Boolean).join(' · ') || 'not known'}
                      </td>
                      <td data-label="Units">{model.units}</td>
                      <td className="text-right">
                        <Link
                          className="btn btn-sm"
                          to={`/changes/new?model=${model.id}`}
                          aria-label={`Choose ${model.name} ${model.modelNumber}`}
                        >
                          Choose
                        </Link>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableRegion>
          </div>
        </Panel>
      )}
      {more ? <p className="quiet">Only the first 30 are shown. Type a few letters to narrow them.</p> : null}
    </>
  );
}
