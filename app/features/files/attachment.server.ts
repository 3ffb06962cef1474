/** Handing out bytes: always as a file to keep, never shown by the browser in our name. */

/** A response whose body is a file. The name is one of ours, or cleaned. */
export function attachment(bytes: Uint8Array, name: string, mediaType: string): Response {
  const plain = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\]/g, '_');
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': mediaType,
      'Content-Length': String(bytes.byteLength),
      'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
    },
  });
}

/** The response to a document that cannot be printed just now, or the error itself. */
export function unprinted(error: unknown): Response {
  const status = (error as { status?: unknown } | null)?.status;
  if (error instanceof Error && (status === 503 || status === 413)) {
    return new Response(error.message, { status, headers: status === 503 ? { 'Retry-After': '10' } : {} });
  }
  throw error;
}
