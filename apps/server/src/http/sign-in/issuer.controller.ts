import { Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { z } from 'zod';
import { IssuerRefusedError, IssuerUnavailableError } from '../../sign-in/issuer-errors.js';
import type { Issuer, SentToIssuer } from '../../sign-in/issuer.js';
import { secretHash } from '../../sign-in/secrets.js';
import { askedMs } from '../../sign-in/sessions.js';
import { HttpProblem, invalidField } from '../problem.js';
import { placeOf } from '../reach.js';
import { loggerToken, servedToken, type Served } from '../tokens.js';
import { beginSession, refuseWithoutTls } from './begin-session.js';
import { ownPath } from './own-path.js';

const callbackPath = '/oidc/callback';
const firstPage = '/';
const seeOther = 303;

const startQuery = z.strictObject({
  next: z.string().optional(),
  fresh: z.enum(['true', 'false']).default('false'),
});
const logoutBody = z.object({ logout_token: z.string().min(1) });

/** Signing in at the issuer, and hearing that somebody signed out there. These are pages: a browser is sent from one to the next. */
@Controller('oidc')
export class IssuerController {
  constructor(
    @Inject(servedToken) private readonly served: Served,
    @Inject(loggerToken) private readonly logger: Logger,
  ) {}

  @Get('start')
  async start(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.sendOn(request, reply, async () => {
      const { next, fresh } = startQueryOf(request);
      refuseWithoutTls(this.served.reach, request);
      const { address, sent } = await this.issuer.ask(this.callbackFor(request), fresh === 'true');
      request.session.asked = { issuer: { ...sent, next }, atMs: Date.now() };
      return address.href;
    });
  }

  @Get('callback')
  async callback(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.sendOn(request, reply, async () => {
      const { issuer } = this;
      const { next, atMs, ...sent } = await takeSent(request);
      const address = new URL(this.callbackFor(request));
      address.search = queryOf(request);
      const account = await issuer.accountOf(address, sent, atMs);
      const person = await this.served.accounts.links.personOf(account);
      const { shownAtMs, session } = account;
      const issued = { shownAtMs, session: session && secretHash(session) };
      await beginSession(request, this.served, { person, means: 'issuer', issued });
      return next;
    });
  }

  /** What the issuer itself sends (OpenID Connect Back-Channel Logout 1.0). A message that ends nothing is taken all the same. */
  @Post('back-channel-logout')
  @HttpCode(200)
  async logout(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    reply.header('cache-control', 'no-store');
    const body = logoutBody.safeParse(request.body);
    if (!body.success) throw invalidField('body.logout_token', 'missing', 'is needed');
    try {
      await this.end(body.data.logout_token, request.ip);
    } catch (error) {
      const problem = this.problemOf(error, request);
      if (problem?.code === 'ISSUER_REFUSED')
        throw invalidField('body.logout_token', 'invalid', 'is not a new message of the issuer');
      throw problem ?? error;
    }
    return '';
  }

  private async end(token: string, address: string): Promise<void> {
    const { links, sessions } = this.served.accounts;
    const logout = await this.issuer.logoutOf(token);
    if (await links.isTaken(logout)) throw new IssuerRefusedError('ANSWER_INVALID', 'REPEATED');
    const { issuer, subject, session } = logout;
    const person = subject === undefined ? undefined : await links.linked({ issuer, subject });
    if (subject === undefined || person !== undefined) {
      await sessions.endIssued(person, session);
      if (person !== undefined)
        await this.served.accounts.note(person, { what: 'SIGNED_OUT_AT_ISSUER', by: null, address });
    }
    // After its sessions have ended: one that fails half-way is sent again.
    await links.take(logout);
  }

  /** @throws HttpProblem ROUTE_NOT_FOUND  there is none */
  private get issuer(): Issuer {
    const { issuer } = this.served;
    if (issuer === undefined) throw new HttpProblem('ROUTE_NOT_FOUND');
    return issuer;
  }

  private callbackFor(request: FastifyRequest): string {
    return placeOf(this.served.reach, request).origin + callbackPath;
  }

  /** Sends the browser on. Why it is not sent on, who uses it is told by a page, as of every page here. */
  private async sendOn(
    request: FastifyRequest,
    reply: FastifyReply,
    work: () => Promise<string>,
  ): Promise<void> {
    reply.header('cache-control', 'no-store');
    try {
      reply.redirect(await work(), seeOther);
    } catch (error) {
      throw this.problemOf(error, request) ?? error;
    }
  }

  /** What the sender is told. The log says more, and neither says what was sent. */
  private problemOf(error: unknown, { id: requestId }: FastifyRequest): HttpProblem | undefined {
    if (error instanceof HttpProblem) return error;
    if (error instanceof IssuerUnavailableError) {
      this.logger.error({ requestId, code: error.code, detail: error.detail }, 'the issuer does not answer');
      return new HttpProblem(error.code);
    }
    if (!(error instanceof IssuerRefusedError)) return undefined;
    const { code, reason, detail } = error;
    this.logger.warn({ requestId, code, reason, detail }, 'the issuer signs nobody in');
    return new HttpProblem(code, { reason });
  }
}

/** @throws HttpProblem REQUEST_INVALID */
function startQueryOf({ query }: FastifyRequest): { readonly next: string; readonly fresh: string } {
  const parsed = startQuery.safeParse(query);
  if (!parsed.success)
    throw invalidField('query', 'invalid', 'takes `next` and `fresh` once, and nothing else');
  const next = ownPath(parsed.data.next ?? firstPage);
  if (next === undefined) throw invalidField('query.next', 'invalid', 'must be a path of this server');
  return { next, fresh: parsed.data.fresh };
}

/**
 * What this browser was sent to the issuer with, where it comes back with the answer to it. It is taken once.
 * @throws IssuerRefusedError
 */
async function takeSent({
  session,
  query,
}: FastifyRequest): Promise<SentToIssuer & { readonly next: string; readonly atMs: number }> {
  const { asked } = session;
  const { state } = query as { readonly state?: unknown };
  // Another answer leaves it: a link from elsewhere must not end the sign-in that is under way.
  if (asked?.issuer === undefined || asked.issuer.state !== state || Date.now() - asked.atMs > askedMs)
    throw new IssuerRefusedError('ANSWER_NOT_ASKED_FOR');
  session.asked = undefined;
  await session.save();
  return { ...asked.issuer, atMs: asked.atMs };
}

const queryOf = ({ url }: FastifyRequest): string => url.slice(url.indexOf('?'));
