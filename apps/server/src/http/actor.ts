import type { Principal } from '../sign-in/principal.js';
import { HttpProblem } from './problem.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who it comes from; `undefined` where nobody has to sign in. Set before its controller is called. */
    principal?: Principal | undefined;
  }
}

export const signInRequired = (): HttpProblem =>
  new HttpProblem('SIGN_IN_REQUIRED', {}, { 'www-authenticate': 'Bearer realm="safeconduct"' });
