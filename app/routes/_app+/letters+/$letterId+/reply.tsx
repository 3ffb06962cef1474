import { data, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useRouteLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { spoolUpload } from '~/features/files/spool.server';
import { getStaffPage, recordReply } from '~/features/replies/record-reply.server';
import { StaffReply } from '~/features/replies/staff-form';
import { StaffReplyForm } from '~/features/replies/staff-reply-form';
import { fieldErrors, typedFields } from '~/features/replies/typed-fields';
import { today } from '~/features/today';
import { csrfTokenHolds } from '~/guard/csrf.server';
import { notFoundUnless, protectedLoader, protectedUpload } from '~/guard/guard.server';
import { Empty, PageHeader } from '~/ui/page';

const Params = z.object({ letterId: z.uuid() });

export const meta: MetaFunction = () => [{ title: 'Record a reply · Changemark' }];

export const loader = protectedLoader('letter:send', Params, async ({ actor, params }) => ({
  page: notFoundUnless(await getStaffPage(actor, params.letterId)),
  today: today(),
}));

export const action = protectedUpload('letter:send', Params, async ({ actor, params, request }) => {
  // Nobody uploads gigabytes to a letter that is not there.
  notFoundUnless(await getStaffPage(actor, params.letterId));
  const spooled = await spoolUpload(request, (fields) => csrfTokenHolds(request, fields));
  if (!spooled.ok) throw new Response(spooled.message, { status: spooled.status });
  try {
    const values = typedFields(spooled.fields);
    const typed = StaffReply(today()).safeParse(values);
    if (!typed.success) return data({ errors: fieldErrors(typed.error), values }, { status: 422 });
    const recorded = notFoundUnless(
      await recordReply(actor, params.letterId, typed.data, spooled.fields, spooled.files),
    );
    if (!recorded.ok) return data({ errors: recorded.errors, values }, { status: 422 });
    throw redirect(`/letters/${params.letterId}/replies/${recorded.replyId}`, 303);
  } finally {
    await spooled.close();
  }
});

export default function RecordReply() {
  const { page, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const root = useRouteLoaderData('root') as { csrf?: string } | undefined;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Letters', to: '/letters' },
          { label: page.reference, to: `/letters/${page.letterId}` },
        ]}
        title="Record a reply"
        sub={`What ${page.supplier} answered to “${page.subject}” by post, telephone, e-mail or in a meeting.`}
      />
      {page.closed ? (
        <Empty title="Nothing can be recorded now">{page.closed}</Empty>
      ) : (
        <StaffReplyForm
          page={page}
          csrf={root?.csrf ?? ''}
          today={today}
          errors={refused?.errors}
          values={refused?.values}
        />
      )}
    </>
  );
}
