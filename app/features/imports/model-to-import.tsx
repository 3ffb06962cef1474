/** Which model a component list or an MDS2 form is about: found by a few letters, without JavaScript too. */
import { Form, Link } from '@remix-run/react';
import { FilterText } from '../../ui/filters';
import { Empty, Panel } from '../../ui/page';
import type { NewImport } from './new-import.server';

export function ModelToImport({ page }: { page: NewImport }) {
  return (
    <Panel title="Which model is it about?">
      <Form method="get" className="mb-2 flex flex-wrap items-end gap-2">
        <input type="hidden" name="purpose" value={page.purpose} />
        <FilterText name="q" label="Name, number, kind or maker" value={page.q} />
        <button type="submit" className="btn btn-sm">
          Search
        </button>
      </Form>
      {page.models.length === 0 ? (
        <Empty title="No model fits.">
          <Link to="/devices/new">Add a model</Link>
        </Empty>
      ) : (
        <ul className="flex flex-col gap-1">
          {page.models.map((model) => (
            <li key={model.id}>
              <Link
                className="inline-block py-1 underline underline-offset-2"
                to={`/imports/new?purpose=${page.purpose}&model=${model.id}`}
              >
                {model.name} {model.modelNumber}
              </Link>{' '}
              <span className="quiet">
                {model.supplierName}, {model.kind}
              </span>
            </li>
          ))}
        </ul>
      )}
      {page.more ? <p className="quiet mt-2">There are more; type a few letters.</p> : null}
    </Panel>
  );
}
