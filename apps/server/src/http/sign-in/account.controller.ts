import {
  operations,
  type Account,
  type AccountList,
  type BrowserOptions,
  type CreatedToken,
  type EndedSessions,
  type Invitation,
  type Operations,
  type Session,
  type TotpOffer,
} from '@safeconduct/contracts';
import { keepers, type Reader } from '@safeconduct/engine';
import { instantOf } from '@safeconduct/workflow';
import { Controller, Inject, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { passwordWeakness } from '../../sign-in/passwords.js';
import { operatorActor } from '../../sign-in/principal.js';
import { accountAnswer, accountListAnswer, tokenAnswer } from '../answers/account-answer.js';
import { sessionAnswer } from '../answers/session-answer.js';
import { HttpProblem } from '../problem.js';
import { placeOf } from '../reach.js';
import type { RequestWithReader } from '../reading.js';
import { Parsed, Route } from '../route.js';
import { servedToken, type Served } from '../tokens.js';
import { beginSession, personOf } from './begin-session.js';
import { checked, passkeyPlaceOf, takeChallenge } from './session.controller.js';

const {
  acceptInvitation,
  getAccount,
  changePassword,
  offerTotp,
  confirmTotp,
  removeTotp,
  offerPasskey,
  addPasskey,
  removePasskey,
  createToken,
  removeToken,
  invitePerson,
  signOutPerson,
  getPersonAccount,
  listAccounts,
  removeAccount,
  unlinkIssuer,
} = operations;

interface Named {
  readonly nameLatin?: string | undefined;
  readonly nameArabic?: string | undefined;
}

const refusedFor = (reason: string) => new HttpProblem('ACCOUNT_CHANGE_REFUSED', { reason });

/** Accounts of others are for administrators. @throws HttpProblem NOT_PERMITTED */
function refuseOthers({ actor }: Reader): void {
  if (!keepers.some((role) => actor.roles.includes(role)))
    throw new HttpProblem('NOT_PERMITTED', { requiredRoles: keepers });
}

/** Accounts: one's own, and for administrators those of others. */
@Controller()
export class AccountController {
  constructor(@Inject(servedToken) private readonly served: Served) {}

  @Route(acceptInvitation)
  async accept(
    @Parsed(acceptInvitation) { body }: RequestWithReader<Operations['acceptInvitation']>,
    @Req() request: FastifyRequest,
  ): Promise<Session> {
    const { accounts } = this.served;
    const { code, password, ...named } = body;
    // Another server may have registered somebody a moment ago.
    await this.served.people.refresh();
    const invited = await accounts.invited(code);
    if (invited === undefined) throw refusedFor('INVITATION_INVALID');
    if (invited === null && named.person === undefined) throw refusedFor('PERSON_NEEDED');
    if (invited !== null && Object.values(named).some((value) => value !== undefined))
      throw refusedFor('PERSON_NOT_NEEDED');
    const person = invited ?? named.person ?? '';
    if (invited !== null && !accounts.isKnown(person)) throw refusedFor('PERSON_UNKNOWN');
    await this.refuseWeak(password, person, invited === null ? named : undefined);
    const isUsed = await accounts.useInvitation(code, async () => {
      if (invited === null) await this.registerFirst(named);
      await accounts.begin(person, password);
    });
    if (!isUsed) throw refusedFor('INVITATION_INVALID');
    await accounts.note(person, { what: 'ACCOUNT_BEGUN', by: person, address: request.ip });
    return sessionAnswer(
      this.served,
      await beginSession(request, this.served, { person, means: 'password' }),
    );
  }

  @Route(getAccount)
  account(
    @Parsed(getAccount) _asked: RequestWithReader<Operations['getAccount']>,
    @Req() request: FastifyRequest,
  ): Promise<Account> {
    return accountAnswer(this.served.accounts, personOf(request));
  }

  @Route(changePassword)
  async password(
    @Parsed(changePassword) { body }: RequestWithReader<Operations['changePassword']>,
    @Req() request: FastifyRequest,
  ): Promise<Account> {
    const { accounts } = this.served;
    const person = personOf(request);
    await this.refuseWeak(body.next, person);
    await checked(() => accounts.checkCurrent(person, body.current));
    await accounts.setPassword(person, body.next);
    await beginSession(request, this.served, { person, means: 'password' });
    return this.noted(request, 'PASSWORD_CHANGED');
  }

  @Route(offerTotp)
  async offerTotp(
    @Parsed(offerTotp) _asked: RequestWithReader<Operations['offerTotp']>,
    @Req() request: FastifyRequest,
  ): Promise<TotpOffer> {
    const offer = await this.served.accounts.totp.offer(personOf(request));
    if (offer === undefined) throw refusedFor('TOTP_EXISTS');
    return offer;
  }

  @Route(confirmTotp)
  async confirmTotp(
    @Parsed(confirmTotp) { body }: RequestWithReader<Operations['confirmTotp']>,
    @Req() request: FastifyRequest,
  ): Promise<Account> {
    const { accounts } = this.served;
    const person = personOf(request);
    await checked(() =>
      accounts.lockout.attempt(person, async () => {
        if (!(await accounts.totp.take(person, body.code))) throw refusedFor('CODE_WRONG');
      }),
    );
    return this.noted(request, 'TOTP_ADDED');
  }

  @Route(removeTotp)
  async removeTotp(
    @Parsed(removeTotp) _asked: RequestWithReader<Operations['removeTotp']>,
    @Req() request: FastifyRequest,
  ): Promise<Account> {
    const isGone = await this.served.accounts.totp.remove(personOf(request));
    return this.noted(request, isGone ? 'TOTP_REMOVED' : undefined);
  }

  @Route(offerPasskey)
  async offerPasskey(
    @Parsed(offerPasskey) _asked: RequestWithReader<Operations['offerPasskey']>,
    @Req() request: FastifyRequest,
  ): Promise<BrowserOptions> {
    const place = passkeyPlaceOf(this.served, request);
    const options = await this.served.accounts.passkeys.offer(personOf(request), place);
    request.session.asked = { challenge: options.challenge, atMs: Date.now() };
    return { options: { ...options } };
  }

  @Route(addPasskey)
  async addPasskey(
    @Parsed(addPasskey) { body }: RequestWithReader<Operations['addPasskey']>,
    @Req() request: FastifyRequest,
  ): Promise<Account> {
    const { name, credential: response } = body;
    const made = {
      name,
      response,
      challenge: takeChallenge(request),
      place: placeOf(this.served.reach, request),
    };
    if (!(await this.served.accounts.passkeys.add(personOf(request), made)))
      throw refusedFor('PASSKEY_INVALID');
    return this.noted(request, 'PASSKEY_ADDED');
  }

  @Route(removePasskey)
  async removePasskey(
    @Parsed(removePasskey) { params }: RequestWithReader<Operations['removePasskey']>,
    @Req() request: FastifyRequest,
  ): Promise<Account> {
    const isGone = await this.served.accounts.passkeys.remove(personOf(request), params.passkey);
    return this.noted(request, isGone ? 'PASSKEY_REMOVED' : undefined);
  }

  @Route(createToken)
  async createToken(
    @Parsed(createToken) { body }: RequestWithReader<Operations['createToken']>,
    @Req() request: FastifyRequest,
  ): Promise<CreatedToken> {
    const { token, ...created } = await this.served.accounts.tokens.create(personOf(request), body);
    await this.noted(request, 'TOKEN_MADE');
    return { ...tokenAnswer(created), token };
  }

  @Route(removeToken)
  async removeToken(
    @Parsed(removeToken) { params }: RequestWithReader<Operations['removeToken']>,
    @Req() request: FastifyRequest,
  ): Promise<Account> {
    const isGone = await this.served.accounts.tokens.remove(personOf(request), params.token);
    return this.noted(request, isGone ? 'TOKEN_REMOVED' : undefined);
  }

  @Route(invitePerson)
  async invite(
    @Parsed(invitePerson) { params, reader }: RequestWithReader<Operations['invitePerson']>,
    @Req() { ip }: FastifyRequest,
  ): Promise<Invitation> {
    const person = await this.keptBy(reader, params.person);
    const { code, endsAtMs } = await this.served.accounts.invite(person, reader.actor.id);
    await this.served.accounts.note(person, { what: 'INVITED', by: reader.actor.id, address: ip });
    return { person, code, endsAt: instantOf(endsAtMs) };
  }

  @Route(signOutPerson)
  async signOutPerson(
    @Parsed(signOutPerson) { params, reader }: RequestWithReader<Operations['signOutPerson']>,
    @Req() { ip }: FastifyRequest,
  ): Promise<EndedSessions> {
    const person = await this.keptBy(reader, params.person);
    await this.served.accounts.note(person, { what: 'SIGNED_OUT', by: reader.actor.id, address: ip });
    return { ended: await this.served.accounts.sessions.endAll(person) };
  }

  @Route(unlinkIssuer)
  async unlinkIssuer(
    @Parsed(unlinkIssuer) { params, reader }: RequestWithReader<Operations['unlinkIssuer']>,
    @Req() { ip }: FastifyRequest,
  ): Promise<Account> {
    const { accounts } = this.served;
    const person = await this.keptBy(reader, params.person);
    if (await accounts.links.unlink(person))
      await accounts.note(person, { what: 'ISSUER_UNLINKED', by: reader.actor.id, address: ip });
    await accounts.sessions.endIssued(person, undefined);
    return accountAnswer(accounts, person);
  }

  @Route(getPersonAccount)
  async personAccount(
    @Parsed(getPersonAccount) { params, reader }: RequestWithReader<Operations['getPersonAccount']>,
  ): Promise<Account> {
    return accountAnswer(this.served.accounts, await this.keptBy(reader, params.person));
  }

  @Route(listAccounts)
  async list(
    @Parsed(listAccounts) { reader }: RequestWithReader<Operations['listAccounts']>,
  ): Promise<AccountList> {
    refuseOthers(reader);
    await this.served.people.refresh();
    return accountListAnswer(this.served.accounts);
  }

  @Route(removeAccount)
  async removeAccount(
    @Parsed(removeAccount) { params, reader }: RequestWithReader<Operations['removeAccount']>,
    @Req() { ip }: FastifyRequest,
  ): Promise<Account> {
    const { accounts } = this.served;
    const person = await this.keptBy(reader, params.person);
    if (person === reader.actor.id) throw refusedFor('OWN_ACCOUNT');
    await accounts.remove(person);
    await accounts.note(person, { what: 'ACCOUNT_REMOVED', by: reader.actor.id, address: ip });
    return accountAnswer(accounts, person);
  }

  /** The account after something was done about it. */
  private async noted(request: FastifyRequest, what: string | undefined): Promise<Account> {
    const person = personOf(request);
    if (what !== undefined)
      await this.served.accounts.note(person, { what, by: person, address: request.ip });
    return accountAnswer(this.served.accounts, person);
  }

  /** A person of the directory, for whoever keeps it. @throws HttpProblem NOT_PERMITTED, PERSON_NOT_FOUND */
  private async keptBy(reader: Reader, id: string): Promise<string> {
    refuseOthers(reader);
    await this.served.people.refresh();
    if (this.served.people.directory.person(id) === undefined) throw new HttpProblem('PERSON_NOT_FOUND');
    return id;
  }

  /** @throws HttpProblem ACCOUNT_CHANGE_REFUSED */
  private async refuseWeak(
    password: string,
    person: string,
    names: Named | undefined = this.served.people.directory.person(person),
  ): Promise<void> {
    const known = [person, names?.nameLatin ?? '', names?.nameArabic ?? ''];
    const weakness = await passwordWeakness(password, known);
    if (weakness !== undefined) throw refusedFor(`PASSWORD_${weakness}`);
  }

  private async registerFirst(named: Named & { readonly person?: string | undefined }): Promise<void> {
    const { person = '', ...names } = named;
    const data = { ...names, roles: ['administrator'] };
    const outcome = await this.served.people.change({
      name: 'RegisterPerson',
      person,
      data,
      by: operatorActor,
    });
    if (!outcome.accepted) throw new HttpProblem('CHANGE_REFUSED', { reason: outcome.refusal });
  }
}
