/** What somebody has besides the password, and what can be done with it. */
import { Link } from '@remix-run/react';
import { Empty, Notice, Panel } from '~/ui/page';
import { TableRegion } from '~/ui/table';
import { TimeText } from '~/ui/time';
import type { OwnFactors } from './get-factors.server';

const Add = ({ to, children }: { to: string; children: React.ReactNode }) => (
  <Link to={to} className="btn btn-primary btn-sm">
    {children}
  </Link>
);

const Remove = ({ to, what }: { to: string; what: string }) => (
  <Link to={to} className="btn btn-outline btn-sm">
    Remove<span className="sr-only"> {what}</span>
  </Link>
);

/** An app that shows codes: one at most. */
export const AppPanel = ({ factors: { appSince } }: { factors: OwnFactors }) => (
  <Panel title="Authenticator app">
    {appSince ? (
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p>
          In use since <TimeText value={appSince} />. Its code is asked for when you sign in and when you sign.
        </p>
        <Remove to="/account/factors/remove" what="the authenticator app" />
      </div>
    ) : (
      <Empty title="None in use.">
        <p className="mb-3">An app on your telephone that shows a new code of six digits every 30 seconds.</p>
        <Add to="/account/factors/app">Add an authenticator app</Add>
      </Empty>
    )}
  </Panel>
);

/** Keys in telephones, computers and tokens. */
export const PasskeysPanel = ({ factors: { passkeys, passkeysWork } }: { factors: OwnFactors }) => (
  <Panel
    title="Passkeys"
    flush={passkeys.length > 0}
    aside={passkeys.length > 0 && passkeysWork ? <Add to="/account/factors/passkey">Add a passkey</Add> : null}
  >
    {passkeysWork ? null : (
      <div className="p-4 pt-2">
        <Notice kind="info">
          Passkeys work only where Changemark is opened by its name over https (or as “localhost” on this machine), not
          at the address you came by.
        </Notice>
      </div>
    )}
    {passkeys.length > 0 ? (
      <TableRegion label="Passkeys">
        <table className="data-table stacks">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Kept</th>
              <th scope="col">Added</th>
              <th scope="col">Last used</th>
              <th scope="col">
                <span className="sr-only">Action</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {passkeys.map(({ id, name, backedUp, createdAt, lastUsedAt }) => (
              <tr key={id}>
                <td data-label="Name">{name}</td>
                <td data-label="Kept">{backedUp ? 'in a backup too' : 'on one device'}</td>
                <td data-label="Added">
                  <TimeText value={createdAt} />
                </td>
                <td data-label="Last used">
                  {lastUsedAt ? <TimeText value={lastUsedAt} /> : <span className="quiet">never</span>}
                </td>
                <td data-label="" className="md:text-right">
                  <Remove to={`/account/factors/remove?${new URLSearchParams({ passkey: id })}`} what={name} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    ) : passkeysWork ? (
      <Empty title="None yet.">
        <p className="mb-3">A key in your telephone, computer or token, which asks for your finger, face or PIN.</p>
        <Add to="/account/factors/passkey">Add a passkey</Add>
      </Empty>
    ) : null}
  </Panel>
);

/** For the day the telephone is lost. */
export const RecoveryPanel = ({ factors }: { factors: OwnFactors }) => (
  <Panel title="Recovery codes">
    {factors.appSince || factors.passkeys.length > 0 ? (
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p>
          {factors.recoveryCodesLeft === 0
            ? 'None is left. Without one, only an administrator can let you in when the telephone is lost.'
            : `${factors.recoveryCodesLeft} left to use, each once.`}
        </p>
        <Link to="/account/factors/codes" className="btn btn-outline btn-sm">
          Make new ones
        </Link>
      </div>
    ) : (
      <p className="quiet">They come with your first second factor.</p>
    )}
  </Panel>
);
