/** An event's detail as people read it: what was and what is side by side, everything else as names and values. */

type Shown = Record<string, unknown>;

const isRecord = (value: unknown): value is Shown =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** "firstPassword" and "first_password" read "first password". */
export const inWords = (key: string): string =>
  key
    .replace(/([a-z])([A-Z0-9])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase();

const scalar = (value: unknown): string => {
  if (value === null || value === undefined) return 'not recorded';
  if (value === '') return 'empty';
  if (value === true) return 'yes';
  if (value === false) return 'no';
  return String(value);
};

function Value({ value }: { value: unknown }) {
  if (Array.isArray(value)) {
    if (value.length === 0) return <>none</>;
    if (value.every(isRecord)) return <Rows rows={value} />;
    return <>{value.map((one) => (isRecord(one) ? JSON.stringify(one) : scalar(one))).join(', ')}</>;
  }
  if (isRecord(value)) return <Pairs of={value} />;
  return <span className="whitespace-pre-wrap">{scalar(value)}</span>;
}

function Rows({ rows }: { rows: Shown[] }) {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return (
    <table className="data-table my-1">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {inWords(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a stored event never move
          <tr key={index}>
            {columns.map((column) => (
              <td key={column}>
                <Value value={row[column]} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const Pairs = ({ of }: { of: Shown }) => (
  <dl className="grid grid-cols-[minmax(0,auto)_minmax(0,1fr)] gap-x-3 gap-y-0.5">
    {Object.entries(of).map(([key, value]) => (
      <div key={key} className="contents">
        <dt className="quiet">{inWords(key)}</dt>
        <dd>
          <Value value={value} />
        </dd>
      </div>
    ))}
  </dl>
);

/** "before" and "after" of the same fields become one table. */
function beforeAndAfter({ before, after, ...rest }: Shown): { rows: Shown[]; rest: Shown } {
  if (!isRecord(before) || !isRecord(after)) {
    return {
      rows: [],
      rest: { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }), ...rest },
    };
  }
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return { rows: fields.map((field) => ({ field: inWords(field), was: before[field], is: after[field] })), rest };
}

export function EventDetail({ detail }: { detail: unknown }) {
  if (!isRecord(detail) || Object.keys(detail).length === 0) return null;
  const { rows, rest } = beforeAndAfter(detail);
  return (
    <>
      {rows.length > 0 ? <Rows rows={rows} /> : null}
      {Object.keys(rest).length > 0 ? <Pairs of={rest} /> : null}
    </>
  );
}
