/** A signature as 21 CFR 11.50 wants it shown: printed name, date and time with zone, meaning; and whether it stands. */
import { StateBadge } from '../../ui/badge';
import type { SignatureView } from './sign-off-view';
import { differenceInWords } from './snapshot';

const METHODS: Record<SignatureView['method'], string> = {
  password: 'password',
  totp: 'password and authenticator code',
  passkey: 'passkey',
  paper: 'signed on paper',
};

export function SignatureBlock({ signature }: { signature: SignatureView }) {
  const { printedName, role, meaning, onBehalf, reason, signedAt, method, snapshotSha256, fallen, exception } =
    signature;
  return (
    <div className="mb-1 flex flex-col gap-0.5">
      <p className="flex flex-wrap items-center gap-x-2">
        <span className={`font-semibold ${fallen ? 'line-through' : ''}`}>{printedName}</span>
        <StateBadge state={fallen ? 'error' : meaning === 'rejected' ? 'hold' : 'settled'}>
          {fallen ? 'fell' : meaning}
        </StateBadge>
      </p>
      <p className="quiet text-[0.93em]">
        {role}
        {onBehalf ? ` · for ${onBehalf}` : ''}
        {exception ? ' · under an exception for small sites' : ''}
      </p>
      <p className="text-[0.93em]">
        {signedAt}{' '}
        <span className="quiet">
          · {METHODS[method]} · covers {snapshotSha256.slice(0, 12)}…
        </span>
      </p>
      {reason ? <p>“{reason}”</p> : null}
      {fallen ? (
        <div className="tint-error rounded-box mt-1 p-2 text-[0.93em]">
          <p className="font-medium">Fell on {fallen.at}, because this changed:</p>
          <ul className="list-disc pl-5">
            {fallen.because.slice(0, 6).map((one) => (
              <li key={`${one.part}/${one.key}`}>{differenceInWords(one)}</li>
            ))}
          </ul>
          {fallen.because.length > 6 ? <p>And {fallen.because.length - 6} more.</p> : null}
        </div>
      ) : null}
    </div>
  );
}
