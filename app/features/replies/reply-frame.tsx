/**
 * The frame of the pages a supplier sees: one column, read on a phone first, nothing to click that leads elsewhere.
 * Its links and forms load whole pages: the cookie of a reply is sent to addresses below /reply alone, and a script that
 * asked for /reply.data would come without it.
 */

const LOOK = 'text-[16px] leading-6';

export function ReplyFrame({ organisation, children }: { organisation?: string; children: React.ReactNode }) {
  return (
    <div className={`flex min-h-dvh flex-col ${LOOK}`}>
      <header className="border-b border-base-300 bg-base-100">
        <p className="mx-auto flex max-w-3xl flex-wrap items-baseline justify-between gap-x-4 px-4 py-3">
          <span className="font-semibold">{organisation ?? 'Changemark'}</span>
          {organisation ? <span className="quiet text-[14px]">Reply to a letter</span> : null}
        </p>
      </header>
      <main className="mx-auto flex w-full max-w-3xl flex-1 flex-col gap-6 px-4 py-6">{children}</main>
      <footer className="border-t border-base-300">
        <p className="quiet mx-auto max-w-3xl px-4 py-3 text-[14px] leading-5">
          Sent with Changemark, the record of security changes to medical devices. No account is needed.
        </p>
      </footer>
    </div>
  );
}

/** Where one is: three steps, the present one said in words and not by colour alone. */
export function Steps({ at }: { at: 1 | 2 | 3 }) {
  const steps = [
    ['/reply', 'Questions'],
    ['/reply/files', 'Files'],
    ['/reply/review', 'Check and send'],
  ] as const;
  return (
    <nav aria-label="Steps">
      <ol className="flex flex-wrap gap-x-5 gap-y-1">
        {steps.map(([to, label], index) => (
          <li key={to} className="flex min-h-[32px] items-center gap-1.5">
            <span aria-hidden="true" className={index + 1 === at ? 'font-semibold' : 'quiet'}>
              {index + 1}.
            </span>
            {index + 1 === at ? (
              <span aria-current="step" className="border-b-2 border-primary font-semibold">
                {label}
              </span>
            ) : (
              <a href={to} className="underline decoration-base-content/40 underline-offset-4 hover:decoration-current">
                {label}
              </a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

export const H1 = ({ children }: { children: React.ReactNode }) => (
  <h1 className="text-[24px] leading-8 text-pretty">{children}</h1>
);

export const H2 = ({ id, children }: { id?: string; children: React.ReactNode }) => (
  <h2 id={id} className="text-[19px] leading-7">
    {children}
  </h2>
);

/** A line of facts: term and value under each other on a phone, beside each other where there is room. */
export const Facts = ({ of }: { of: [string, React.ReactNode][] }) => (
  <dl className="flex flex-col gap-1.5">
    {of.map(([term, value]) => (
      <div key={term} className="flex flex-col sm:flex-row sm:gap-3">
        <dt className="quiet sm:w-40 sm:shrink-0">{term}</dt>
        <dd className="min-w-0">{value}</dd>
      </div>
    ))}
  </dl>
);

const BUTTON = 'btn h-auto min-h-[44px] px-5 py-2 text-[16px] whitespace-normal';

export function BigButton({
  look = 'btn-primary',
  ...props
}: React.ButtonHTMLAttributes<HTMLButtonElement> & { look?: 'btn-primary' | 'btn-outline' | 'btn-error btn-outline' }) {
  return <button type="submit" {...props} className={`${BUTTON} ${look}`} />;
}

/** To a page or file of this reply. A plain link: it works the same with and without JavaScript. */
export const BigLink = ({
  look = 'btn-outline',
  ...props
}: React.AnchorHTMLAttributes<HTMLAnchorElement> & { look?: string }) => (
  <a {...props} className={`${BUTTON} ${look}`}>
    {props.children}
  </a>
);

/** Lines that name a person to call, as the letter gave them. */
export const ContactLines = ({ contact }: { contact: { label: string; value: string }[] }) =>
  contact.length > 0 ? <Facts of={contact.map(({ label, value }) => [label, value])} /> : null;
