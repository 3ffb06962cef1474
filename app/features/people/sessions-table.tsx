/** The open sessions of the signed-in person, each of which can be ended from here. */
import { PostForm, Submit } from '~/ui/form';
import { TableRegion } from '~/ui/table';
import { TimeText } from '~/ui/time';
import { browserName } from './browser-name';
import type { SessionRow } from './sessions.server';

export const SessionsTable = ({ sessions }: { sessions: SessionRow[] }) => (
  <TableRegion label="Open sessions">
    <table className="data-table stacks">
      <thead>
        <tr>
          <th scope="col">Browser</th>
          <th scope="col">Network address</th>
          <th scope="col">Signed in</th>
          <th scope="col">Ends, when idle</th>
          <th scope="col">
            <span className="sr-only">Action</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {sessions.map((session) => (
          <tr key={session.id}>
            <td data-label="Browser">
              {browserName(session.userAgent)}
              {session.current ? <strong> (this one)</strong> : null}
            </td>
            <td data-label="Network address" className="font-mono">
              {session.address || 'not known'}
            </td>
            <td data-label="Signed in">
              <TimeText value={session.createdAt} />
            </td>
            <td data-label="Ends, when idle">
              <TimeText value={session.expiresAt} />
            </td>
            <td data-label="" className="md:text-right">
              {session.current ? null : (
                <PostForm>
                  <input type="hidden" name="session" value={session.id} />
                  <Submit name="intent" value="end" look="plain" small>
                    End<span className="sr-only"> the session of {browserName(session.userAgent)}</span>
                  </Submit>
                </PostForm>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableRegion>
);
