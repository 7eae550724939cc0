import { idPattern, identityForm } from '@safeconduct/workflow';
import type { AccountRecords } from './account-records.js';
import { IssuerRefusedError } from './issuer-errors.js';
import type { IssuerAccount } from './issuer.js';
import { logoutLivesMs, type Logout } from './logout.js';
import { secretHash } from './secrets.js';

type Named = Pick<IssuerAccount, 'issuer' | 'subject'>;

/**
 * Which account at the issuer is which person. At the first sign-in a claim says it; it is kept, so that somebody who gets the
 * same name at the issuer later is not the same person here.
 */
export class IssuerLinks {
  constructor(
    private readonly records: AccountRecords,
    /** Whether somebody works here who may sign in. */
    private readonly isKnown: (person: string) => boolean,
  ) {}

  /** The person of an account. @throws IssuerRefusedError */
  async personOf(account: IssuerAccount): Promise<string> {
    const person = (await this.linked(account)) ?? (await this.#link(account));
    if (!this.isKnown(person)) throw new IssuerRefusedError('ISSUER_PERSON_UNKNOWN');
    return person;
  }

  /** The person an account was linked to; `undefined` before its first sign-in. */
  async linked(account: Named): Promise<string | undefined> {
    return (await this.records.find('issuer', idOf(account)))?.person ?? undefined;
  }

  /** Lets the next account that the claim names be the person. @returns whether there was one */
  async unlink(person: string): Promise<boolean> {
    return (await this.records.store.removeOf('issuer', person)) > 0;
  }

  /** Whether a message of the issuer was taken before. */
  async isTaken({ issuer, id }: Logout): Promise<boolean> {
    return (await this.records.find('logout', hashOf([issuer, id]))) !== undefined;
  }

  /** Takes a message, so that it is of no use to whoever repeats it. */
  async take({ issuer, id }: Logout): Promise<void> {
    const record = { id: hashOf([issuer, id]), person: null, body: {} };
    await this.records.replace('logout', { ...record, endsAtMs: Date.now() + logoutLivesMs });
  }

  async #link(account: IssuerAccount): Promise<string> {
    const person = identityForm(account.claim ?? '');
    if (!idPattern.test(person) || !this.isKnown(person))
      throw new IssuerRefusedError('ISSUER_PERSON_UNKNOWN');
    const { issuer } = account;
    const id = idOf(account);
    await this.records.put('issuer', { id, person, body: { issuer } }, 0);
    // Looked at afterwards: of two accounts at the same time none is the person, and the next sign-in decides.
    const all = await this.records.list('issuer', person);
    if (all.every((one) => one.id === id || one.body.issuer !== issuer)) return person;
    await this.records.store.remove('issuer', id);
    throw new IssuerRefusedError('ISSUER_ACCOUNT_OTHER');
  }
}

const idOf = ({ issuer, subject }: Named): string => hashOf([issuer, subject]);

const hashOf = (parts: readonly string[]): string => secretHash(JSON.stringify(parts));
