/** Renders pages: streamed, with the nonce of the response's content security policy; bugs are logged here, once. */
import { PassThrough } from 'node:stream';
import {
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type HandleDataRequestFunction,
  type HandleErrorFunction,
} from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { log } from './server/log';
import { NonceProvider } from './ui/nonce';

const ABORT_AFTER_MS = 10_000;

/**
 * The status of the error that the page shows, if it shows one. Otherwise a refused form (422) posted to a record that
 * is not here would keep its 422, although the page says "not here" (404).
 */
function statusOf({ staticHandlerContext: { errors } }: EntryContext): number | null {
  const [error] = Object.values(errors ?? {});
  if (error === undefined) return null;
  return isRouteErrorResponse(error) ? error.status : 500;
}

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  load: AppLoadContext,
): Promise<Response> {
  // Crawlers and printing tools get the whole page at once.
  const ready = isbot(request.headers.get('User-Agent') ?? '') ? 'onAllReady' : 'onShellReady';
  return new Promise((resolve, reject) => {
    let shellRendered = false;
    const page = (
      <NonceProvider value={load.cspNonce}>
        <RemixServer context={context} url={request.url} abortDelay={ABORT_AFTER_MS} nonce={load.cspNonce} />
      </NonceProvider>
    );
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce: load.cspNonce,
      [ready]() {
        shellRendered = true;
        const body = new PassThrough();
        headers.set('Content-Type', 'text/html; charset=utf-8');
        headers.set('Cache-Control', 'private, no-store');
        const answer = { headers, status: statusOf(context) ?? status };
        resolve(new Response(createReadableStreamFromReadable(body), answer));
        pipe(body);
      },
      onShellError: reject,
      onError(error: unknown) {
        if (shellRendered) log.error({ err: error, requestId: load.requestId }, 'rendering failed');
      },
    });
    setTimeout(abort, ABORT_AFTER_MS + 1000).unref();
  });
}

export const handleDataRequest: HandleDataRequestFunction = (response) => {
  response.headers.set('Cache-Control', 'private, no-store');
  return response;
};

export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return;
  // One-time links carry their token in the path, and a log is read by others.
  const path = new URL(request.url).pathname.replace(/^(\/reply\/)[^/]+/, '$1[token]');
  log.error({ err: error, requestId: context?.requestId, method: request.method, path }, 'request failed');
};
