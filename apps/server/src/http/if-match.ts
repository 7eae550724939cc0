import { invalidField } from './problem.js';

const tag = /^(?:W\/)?"(0|[1-9]\d{0,14})(?:-[0-9a-f]{1,24})?"$/;

/**
 * The revision that `If-Match` names (RFC 9110, section 13.1.1). `*` requires that the case exists, which
 * every command requires anyway. What follows the revision in the tag of a read case is not compared. A weak tag names the same revision: tags here stand for revisions, not for
 * bytes, and a proxy that compresses turns them into weak tags.
 * @throws HttpProblem REQUEST_INVALID
 */
export function expectedRevision(ifMatch: string | undefined): bigint | undefined {
  if (ifMatch === undefined || ifMatch === '*') return undefined;
  const found = tag.exec(ifMatch)?.[1];
  if (found === undefined)
    throw invalidField('header.if-match', 'invalid_format', 'must be the ETag of the case, such as "7"');
  return BigInt(found);
}
