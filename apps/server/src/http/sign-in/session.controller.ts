import {
  operations,
  type BrowserOptions,
  type Operations,
  type Preferences,
  type Session,
  type SignedOut,
} from '@safeconduct/contracts';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SecondFactorRequiredError, SignInRefusedError } from '../../sign-in/accounts.js';
import { TooManyAttemptsError } from '../../sign-in/lockout.js';
import { askedMs } from '../../sign-in/sessions.js';
import { sessionAnswer } from '../answers/session-answer.js';
import { HttpProblem } from '../problem.js';
import { placeOf } from '../reach.js';
import type { RequestWithReader } from '../reading.js';
import { Parsed, Route } from '../route.js';
import { servedToken, type Served } from '../tokens.js';
import { beginSession, personOf } from './begin-session.js';

const { getSession, setPreferences, signIn, askForPasskey, signInWithPasskey, signOut } = operations;

/** Signing in and out, and who signed in. */
@Controller()
export class SessionController {
  constructor(@Inject(servedToken) private readonly served: Served) {}

  @Route(getSession)
  async session(
    @Parsed(getSession) _asked: RequestWithReader<Operations['getSession']>,
    @Req() { principal }: FastifyRequest,
  ): Promise<Session> {
    return sessionAnswer(this.served, principal);
  }

  @Route(setPreferences)
  async prefer(
    @Parsed(setPreferences) { body }: RequestWithReader<Operations['setPreferences']>,
    @Req() request: FastifyRequest,
  ): Promise<Preferences> {
    await this.served.accounts.preferences.set(personOf(request), body);
    return body;
  }

  @Route(signIn)
  async signIn(
    @Parsed(signIn) { body }: RequestWithReader<Operations['signIn']>,
    @Req() request: FastifyRequest,
  ): Promise<Session> {
    const { person } = body;
    await checked(() => this.served.accounts.checkPassword(body));
    return sessionAnswer(
      this.served,
      await beginSession(request, this.served, { person, means: 'password' }),
    );
  }

  @Route(askForPasskey)
  async ask(
    @Parsed(askForPasskey) _asked: RequestWithReader<Operations['askForPasskey']>,
    @Req() request: FastifyRequest,
  ): Promise<BrowserOptions> {
    const options = await this.served.accounts.passkeys.ask(passkeyPlaceOf(this.served, request));
    request.session.asked = { challenge: options.challenge, atMs: Date.now() };
    return { options: { ...options } };
  }

  @Route(signInWithPasskey)
  async signInWithPasskey(
    @Parsed(signInWithPasskey) { body }: RequestWithReader<Operations['signInWithPasskey']>,
    @Req() request: FastifyRequest,
  ): Promise<Session> {
    const challenge = takeChallenge(request);
    const place = placeOf(this.served.reach, request);
    const person = await this.served.accounts.passkeys.personOf(body.credential, { challenge, place });
    if (person === undefined) throw new HttpProblem('SIGN_IN_REFUSED');
    return sessionAnswer(this.served, await beginSession(request, this.served, { person, means: 'passkey' }));
  }

  @Route(signOut)
  async signOut(
    @Parsed(signOut) { query }: RequestWithReader<Operations['signOut']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedOut> {
    const { accounts } = this.served;
    const { signedIn } = request.session;
    // Whoever comes to this browser next finds nothing of what it showed.
    reply.header('clear-site-data', '"cache", "cookies", "storage"');
    if (signedIn === undefined) return { ended: 0, endAt: null };
    const { person, means } = signedIn;
    await accounts.note(person, { what: 'SIGNED_OUT', by: person, address: request.ip });
    const ended = query.everywhere === 'true' ? await accounts.sessions.endAll(person) : 1;
    await request.session.destroy();
    const { reach, issuer } = this.served;
    const afterwards = `${placeOf(reach, request).origin}/sign-in`;
    const endAt = means === 'issuer' ? await issuer?.endAddress(afterwards) : undefined;
    return { ended, endAt: endAt ?? null };
  }
}

/** @throws HttpProblem SIGN_IN_REFUSED, SECOND_FACTOR_REQUIRED, TOO_MANY_REQUESTS */
export async function checked(check: () => Promise<void>): Promise<void> {
  try {
    await check();
  } catch (error) {
    if (error instanceof TooManyAttemptsError)
      throw new HttpProblem(error.code, {}, { 'retry-after': String(error.retryAfterSeconds) });
    if (error instanceof SignInRefusedError || error instanceof SecondFactorRequiredError)
      throw new HttpProblem(error.code);
    throw error;
  }
}

/** What the browser was asked to sign. It is taken once. @throws HttpProblem SIGN_IN_REFUSED  nothing, or too long ago */
export function takeChallenge({ session }: FastifyRequest): string {
  const { asked } = session;
  session.asked = undefined;
  if (asked?.challenge === undefined || Date.now() - asked.atMs > askedMs)
    throw new HttpProblem('SIGN_IN_REFUSED');
  return asked.challenge;
}

const address = /^(\d{1,3}(\.\d{1,3}){3}|\[.*\])$/;

/** @throws HttpProblem ACCOUNT_CHANGE_REFUSED  a passkey is for a name, and the host has none */
export function passkeyPlaceOf({ reach }: Pick<Served, 'reach'>, request: FastifyRequest) {
  const place = placeOf(reach, request);
  if (address.test(place.host))
    throw new HttpProblem('ACCOUNT_CHANGE_REFUSED', { reason: 'PASSKEYS_NEED_A_NAME' });
  return place;
}
