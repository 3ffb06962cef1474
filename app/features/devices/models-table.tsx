/** Device models, one a row: what they run on and which papers they hold. */
import { Link } from '@remix-run/react';
import { SortHeading, TableRegion } from '../../ui/table';
import { basisShort } from '../certifications/bases';
import { EndingText } from '../certifications/ending-text';
import type { ListedCertification, ModelListRow } from './list-models.server';
import type { ModelsFilter } from './models-filter';
import { OsText } from './os-text';

/** The certification that ends first; those without an end come last. */
const nextToEnd = (certs: ListedCertification[]): ListedCertification | null =>
  certs.reduce<ListedCertification | null>((first, cert) => {
    if (!cert.expiresOn) return first;
    return !first?.expiresOn || cert.expiresOn < first.expiresOn ? cert : first;
  }, null);

export function ModelsTable(props: { rows: ModelListRow[]; filter: ModelsFilter; today: string }) {
  const { sort, descending } = props.filter;
  const heading = (column: string, label: string) => (
    <SortHeading column={column} sorted={sort} descending={descending}>
      {label}
    </SortHeading>
  );
  return (
    <TableRegion label="Device models">
      <table className="data-table stacks">
        <thead>
          <tr>
            {heading('name', 'Model')}
            {heading('maker', 'Maker')}
            {heading('kind', 'Kind')}
            <th scope="col" className="md:min-w-44">
              Operating system
            </th>
            <th scope="col">Certifications</th>
            {heading('expiry', 'Ends next')}
            {heading('units', 'Units')}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((model) => (
            <tr key={model.id}>
              <th scope="row" className="font-medium md:min-w-56">
                <Link to={`/devices/${model.id}`}>
                  {model.name} {model.number}
                </Link>
                <span className="quiet block font-normal">
                  {model.version ? `software ${model.version}` : 'version not recorded'}
                </span>
                {model.mds2Stale ? <span className="quiet block font-normal">MDS2 older than the software</span> : null}
              </th>
              <td data-label="Maker">
                <Link to={`/suppliers/${model.maker.id}`}>{model.maker.name}</Link>
              </td>
              <td data-label="Kind">{model.kind}</td>
              <td data-label="Operating system">
                <OsText os={model.os} support={model.support} compact />
              </td>
              <td data-label="Certifications">
                {model.certifications.length > 0 ? (
                  <span className="inline-flex flex-wrap gap-1">
                    {model.certifications.map((cert) => (
                      <span
                        key={`${cert.market} ${cert.basis} ${cert.class} ${cert.number}`}
                        className="rounded-selector border border-base-300 px-1.5 text-[0.93em] whitespace-nowrap"
                      >
                        {cert.market} {basisShort(cert.basis)} {cert.class}
                      </span>
                    ))}
                  </span>
                ) : (
                  <span className="quiet">none recorded</span>
                )}
              </td>
              <td data-label="Ends next">
                <NextEnd cert={nextToEnd(model.certifications)} today={props.today} />
              </td>
              <td data-label="Units" className="md:text-right">
                <Link to={`/devices/${model.id}/units`} aria-label={`${model.unitsInUse} units of ${model.name}`}>
                  {model.unitsInUse.toLocaleString('en-GB')}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

const NextEnd = ({ cert, today }: { cert: ListedCertification | null; today: string }) =>
  cert ? <EndingText cert={cert} today={today} brief /> : <span className="quiet">–</span>;
