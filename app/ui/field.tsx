/** Form fields: label, help and refusal tied together for screen readers; what was typed is kept. */
import type { FieldMetadata } from '@conform-to/react';
import { useId } from 'react';

type Meta = Pick<FieldMetadata<unknown>, 'name' | 'errors'> & { initialValue?: unknown };

interface Shared {
  /** A conform field, or use `name`, `value` and `errors`. */
  field?: Meta;
  name?: string;
  value?: string | null;
  errors?: string[];
  label: string;
  help?: React.ReactNode;
  required?: boolean;
}

function useField({ field, name, value, errors, help, required }: Shared) {
  const id = useId();
  const problems = field?.errors ?? errors ?? [];
  const initial = value ?? (typeof field?.initialValue === 'string' ? field.initialValue : '');
  const describedBy = [help ? `${id}-help` : '', problems.length > 0 ? `${id}-error` : ''].filter(Boolean).join(' ');
  return {
    id,
    problems,
    initial,
    control: {
      id,
      name: field?.name ?? name ?? '',
      'aria-invalid': problems.length > 0 || undefined,
      'aria-describedby': describedBy || undefined,
      'aria-required': required || undefined,
    },
  };
}

function Frame(props: {
  id: string;
  label: string;
  help?: React.ReactNode;
  problems: string[];
  required?: boolean;
  children: React.ReactNode;
}) {
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={props.id} className="font-medium">
        {props.label}
        {props.required ? <span className="quiet font-normal"> (required)</span> : null}
      </label>
      {props.help ? (
        <div id={`${props.id}-help`} className="quiet text-[0.93em]">
          {props.help}
        </div>
      ) : null}
      {props.children}
      {props.problems.length > 0 ? (
        <p id={`${props.id}-error`} className="font-medium text-error">
          {props.problems.join(' ')}
        </p>
      ) : null}
    </div>
  );
}

/** One line of text; `type` as in HTML. */
export function TextField({
  type = 'text',
  autoComplete,
  inputMode,
  list,
  ...props
}: Shared & {
  type?: 'text' | 'email' | 'password' | 'date' | 'search' | 'tel' | 'url' | 'number';
  autoComplete?: string;
  /** Which keys a telephone shows. */
  inputMode?: 'numeric' | 'text';
  list?: string;
}) {
  const { id, problems, initial, control } = useField(props);
  return (
    <Frame id={id} label={props.label} help={props.help} problems={problems} required={props.required}>
      <input
        {...control}
        type={type}
        autoComplete={autoComplete}
        inputMode={inputMode}
        list={list}
        defaultValue={type === 'password' ? undefined : initial}
        className={`input w-full ${problems.length > 0 ? 'input-error' : ''}`}
      />
    </Frame>
  );
}

/** Several lines of text. */
export function TextArea({ rows = 4, ...props }: Shared & { rows?: number }) {
  const { id, problems, initial, control } = useField(props);
  return (
    <Frame id={id} label={props.label} help={props.help} problems={problems} required={props.required}>
      <textarea
        {...control}
        rows={rows}
        defaultValue={initial}
        className={`textarea w-full ${problems.length > 0 ? 'textarea-error' : ''}`}
      />
    </Frame>
  );
}

export interface Choice {
  value: string;
  label: string;
  help?: string;
}

/** One of a list. */
export function Select({ choices, blank, ...props }: Shared & { choices: readonly Choice[]; blank?: string }) {
  const { id, problems, initial, control } = useField(props);
  return (
    <Frame id={id} label={props.label} help={props.help} problems={problems} required={props.required}>
      <select
        {...control}
        defaultValue={initial}
        className={`select w-full ${problems.length > 0 ? 'select-error' : ''}`}
      >
        {blank === undefined ? null : <option value="">{blank}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

/** One of a few, all visible; each may explain itself. */
export function Radios({ choices, inline, ...props }: Shared & { choices: readonly Choice[]; inline?: boolean }) {
  const { id, problems, initial, control } = useField(props);
  return (
    <fieldset className="flex flex-col gap-1" aria-describedby={control['aria-describedby']}>
      <legend className="mb-1 font-medium">
        {props.label}
        {props.required ? <span className="quiet font-normal"> (required)</span> : null}
      </legend>
      {props.help ? (
        <div id={`${id}-help`} className="quiet mb-1 text-[0.93em]">
          {props.help}
        </div>
      ) : null}
      <div className={inline ? 'flex flex-wrap gap-x-5 gap-y-1' : 'flex flex-col gap-1'}>
        {choices.map((choice) => (
          <label key={choice.value} className="flex min-h-6 items-start gap-2">
            <input
              type="radio"
              name={control.name}
              value={choice.value}
              defaultChecked={initial === choice.value}
              className="radio radio-sm mt-0.5"
            />
            <span>
              {choice.label}
              {choice.help ? <span className="quiet block text-[0.93em]">{choice.help}</span> : null}
            </span>
          </label>
        ))}
      </div>
      {problems.length > 0 ? (
        <p id={`${id}-error`} className="font-medium text-error">
          {problems.join(' ')}
        </p>
      ) : null}
    </fieldset>
  );
}

/** Any of a few. `values` are those ticked. */
export function Checkboxes(props: Shared & { choices: readonly Choice[]; values?: readonly string[] }) {
  const { id, problems, control } = useField(props);
  return (
    <fieldset className="flex flex-col gap-1" aria-describedby={control['aria-describedby']}>
      <legend className="mb-1 font-medium">{props.label}</legend>
      {props.help ? (
        <div id={`${id}-help`} className="quiet mb-1 text-[0.93em]">
          {props.help}
        </div>
      ) : null}
      {props.choices.map((choice) => (
        <label key={choice.value} className="flex min-h-6 items-start gap-2">
          <input
            type="checkbox"
            name={control.name}
            value={choice.value}
            defaultChecked={props.values?.includes(choice.value)}
            className="checkbox checkbox-sm mt-0.5"
          />
          <span>
            {choice.label}
            {choice.help ? <span className="quiet block text-[0.93em]">{choice.help}</span> : null}
          </span>
        </label>
      ))}
      {problems.length > 0 ? (
        <p id={`${id}-error`} className="font-medium text-error">
          {problems.join(' ')}
        </p>
      ) : null}
    </fieldset>
  );
}
