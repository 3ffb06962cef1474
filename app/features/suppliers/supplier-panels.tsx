/** A supplier's own facts, contacts and models. */
import { Link } from '@remix-run/react';
import { StateBadge } from '../../ui/badge';
import { shorten } from '../../ui/long-text';
import { Empty, Panel } from '../../ui/page';
import { TableRegion } from '../../ui/table';
import { OsText } from '../devices/os-text';
import { FactList } from '../provenance/fact-list';
import type { SupplierPage } from './get-supplier.server';
import { supplierFieldLabel } from './supplier-form';

export function SupplierFacts({ supplier }: { supplier: SupplierPage }) {
  const { values, facts } = supplier;
  const row = (field: string, value: React.ReactNode) => ({
    label: supplierFieldLabel(field),
    value,
    fact: facts[field],
  });
  return (
    <Panel title="The supplier">
      <FactList
        rows={[
          row('name', values.name),
          row('country', values.country),
          row(
            'website',
            values.website ? (
              <a href={values.website} rel="noreferrer">
                {shorten(values.website, 120)}
              </a>
            ) : (
              ''
            ),
          ),
          row('address', values.address.join('\n')),
          row('notes', values.notes),
        ]}
      />
    </Panel>
  );
}

export function ContactsPanel({ supplier }: { supplier: SupplierPage }) {
  const base = `/suppliers/${supplier.id}/contacts`;
  const mayAdd = supplier.mayEdit && !supplier.retiredAt;
  const add = (
    <Link className="btn btn-outline btn-sm" to={`${base}/new`}>
      Add contact
    </Link>
  );
  return (
    <Panel title="Contacts" aside={mayAdd ? add : null}>
      {supplier.contacts.length === 0 ? (
        <Empty title="No contact is recorded.">Letters then go to the supplier’s postal address alone.</Empty>
      ) : (
        <ul className="flex flex-col">
          {supplier.contacts.map((contact) => (
            <li
              key={contact.id}
              className="flex flex-wrap justify-between gap-x-4 border-t border-base-300 py-2 first:border-t-0"
            >
              <span className="min-w-0">
                <span className="font-medium">{shorten(contact.name, 120)}</span>
                {contact.role ? <span className="quiet"> · {shorten(contact.role, 120)}</span> : null}
                <span className="block">
                  {contact.email ? (
                    <a href={`mailto:${contact.email}`}>{contact.email}</a>
                  ) : (
                    <span className="quiet">no e-mail</span>
                  )}
                  {contact.telephone ? ` · ${shorten(contact.telephone, 60)}` : ''}
                </span>
              </span>
              {mayAdd ? (
                <Link
                  className="btn btn-ghost btn-sm"
                  to={`${base}/${contact.id}`}
                  aria-label={`Edit ${shorten(contact.name, 60)}`}
                >
                  Edit
                </Link>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

export function SupplierModels({ supplier }: { supplier: SupplierPage }) {
  return (
    <Panel title="Models" flush>
      {supplier.models.length === 0 ? (
        <div className="p-4">
          <Empty title="No model of this supplier is recorded." />
        </div>
      ) : (
        <TableRegion label="Models of this supplier">
          <table className="data-table stacks">
            <thead>
              <tr>
                <th scope="col">Model</th>
                <th scope="col">Kind</th>
                <th scope="col">Software</th>
                <th scope="col">Operating system</th>
                <th scope="col">Units</th>
              </tr>
            </thead>
            <tbody>
              {supplier.models.map((model) => (
                <tr key={model.id} className={model.retired ? 'quiet' : undefined}>
                  <th scope="row" className="font-medium">
                    <Link to={`/devices/${model.id}`}>{`${model.name} ${model.number}`.trim()}</Link>{' '}
                    {model.retired ? <StateBadge state="plain">retired</StateBadge> : null}
                  </th>
                  <td data-label="Kind">{model.kind}</td>
                  <td data-label="Software">{model.version || '–'}</td>
                  <td data-label="Operating system">
                    <OsText os={model.os} support={model.support} compact />
                  </td>
                  <td data-label="Units">{model.units.toLocaleString('en-GB')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
      {supplier.moreModels ? (
        <p className="p-4">
          <Link to={`/devices?maker=${supplier.id}`}>All models of this supplier</Link>
        </p>
      ) : null}
    </Panel>
  );
}
