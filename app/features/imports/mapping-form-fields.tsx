/** One line a column: its heading, three of its values, what it means, and how its dates are written. */
import { Select, TextField } from '../../ui/field';
import { PostForm, Submit } from '../../ui/form';
import { TableRegion } from '../../ui/table';
import type { FormValues } from '../form-values';
import type { ColumnView, MappingPage } from './get-mapping.server';
import { FIELD_NAMES } from './mapping/column-mapping';

const FIELDS = Object.entries(FIELD_NAMES).map(([value, label]) => ({ value, label }));
const ORDERS = [
  { value: 'day_first', label: 'day first: 3/4 is 3 April' },
  { value: 'month_first', label: 'month first: 3/4 is 4 March' },
];

function Dates({ column, form }: { column: ColumnView; form: FormValues }) {
  const name = `dates.${column.column}`;
  const asked = column.dates === 'ask' || form.errors(name) !== undefined;
  if (!asked && column.dates === '') return null;
  return (
    <Select
      name={name}
      label={`How are the dates of “${column.heading}” written?`}
      blank="Choose"
      value={form.value(name) || (column.dates === 'ask' ? '' : column.dates)}
      errors={form.errors(name)}
      choices={ORDERS}
    />
  );
}

export const MappingFormFields = ({ page, form }: { page: MappingPage; form: FormValues }) => (
  <PostForm className="flex flex-col gap-3">
    <TableRegion label="Columns of the table">
      <table className="data-table stacks">
        <thead>
          <tr>
            <th scope="col">Heading</th>
            <th scope="col">First values</th>
            <th scope="col">Means</th>
          </tr>
        </thead>
        <tbody>
          {page.columns.map((column) => (
            <tr key={column.column}>
              <th scope="row" data-label="" className="break-words">
                {column.heading || `column ${column.column + 1}, without a heading`}
              </th>
              <td data-label="First values" className="quiet break-words">
                {column.samples.length > 0 ? column.samples.join(' · ') : 'empty'}
              </td>
              <td data-label="Means">
                <div className="flex min-w-56 flex-col gap-2">
                  <Select
                    name={`column.${column.column}`}
                    label={`What “${column.heading || `column ${column.column + 1}`}” means`}
                    blank="nothing that is kept"
                    value={form.value(`column.${column.column}`) || column.field}
                    choices={FIELDS}
                  />
                  <Dates column={column} form={form} />
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
    <div className="max-w-md">
      <TextField
        name="profile"
        label="Keep this mapping by a name"
        help="Offered again for a table with these headings. A name that is there already is overwritten."
        value={form.value('profile')}
      />
    </div>
    <div>
      <Submit>Use this mapping</Submit>
    </div>
  </PostForm>
);
