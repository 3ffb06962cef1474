import { type MetaFunction, redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { ComponentsTable } from '~/features/devices/components-table';
import { getModelSoftware } from '~/features/devices/get-model-software.server';
import { SoftwareFacts } from '~/features/devices/model-facts';
import { ModelFrame, modelTitle } from '~/features/devices/model-frame';
import { ModelParams } from '~/features/devices/model-params';
import { retireComponent } from '~/features/devices/retire-component.server';
import { VersionsTable } from '~/features/devices/versions-table';
import { sourceInWords } from '~/features/provenance/source';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { Empty, Panel } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Software of ${data ? modelTitle(data.model) : 'a device'} · Devices · Changemark` },
];

export const loader = protectedLoader('device:read', ModelParams, async ({ actor, params }) =>
  notFoundUnless(await getModelSoftware(actor, params.modelId)),
);

export const action = protectedAction('device:write', ModelParams, async ({ actor, params, form }) => {
  const component = notFoundUnless(z.uuid().safeParse(form.get('component')).data);
  notFoundUnless(await retireComponent(actor, params.modelId, component));
  throw redirect(`/devices/${params.modelId}/software?done=components`, 303);
});

export default function ModelSoftware() {
  const { model, facts, versions, components, mayEdit, today } = useLoaderData<typeof loader>();
  const add = (path: string, label: string) =>
    mayEdit ? (
      <Link className="btn btn-outline btn-sm" to={`/devices/${model.id}/${path}`}>
        {label}
      </Link>
    ) : null;
  return (
    <ModelFrame model={model}>
      <SoftwareFacts model={model} facts={facts} today={today} />
      <Panel title="Versions" flush aside={add('versions/new', 'Add version')}>
        {versions.length > 0 ? (
          <VersionsTable versions={versions} current={model.values.softwareVersion} />
        ) : (
          <div className="p-4">
            <Empty title="No version is recorded.">
              The date of a version tells whether the MDS2 form is older than the software.
            </Empty>
          </div>
        )}
      </Panel>
      <Panel
        title={components.length > 0 ? `Components (${components.length})` : 'Components'}
        flush
        aside={
          mayEdit ? (
            <span className="flex flex-wrap gap-2">
              <Link className="btn btn-outline btn-sm" to={`/imports/new?purpose=components&model=${model.id}`}>
                Import a list
              </Link>
              {add('components/none', 'None was given')}
              {add('components/new', 'Add components')}
            </span>
          ) : null
        }
      >
        {facts.componentList ? (
          <p className="px-4 py-2">
            Component list: {String(facts.componentList.value)}
            <span className="quiet"> ({sourceInWords(facts.componentList.source) ?? 'source not recorded'})</span>
          </p>
        ) : null}
        {components.length > 0 ? (
          <ComponentsTable components={components} mayEdit={mayEdit} />
        ) : (
          <div className="p-4">
            <Empty title="No component is recorded.">
              Ask the maker for a software bill of materials; until then it stays unknown what the software is made of.
            </Empty>
          </div>
        )}
      </Panel>
    </ModelFrame>
  );
}
