/** Components of a model's software. */
import { StateBadge } from '../../ui/badge';
import { PostForm } from '../../ui/form';
import { shorten } from '../../ui/long-text';
import { TableRegion } from '../../ui/table';
import { SourceLine } from '../provenance/fact-list';
import type { ComponentView } from './get-model-software.server';

export function ComponentsTable({ components, mayEdit }: { components: ComponentView[]; mayEdit: boolean }) {
  return (
    <TableRegion label="Components">
      <table className="data-table stacks">
        <thead>
          <tr>
            <th scope="col">Component</th>
            <th scope="col">Version</th>
            <th scope="col">Supplier</th>
            <th scope="col">Package URL</th>
            <th scope="col">Source</th>
            {mayEdit ? <th scope="col">Remove</th> : null}
          </tr>
        </thead>
        <tbody>
          {components.map((one, index) => (
            <tr key={one.id}>
              <th scope="row" className="font-medium">
                {shorten(one.name, 120)}
              </th>
              <td data-label="Version">
                {one.release ? shorten(one.release, 80) : <StateBadge state="plain">not recorded</StateBadge>}
              </td>
              <td data-label="Supplier">{shorten(one.supplier, 80) || '–'}</td>
              <td data-label="Package URL" className="font-mono text-[0.93em]">
                {shorten(one.purl, 120) || '–'}
              </td>
              <td data-label="Source">
                <SourceLine source={one.source} above={components[index - 1]?.source} />
              </td>
              {mayEdit ? (
                <td data-label="">
                  <PostForm>
                    <input type="hidden" name="component" value={one.id} />
                    <button
                      className="btn btn-ghost btn-xs"
                      type="submit"
                      aria-label={`Remove ${shorten(one.name, 60)}`}
                    >
                      Remove
                    </button>
                  </PostForm>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
