/** The fields with which somebody proves, at the act, to be who they are. Goes into any form that signs. */
import { TextField } from '~/ui/field';
import type { SigningWays } from './signing-ways';

/** `errors` as `confirmIdentity` returns them. */
export const ProofFields = ({ ways, errors = {} }: { ways: SigningWays; errors?: Record<string, string[]> }) => (
  <div className="flex flex-col gap-3">
    <TextField
      name="proof_password"
      type="password"
      label="Your password"
      autoComplete="current-password"
      errors={errors.proof_password}
      required
    />
    {ways.code ? (
      <TextField name="proof_code" label="Code of your authenticator app" errors={errors.proof_code} required />
    ) : null}
  </div>
);
