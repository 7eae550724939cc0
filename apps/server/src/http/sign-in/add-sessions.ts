import cookie from '@fastify/cookie';
import session from '@fastify/session';
import type { KeyedHashes } from '@safeconduct/engine';
import type { FastifyInstance } from 'fastify';
import type { Sessions } from '../../sign-in/sessions.js';
import type { Reach } from '../reach.js';

interface SessionPorts {
  readonly sessions: Sessions;
  readonly keys: KeyedHashes;
  readonly reach: Reach;
}

/**
 * Finds the session of each request by its cookie, and sets the cookie of one that was begun. The cookie is for this host alone,
 * no script reads it, and another site's requests do not carry it; a link from elsewhere does.
 */
export async function addSessions(
  instance: FastifyInstance,
  { sessions, keys, reach }: SessionPorts,
): Promise<void> {
  const isSecure = reach.origin !== undefined;
  await instance.register(cookie as never);
  await instance.register(
    session as never,
    {
      secret: keys.keyedHash('cookies of sessions', 'key 1', 'hex'),
      cookieName: isSecure ? '__Host-safeconduct' : 'safeconduct',
      cookie: { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure },
      store: sessions,
      // Whoever does not sign in leaves nothing behind.
      saveUninitialized: false,
      rolling: false,
    } as never,
  );
}
