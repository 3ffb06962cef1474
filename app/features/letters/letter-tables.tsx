/** Pieces of a letter's preview: blanks, label and value, tables. */
import type { Slot } from '../../../documents/document';
import { TableRegion } from '../../ui/table';

/** A blank stays visible as one: somebody has still to fill it in. */
export function SlotText({ slot }: { slot: Slot }) {
  if (typeof slot === 'string') return <>{slot}</>;
  return <mark className="tint-warning rounded-selector px-1">[{slot.blank}]</mark>;
}

export const Slots = ({ slots }: { slots: Slot | Slot[] }) => (
  <>
    {[slots].flat().map((slot, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one frozen sentence, never reordered
      <SlotText key={index} slot={slot} />
    ))}
  </>
);

export const Paragraphs = ({ slots }: { slots: readonly Slot[] }) => (
  <>
    {slots.map((slot, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of one frozen letter
      <p key={index} className="mt-2 whitespace-pre-wrap">
        <SlotText slot={slot} />
      </p>
    ))}
  </>
);

export const Lines = ({ slots }: { slots: readonly Slot[] }) => (
  <ul className="ml-5 list-disc">
    {slots.map((slot, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: lines of one frozen letter
      <li key={index} className="mt-1 whitespace-pre-wrap">
        <SlotText slot={slot} />
      </li>
    ))}
  </ul>
);

export const Labelled = ({ rows }: { rows: readonly { label: string; value: Slot }[] }) => (
  <dl className="mt-3">
    {rows.map(({ label, value }, index) => (
      <div
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of one frozen letter
        key={index}
        className="grid gap-x-4 border-t border-base-300 py-1.5 sm:grid-cols-[11rem_minmax(0,1fr)]"
      >
        <dt className="quiet">{label}</dt>
        <dd className="whitespace-pre-wrap">
          <SlotText slot={value} />
        </dd>
      </div>
    ))}
  </dl>
);

/** A table of the letter; its cells never change places. */
export const PlainTable = (props: { label: string; heads: readonly string[]; rows: readonly (readonly Slot[])[] }) => (
  <TableRegion label={props.label}>
    <table className="data-table">
      <thead>
        <tr>
          {props.heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of one frozen table
          <tr key={at}>
            {row.map((cell, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells of one frozen row
              <td key={index} className="whitespace-pre-wrap">
                <SlotText slot={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </TableRegion>
);
