import { NavLink } from '@remix-run/react';

/** The lists of the register: models, which are certified, units, which stand on the wards, and what is odd among them. */
export const DeviceLists = () => (
  <nav aria-label="Lists of devices" className="no-print flex gap-x-1 border-b border-base-300">
    {[
      { to: '/devices', label: 'Models' },
      { to: '/units', label: 'Units' },
      { to: '/devices/udi-mismatches', label: 'Identifiers to look at' },
    ].map(({ to, label }) => (
      <NavLink
        key={to}
        to={to}
        end
        className={({ isActive }) =>
          `-mb-px border-b-2 px-3 py-2 ${isActive ? 'border-primary font-semibold' : 'border-transparent hover:border-base-300'}`
        }
      >
        {label}
      </NavLink>
    ))}
  </nav>
);
