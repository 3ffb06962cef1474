/** The way to a pack from the page of a change, a device or a supplier. */
import { Link } from '@remix-run/react';

/** @param scope what the page is about */
export const PackLink = ({ scope, id }: { scope: 'change' | 'device' | 'supplier'; id: string }) => (
  <Link to={`/evidence?scope=${scope}&id=${id}`} className="btn btn-sm">
    Evidence pack
  </Link>
);
