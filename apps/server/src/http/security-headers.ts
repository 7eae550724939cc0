import helmet from '@fastify/helmet';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { createHash } from 'node:crypto';
import type { Reach } from './reach.js';

/**
 * The headers by which a browser protects what it is shown. An answer of the API is no page: nothing in it may load, run or
 * be framed. It has its own policy; a page gets one that names its style and nothing else.
 */
export async function addSecurityHeaders(instance: FastifyInstance, { origin }: Reach): Promise<void> {
  await instance.register(
    helmet as never,
    {
      contentSecurityPolicy: { useDefaults: false, directives: nothing },
      crossOriginResourcePolicy: { policy: 'same-origin' },
      referrerPolicy: { policy: 'no-referrer' },
      xFrameOptions: { action: 'deny' },
      // On this machine alone there is no TLS. A browser that was told to use it there would find nothing.
      strictTransportSecurity:
        origin === undefined ? false : { maxAge: yearSeconds, includeSubDomains: false },
    } as never,
  );
}

const yearSeconds = 31_536_000;

const nothing = {
  defaultSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
};

/** By the styles of the pages, which are constants. */
const hashes = new Map<string, string>();

/** Lets a page or a picture that a browser shows have this one inline style, and load nothing else. */
export function allowStyle(reply: FastifyReply, style: string): void {
  const hash = hashes.get(style) ?? createHash('sha256').update(style).digest('base64');
  hashes.set(style, hash);
  allow(reply, `style-src 'sha256-${hash}'`);
}

/** Lets a page that the server makes by itself load the style, the font and the scripts of this server, and ask its API. */
export function allowOwnPieces(reply: FastifyReply): void {
  allow(reply, ownPieces("'self'"));
}

/** The one style that the parts of the screens add to a page by themselves, by its hash: it is about touching buttons. */
const touchStyle = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='";

/** Lets the screens load their own pieces and ask the API of this server, and nothing else of anywhere. */
export function allowScreens(reply: FastifyReply): void {
  allow(reply, ownPieces(`'self' ${touchStyle}`));
}

const ownPieces = (styles: string): string =>
  `script-src 'self';style-src ${styles};font-src 'self';img-src 'self';connect-src 'self'`;

function allow(reply: FastifyReply, directive: string): void {
  const policy = String(reply.getHeader('content-security-policy'));
  reply.header('content-security-policy', `${policy};${directive}`);
}
