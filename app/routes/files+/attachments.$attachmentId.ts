import { redirect } from '@remix-run/node';
import { z } from 'zod';
import { downloadFile } from '~/features/attachments/get-file.server';
import { attachment } from '~/features/files/attachment.server';
import type { Actor } from '~/guard/actor';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';

const Params = z.object({ attachmentId: z.uuid() });

async function hand(actor: Actor, attachmentId: string, warned: boolean): Promise<Response> {
  const file = notFoundUnless(await downloadFile(actor, attachmentId, warned));
  if (file.ok) return attachment(file.bytes, file.name, file.mediaType);
  if (file.why === 'warn') throw redirect(`/changes/${file.changeId}/files/${attachmentId}`);
  if (file.why === 'disposed') throw new Response('The bytes of this file were disposed of.', { status: 410 });
  throw new Response('What is stored is not what was attached, so it is not handed out.', { status: 409 });
}

/** A file without active content. Any other leads to its page, which warns. */
export const loader = protectedLoader('change:read', Params, ({ actor, params }) =>
  hand(actor, params.attachmentId, false),
);

/** The press on the file's page, which has warned where there is something to warn of. */
export const action = protectedAction('change:read', Params, ({ actor, params }) =>
  hand(actor, params.attachmentId, true),
);
