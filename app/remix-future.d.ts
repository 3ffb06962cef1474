/** Tells Remix's types that the flag v3_singleFetch is on (remix.config.js): dates and maps reach pages as they are. */
import '@remix-run/node';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}
