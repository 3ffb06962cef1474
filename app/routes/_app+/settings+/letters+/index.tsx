import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { listTemplates } from '~/features/letters/templates/template-page.server';
import { protectedLoader } from '~/guard/guard.server';
import { PageHeader, Panel } from '~/ui/page';
import { TableRegion } from '~/ui/table';
import { TimeText } from '~/ui/time';

export const meta: MetaFunction = () => [{ title: 'Letter templates · Settings · Changemark' }];

export const loader = protectedLoader('letter:settings', undefined, ({ actor }) => listTemplates(actor));

export default function Templates() {
  const templates = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Settings', to: '/settings' }]}
        title="Letter templates"
        sub="The words around the questions. Questions, dates and tables come from the record and are not worded here."
      />
      <Panel flush>
        <div className="px-2">
          <TableRegion label="Letter templates">
            <table className="data-table stacks">
              <thead>
                <tr>
                  <th scope="col">Kind of letter</th>
                  <th scope="col">Version</th>
                  <th scope="col">What was new</th>
                  <th scope="col">Saved</th>
                </tr>
              </thead>
              <tbody>
                {templates.map((template) => (
                  <tr key={template.kind}>
                    <td>
                      <Link to={`/settings/letters/${template.kind}`}>{template.label}</Link>
                      <span className="quiet block text-[0.93em]">{template.when}</span>
                    </td>
                    <td data-label="Version">{template.number === 0 ? 'built in' : template.number}</td>
                    <td data-label="What was new">{template.note || <span className="quiet">–</span>}</td>
                    <td data-label="Saved">
                      {template.savedAt ? (
                        <>
                          <TimeText value={template.savedAt} />
                          <span className="quiet block text-[0.93em]">{template.savedBy}</span>
                        </>
                      ) : (
                        <span className="quiet">–</span>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableRegion>
        </div>
      </Panel>
    </>
  );
}
