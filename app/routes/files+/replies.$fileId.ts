import { redirect } from '@remix-run/node';
import { z } from 'zod';
import { attachment } from '~/features/files/attachment.server';
import { downloadReplyFile, getReplyFile } from '~/features/replies/get-reply.server';
import type { Actor } from '~/guard/actor';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';

const Params = z.object({ fileId: z.uuid() });

async function hand(actor: Actor, fileId: string, warned: boolean): Promise<Response> {
  const file = notFoundUnless(await downloadReplyFile(actor, fileId, warned));
  if (file.ok) return attachment(file.bytes, file.name, file.mediaType);
  if (file.why === 'damaged') {
    throw new Response('What is stored is not what was received, so it is not handed out.', { status: 409 });
  }
  const { letter, replyId } = notFoundUnless(await getReplyFile(actor, fileId));
  throw redirect(`/letters/${letter.id}/replies/${replyId}/files/${fileId}`);
}

/** A file without active content. Any other leads to the page with the warning. */
export const loader = protectedLoader('document:read', Params, ({ actor, params }) =>
  hand(actor, params.fileId, false),
);

/** The second press, on the page with the warning. */
export const action = protectedAction('document:read', Params, ({ actor, params }) => hand(actor, params.fileId, true));
