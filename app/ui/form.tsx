import { type FormProps, Form as RemixForm, useNavigation, useRouteLoaderData } from '@remix-run/react';

/** A POST form that carries the forgery token. Works without JavaScript. */
export function PostForm({ children, ...props }: Omit<FormProps, 'method'>) {
  const root = useRouteLoaderData('root') as { csrf?: string } | undefined;
  return (
    <RemixForm method="post" {...props}>
      <input type="hidden" name="csrf" value={root?.csrf ?? ''} />
      {children}
    </RemixForm>
  );
}

/** Submit button that says when it is busy. */
export function Submit(props: {
  children: React.ReactNode;
  name?: string;
  value?: string;
  look?: 'primary' | 'plain' | 'danger';
  small?: boolean;
}) {
  const navigation = useNavigation();
  const busy = navigation.state !== 'idle' && navigation.formMethod === 'POST';
  const look = { primary: 'btn-primary', plain: 'btn-outline', danger: 'btn-error btn-outline' }[
    props.look ?? 'primary'
  ];
  return (
    <button
      className={`btn ${props.small ? 'btn-sm' : ''} ${look}`}
      type="submit"
      name={props.name}
      value={props.value}
      aria-busy={busy}
    >
      {props.children}
    </button>
  );
}

/** Refusal of the form as a whole, above its fields. */
export function FormErrors({ id, errors }: { id?: string; errors?: string[] | null }) {
  if (!errors?.length) return null;
  return (
    <div id={id} role="alert" className="tint-error rounded-box border border-error/40 p-3">
      {errors.map((error) => (
        <p key={error}>{error}</p>
      ))}
    </div>
  );
}
