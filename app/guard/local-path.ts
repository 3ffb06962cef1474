/** Where to go after signing in: only to a page of this site, whatever the address bar says (open redirects). */
export function localPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || wanted.length > 2000) return '/';
  // "//host" and "/\host" leave the site in browsers, which also drop tabs and line ends before they look.
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted)) return '/';
  // As a browser would resolve it: "/.//host" has a path that, followed as a link, leaves the site after all.
  const resolved = URL.canParse(wanted, 'http://here.invalid') ? new URL(wanted, 'http://here.invalid') : null;
  if (resolved?.host !== 'here.invalid' || resolved.pathname.startsWith('//')) return '/';
  return resolved.pathname + resolved.search + resolved.hash;
}
