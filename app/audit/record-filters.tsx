/** What the trail is narrowed to, as a form that works without JavaScript. */
import { Form, Link } from '@remix-run/react';
import { type Choice, Select, TextField } from '~/ui/field';
import { type EventFilters, GROUPS, groupOf, isNarrowed } from './event-filters';
import { ACTIONS } from './events';

const ACTION_CHOICES: Choice[] = Object.entries(GROUPS).flatMap(([group, words]) => [
  { value: `${group}.`, label: `${words} (all)` },
  ...Object.entries(ACTIONS)
    .filter(([action]) => groupOf(action) === group)
    .map(([value, label]) => ({ value, label: `– ${label}` })),
]);

export const RecordFilters = (props: { filters: EventFilters; people: { id: string; name: string }[] }) => (
  <Form className="grid grid-cols-1 gap-3 px-4 pt-4 pb-3 sm:grid-cols-2 lg:grid-cols-[1.2fr_1.4fr_1.2fr_auto_auto_auto] lg:items-end">
    <Select
      name="person"
      label="Person"
      blank="anybody"
      value={props.filters.person}
      choices={props.people.map(({ id, name }) => ({ value: id, label: name }))}
    />
    <Select name="action" label="Act" blank="any" value={props.filters.action} choices={ACTION_CHOICES} />
    <TextField name="object" label="Reference or id" value={props.filters.object} />
    <TextField name="from" type="date" label="From" value={props.filters.from} />
    <TextField name="to" type="date" label="To" value={props.filters.to} />
    <div className="flex gap-2">
      <button type="submit" className="btn btn-outline">
        Show
      </button>
      {isNarrowed(props.filters) ? (
        <Link to="/record" className="btn btn-ghost">
          All
        </Link>
      ) : null}
    </div>
  </Form>
);
