/** The filter bar of a list: an ordinary GET form, so that an address holds the whole state and works without JavaScript. */
import { Form, Link, useLocation } from '@remix-run/react';
import { useId } from 'react';

/** `kept` are parameters that stay as they are (the sort). */
export function FilterBar(props: {
  label: string;
  kept: Record<string, string>;
  narrowed: boolean;
  children: React.ReactNode;
}) {
  const { pathname, search } = useLocation();
  return (
    <search className="no-print block">
      {/* A new address empties or fills the fields, which keep their own state otherwise. */}
      <Form
        method="get"
        key={search}
        aria-label={props.label}
        className="flex flex-wrap items-end gap-x-3 gap-y-2 px-4 py-3"
      >
        {Object.entries(props.kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {props.children}
        <div className="flex gap-2">
          <button type="submit" className="btn btn-primary btn-sm">
            Show
          </button>
          {props.narrowed ? (
            <Link className="btn btn-ghost btn-sm" to={pathname}>
              Clear
            </Link>
          ) : null}
        </div>
      </Form>
    </search>
  );
}

export function FilterText(props: { name: string; label: string; value: string; placeholder?: string }) {
  const id = useId();
  return (
    <div className="min-w-44 flex-1">
      <label htmlFor={id} className="quiet block text-[0.93em]">
        {props.label}
      </label>
      <input
        id={id}
        type="search"
        name={props.name}
        defaultValue={props.value}
        placeholder={props.placeholder}
        className="input input-sm w-full"
      />
    </div>
  );
}

export function FilterSelect(props: {
  name: string;
  label: string;
  value: string;
  /** What no choice means: "any". */
  all: string;
  choices: readonly { value: string; label: string }[];
}) {
  const id = useId();
  return (
    <div className="max-w-full">
      <label htmlFor={id} className="quiet block text-[0.93em]">
        {props.label}
      </label>
      <select
        id={id}
        name={props.name}
        defaultValue={props.value}
        className="select select-sm w-auto max-w-60 min-w-28"
      >
        <option value="">{props.all}</option>
        {props.choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}
