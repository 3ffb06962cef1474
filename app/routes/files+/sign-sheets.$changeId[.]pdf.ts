import { ChangeParams } from '~/features/changes/params';
import { attachment, unprinted } from '~/features/files/attachment.server';
import { prepareSignSheet, printSignSheet } from '~/features/paper/print-sign-sheet.server';
import { notFoundUnless, protectedLoader } from '~/guard/guard.server';

export const loader = protectedLoader('change:read', ChangeParams, async ({ actor, params }) => {
  const sheet = notFoundUnless(await prepareSignSheet(actor, params.changeId));
  const printed = await printSignSheet(sheet).catch(unprinted);
  if (printed instanceof Response) return printed;
  return attachment(printed.bytes, `${sheet.reference}-sign-sheet.pdf`, 'application/pdf');
});
