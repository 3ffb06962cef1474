/** The signed-in frame: top bar with search, navigation, content. One column and a menu button below 768 px. */
import { NavLink, useLocation } from '@remix-run/react';
import { PostForm } from './form';

export interface NavItem {
  to: string;
  label: string;
  /** Pages under this address count as here too. */
  end?: boolean;
  /** Another address whose pages belong here. */
  also?: string;
  /** How many things wait there; `words` say it to whoever does not see it. */
  badge?: { text: string; words: string; urgent: boolean } | null;
}

export interface ShellProps {
  organisation: string;
  isDemonstration: boolean;
  person: string;
  role: string;
  items: NavItem[];
  children: React.ReactNode;
}

function Navigation({ items }: { items: NavItem[] }) {
  const { pathname } = useLocation();
  const belongs = (also?: string) => also !== undefined && (pathname === also || pathname.startsWith(`${also}/`));
  return (
    <ul className="flex flex-col gap-0.5">
      {items.map((item) => (
        <li key={item.to}>
          <NavLink
            to={item.to}
            end={item.end}
            prefetch="intent"
            className={({ isActive }) =>
              `flex items-center justify-between gap-2 rounded-field px-3 py-2 ${isActive || belongs(item.also) ? 'bg-neutral text-neutral-content' : 'hover:bg-base-300'}`
            }
          >
            {item.label}
            {item.badge ? (
              <span
                className={`rounded-selector px-2 text-[0.85em] leading-5 ${item.badge.urgent ? 'bg-error text-error-content' : 'bg-base-100 text-base-content'}`}
              >
                <span aria-hidden="true">{item.badge.text}</span>
                <span className="sr-only"> {item.badge.words}</span>
              </span>
            ) : null}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}

const Search = () => (
  <search className="min-w-0 flex-1 md:max-w-80">
    <form action="/search" method="get">
      <input
        type="search"
        name="q"
        aria-label="Search devices, changes, CVEs, letters"
        placeholder="Device, change, CVE, letter…"
        className="input input-sm w-full border-transparent bg-base-100 text-base-content"
      />
    </form>
  </search>
);

export function Shell({ organisation, isDemonstration, person, role, items, children }: ShellProps) {
  const { pathname } = useLocation();
  return (
    <>
      <a
        href="#content"
        className="btn btn-primary btn-sm absolute top-2 left-2 z-20 -translate-y-24 focus:translate-y-0"
      >
        Skip to content
      </a>
      <header className="no-print bg-neutral text-neutral-content">
        <div className="mx-auto flex max-w-[1440px] flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2">
          <a href="/" className="text-[1.05rem] font-bold tracking-tight">
            Changemark
          </a>
          <span className="min-w-0">{organisation}</span>
          {isDemonstration ? (
            <span className="rounded-selector bg-warning px-2 py-0.5 text-[0.9em] text-warning-content">
              demonstration data
            </span>
          ) : null}
          <span className="hidden flex-1 md:block" />
          <Search />
          <div className="flex flex-wrap items-center gap-x-3">
            <a href="/account" className="hover:underline">
              {person} · {role}
            </a>
            <PostForm action="/sign-out">
              <button type="submit" className="min-h-6 cursor-pointer hover:underline">
                Sign out
              </button>
            </PostForm>
          </div>
        </div>
      </header>
      <div className="mx-auto grid max-w-[1440px] grid-cols-1 gap-x-6 px-4 py-4 md:grid-cols-[9.5rem_minmax(0,1fr)] print:block">
        <nav aria-label="Main" className="no-print mb-3">
          {/* On another page it is another menu: closed. */}
          <details key={pathname} className="panel p-2 md:hidden">
            <summary className="cursor-pointer px-2 py-1 font-medium">Menu</summary>
            <Navigation items={items} />
          </details>
          <div className="hidden md:block">
            <Navigation items={items} />
          </div>
        </nav>
        <main id="content" tabIndex={-1} className="flex min-w-0 flex-col gap-4 outline-none">
          {children}
        </main>
      </div>
    </>
  );
}
