/** The pages of one change, as one row of links. */
import { NavLink } from '@remix-run/react';

const TABS = [
  { to: '', label: 'Assessment' },
  { to: '/options', label: 'Options' },
  { to: '/over-time', label: 'Over time' },
  { to: '/earlier-decisions', label: 'Earlier decisions' },
  { to: '/risk', label: 'Risk' },
  { to: '/network-check', label: 'Firewall' },
  { to: '/antivirus-check', label: 'Anti-virus' },
  { to: '/plan', label: 'Plan' },
  { to: '/files', label: 'Files' },
  { to: '/sign-off', label: 'Sign-off' },
  { to: '/conditions', label: 'Conditions' },
  { to: '/carry-out', label: 'Carrying out' },
  { to: '/documents', label: 'Documents' },
  { to: '/history', label: 'Record' },
] as const;

export const ChangeTabs = ({ changeId }: { changeId: string }) => (
  <nav aria-label="Pages of this change" className="no-print -mt-1 overflow-x-auto border-b border-base-300">
    <ul className="flex gap-1 pb-px">
      {TABS.map(({ to, label }) => (
        <li key={to}>
          <NavLink
            to={`/changes/${changeId}${to}`}
            end
            className={({ isActive }) =>
              `block border-b-2 px-2.5 py-1.5 whitespace-nowrap ${isActive ? 'border-primary font-semibold' : 'border-transparent hover:border-base-content/40'}`
            }
          >
            {label}
          </NavLink>
        </li>
      ))}
    </ul>
  </nav>
);
