import { data, redirect } from '@remix-run/node';
import { useLoaderData, useRouteLoaderData } from '@remix-run/react';
import { type Cover, coverOf, exchangeToken } from '~/features/replies/exchange-token.server';
import { BigButton, Facts, H1, ReplyFrame } from '~/features/replies/reply-frame';
import { replyCover } from '~/features/replies/reply-guard.server';
import { postedForm } from '~/guard/guard.server';
import { DateText } from '~/ui/time';

const statusOf = (cover: Cover | null) => (cover === null ? 404 : cover.state === 'open' ? 200 : 410);

/** Shows who asks, and changes nothing: mail scanners look at every address in a letter. */
export const loader = replyCover(async ({ params }: { params: { token?: string } }) => {
  const cover = await coverOf(params.token ?? '');
  return data({ cover }, { status: statusOf(cover) });
});

export const action = replyCover(
  async ({
    params,
    request,
    context,
  }: {
    params: { token?: string };
    request: Request;
    context: { requestId: string; address: string; setCookie(value: string): void };
  }) => {
    await postedForm(request);
    const exchange = await exchangeToken(params.token ?? '', {
      requestId: context.requestId,
      address: context.address,
    });
    if (!exchange.ok) return data({ cover: exchange.cover }, { status: statusOf(exchange.cover) });
    context.setCookie(exchange.cookie);
    throw redirect('/reply', 303);
  },
);

const ENDED: Record<Exclude<Cover['state'], 'open'>, [string, (organisation: string) => string]> = {
  completed: [
    'This letter was already answered',
    (who) => `To add something, please write to ${who} and name the reference.`,
  ],
  expired: ['This link has expired', (who) => `Please ask ${who} for a new one and name the reference.`],
  revoked: [
    'This link was ended',
    (who) => `${who} has ended it. A newer letter may hold a newer link; or please ask them.`,
  ],
  closed: ['This letter is closed', (who) => `${who} expects no answer to it any more.`],
};

function Ended({ cover: { organisation, reference, state, since } }: { cover: Cover }) {
  if (state === 'open') return null;
  const [title, what] = ENDED[state];
  return (
    <ReplyFrame organisation={organisation}>
      <H1>{title}</H1>
      <Facts
        of={[
          [
            'Reference',
            <span key="r" className="font-mono">
              {reference}
            </span>,
          ],
          ...(since
            ? ([[state === 'completed' ? 'Answered on' : 'Ended on', <DateText key="s" value={since} />]] as const)
            : []),
        ].map(([term, value]) => [String(term), value])}
      />
      <p>{what(organisation)}</p>
    </ReplyFrame>
  );
}

export default function CoverSheet() {
  const { cover } = useLoaderData<typeof loader>();
  const root = useRouteLoaderData('root') as { csrf?: string } | undefined;
  if (!cover) {
    return (
      <ReplyFrame>
        <H1>This link opens nothing</H1>
        <p>
          Perhaps it was cut off on its way. Please copy the whole address from the e-mail or letter into the browser.
        </p>
        <p>If that does not help, ask whoever sent you the letter for a new link.</p>
      </ReplyFrame>
    );
  }
  if (cover.state !== 'open') return <Ended cover={cover} />;
  return (
    <ReplyFrame organisation={cover.organisation}>
      <H1>{cover.organisation} has sent you a letter with questions</H1>
      <Facts
        of={[
          [
            'Reference',
            <span key="r" className="font-mono">
              {cover.reference}
            </span>,
          ],
        ]}
      />
      <p>You can answer here in a few minutes. No account is needed, and you can save, leave and come back.</p>
      {/* A plain form: its address holds the token, and no script needs to know it. */}
      <form method="post">
        <input type="hidden" name="csrf" value={root?.csrf ?? ''} />
        <BigButton>Open the letter</BigButton>
      </form>
      <p className="quiet">
        Whoever has this link can answer for you. Pass it on only to colleagues who should; several people may work on
        the answer at the same time.
      </p>
    </ReplyFrame>
  );
}
