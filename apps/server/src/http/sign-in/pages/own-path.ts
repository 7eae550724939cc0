const anyOrigin = 'http://own.invalid';
/** A browser takes a backslash for a slash, and leaves out tabs and line breaks. */
const plainPath = /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/;

/** The path that a page goes on to; undefined unless it is one of this server, so that no link leads anybody astray. */
export function ownPath(next: unknown): string | undefined {
  if (typeof next !== 'string' || !plainPath.test(next)) return undefined;
  return URL.parse(next, anyOrigin)?.origin === anyOrigin ? next : undefined;
}
