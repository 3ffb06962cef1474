/** Where to go after signing in: only to a page of this site, whatever the address bar says (open redirects). */
export function localPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || wanted.length > 2000) return '/';
  // "//host" and "/\host" leave the site in browsers.
  return /^\/(?![/\\])[\x21-\x7e]*$/.test(wanted) ? wanted : '/';
}
