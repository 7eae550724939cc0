const here = 'http://here.invalid';
const charactersMax = 2000;
/** Spaces and signs that cannot be seen are left out by browsers, and a backslash is a slash to them. */
const misread = /[\s\\\p{C}]/u;
/** How the address of another server begins that says no scheme, written out or encoded. */
const elsewhere = /^\/(?:\/|%2f|%5c)/i;
/** These send the browser on by themselves. */
const sendingOn = /^\/oidc\//i;

/**
 * A path of this server with its query, to which a browser may be sent on; `undefined` when the text is anything else, such as
 * an address elsewhere.
 */
export function ownPath(text: string): string | undefined {
  if (!text.startsWith('/') || text.length > charactersMax || misread.test(text)) return undefined;
  if (elsewhere.test(text) || !URL.canParse(text, here)) return undefined;
  const { origin, pathname, search, hash } = new URL(text, here);
  // Looked at once more, because `/..//` becomes `//`.
  if (origin !== here || elsewhere.test(pathname) || sendingOn.test(pathname)) return undefined;
  return pathname + search + hash;
}
