import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { listCampaigns } from '~/features/campaigns/list-campaigns.server';
import { protectedLoader } from '~/guard/guard.server';
import { can } from '~/guard/permissions';
import { Empty, PageHeader, Panel } from '~/ui/page';
import { Pager, TableRegion } from '~/ui/table';
import { DateText } from '~/ui/time';

export const meta: MetaFunction = () => [{ title: 'Campaigns · Changemark' }];

export const loader = protectedLoader('document:read', undefined, async ({ actor, url }) => ({
  list: await listCampaigns(actor, url.searchParams),
  mayStart: can(actor, 'document:draft'),
}));

export default function Campaigns() {
  const { list, mayStart } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Letters', to: '/letters' }]}
        title="Campaigns"
        sub="One vulnerability, many makers: each gets one letter about all its models, and all answers stand on one page."
        actions={
          mayStart ? (
            <Link to="/campaigns/new" className="btn btn-primary">
              New campaign
            </Link>
          ) : null
        }
      />
      {list.rows.length === 0 ? (
        <Empty title="No campaign yet">Name a vulnerability, and Changemark finds the makers and models it hits.</Empty>
      ) : (
        <Panel flush>
          <div className="px-2">
            <TableRegion label="Campaigns">
              <table className="data-table stacks">
                <thead>
                  <tr>
                    <th scope="col">Campaign</th>
                    <th scope="col">Vulnerabilities</th>
                    <th scope="col">Letters</th>
                    <th scope="col">Sent</th>
                    <th scope="col">Answered</th>
                    <th scope="col">Begun</th>
                  </tr>
                </thead>
                <tbody>
                  {list.rows.map((campaign) => (
                    <tr key={campaign.id}>
                      <td>
                        <Link to={`/campaigns/${campaign.id}`}>{campaign.title}</Link>
                      </td>
                      <td data-label="Vulnerabilities">
                        {campaign.cves.slice(0, 3).join(', ')}
                        {campaign.cves.length > 3 ? ` and ${campaign.cves.length - 3} more` : ''}
                      </td>
                      <td data-label="Letters">{campaign.letters}</td>
                      <td data-label="Sent">{campaign.sent}</td>
                      <td data-label="Answered">{campaign.answered}</td>
                      <td data-label="Begun">
                        <DateText value={campaign.createdAt} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableRegion>
            <Pager before={list.before} after={list.after} />
          </div>
        </Panel>
      )}
    </>
  );
}
