import { NavLink } from '@remix-run/react';

/** The two lists of the register: models, which are certified, and units, which stand on the wards. */
export const DeviceLists = () => (
  <nav aria-label="Lists of devices" className="no-print flex gap-x-1 border-b border-base-300">
    {[
      { to: '/devices', label: 'Models' },
      { to: '/units', label: 'Units' },
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
