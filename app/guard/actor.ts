/** The person behind a request, as use cases see them. */
import type { Role } from './roles';

export interface Actor {
  userId: string;
  orgId: string;
  name: string;
  email: string;
  role: Role;
  jobTitle: string;
  organisation: { name: string; isDemonstration: boolean; country: string; nation: string | null };
  /** For the audit trail. */
  requestId: string;
  address: string;
  /** Address that the request came to: passkeys answer one address only. Absent where nobody sits before a browser. */
  origin?: string;
}
