/** Fields as large as a thumb, with their refusal below them. */
import { useId } from 'react';

interface Props {
  name: string;
  label: string;
  help?: string;
  value?: string;
  errors?: string[];
  required?: boolean;
}

const LOOK = 'w-full text-[16px]';

function Frame({
  id,
  label,
  help,
  errors = [],
  required,
  children,
}: Omit<Props, 'name' | 'value'> & { id: string; children: React.ReactNode }) {
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
        {required ? null : <span className="quiet font-normal"> (optional)</span>}
      </label>
      {help ? (
        <p id={`${id}-help`} className="quiet text-[15px]">
          {help}
        </p>
      ) : null}
      {children}
      {errors.length > 0 ? (
        <p id={`${id}-error`} className="font-medium text-error">
          {errors.join(' ')}
        </p>
      ) : null}
    </div>
  );
}

const described = (id: string, { help, errors = [] }: Pick<Props, 'help' | 'errors'>) =>
  [help ? `${id}-help` : '', errors.length > 0 ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;

export function ReplyText({
  type = 'text',
  autoComplete,
  ...props
}: Props & { type?: 'text' | 'email' | 'date'; autoComplete?: string }) {
  const id = useId();
  const { name, value, errors = [], required } = props;
  return (
    <Frame id={id} {...props}>
      <input
        {...{ id, name, type, autoComplete }}
        defaultValue={value}
        aria-required={required || undefined}
        aria-invalid={errors.length > 0 || undefined}
        aria-describedby={described(id, props)}
        className={`input h-[44px] ${LOOK} ${errors.length > 0 ? 'input-error' : ''}`}
      />
    </Frame>
  );
}

export function ReplyArea({ rows = 3, ...props }: Props & { rows?: number }) {
  const id = useId();
  const { name, value, errors = [] } = props;
  return (
    <Frame id={id} {...props}>
      <textarea
        {...{ id, name, rows }}
        defaultValue={value}
        aria-invalid={errors.length > 0 || undefined}
        aria-describedby={described(id, props)}
        className={`textarea min-h-[44px] ${LOOK} leading-6 ${errors.length > 0 ? 'textarea-error' : ''}`}
      />
    </Frame>
  );
}
