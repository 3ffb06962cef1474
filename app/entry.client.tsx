import { RemixBrowser } from '@remix-run/react';
import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';

/**
 * Resolves when the page's data has been read from its stream.
 *
 * Remix's root throws a promise until then, and nothing stands above it to wait. A key pressed meanwhile makes
 * React 18 hydrate at once, find the promise and fail with "Root did not complete" (error 345). So it is waited
 * for here, before there is a root: the first call throws that promise ahead of its first hook.
 */
async function pageData(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (pending) {
    if (pending instanceof Promise) await pending;
  }
}

pageData().then(() =>
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <RemixBrowser />
      </StrictMode>,
    );
  }),
);
