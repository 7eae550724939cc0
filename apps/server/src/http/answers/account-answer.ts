import { compareText, instantOf } from '@safeconduct/workflow';
import type { Account, AccountList } from '@safeconduct/contracts';
import type { Accounts } from '../../sign-in/accounts.js';
import type { ProgramToken } from '../../sign-in/program-tokens.js';

export const tokenAnswer = ({
  number,
  name,
  scopes,
  createdAtMs,
  endsAtMs,
}: ProgramToken): Account['tokens'][number] => ({
  ...{ id: number, name, scopes: [...scopes] },
  ...{ createdAt: instantOf(createdAtMs), endsAt: instantOf(endsAtMs) },
});

/** How a person can sign in, and what was done about their account. Nothing in it lets anybody sign in. */
export async function accountAnswer(accounts: Accounts, person: string): Promise<Account> {
  const passkeys = await accounts.passkeys.list(person);
  const sessions = await accounts.sessions.seenAt(person);
  return {
    person,
    hasPassword: await accounts.hasPassword(person),
    hasTotp: await accounts.totp.isOn(person),
    hasIssuer: (await accounts.records.list('issuer', person)).length > 0,
    invitedUntil: shownInstant((await accounts.records.list('invitation', person))[0]?.endsAtMs),
    waitsUntil: shownInstant(await accounts.lockout.waitsUntilMs(person)),
    passkeys: passkeys.map(({ id, name, createdAtMs, usedAtMs }) => ({
      ...{ id, name, createdAt: instantOf(createdAtMs) },
      usedAt: usedAtMs === null ? null : instantOf(usedAtMs),
    })),
    tokens: (await accounts.tokens.list(person)).map(tokenAnswer),
    sessions: sessions.map(({ means, atMs, seenAtMs }) => ({
      ...{ means, since: instantOf(atMs), seenAt: instantOf(seenAtMs) },
    })),
    acts: (await accounts.acts(person)).map(({ atMs, what, by, address }) => ({
      ...{ at: instantOf(atMs), what, by, address },
    })),
  };
}

/** How everybody of the directory can sign in, by id. Each kind of record is read once, however many people there are. */
export async function accountListAnswer(accounts: Accounts): Promise<AccountList> {
  const { records, directory } = accounts;
  const passwords = await accounts.passwordHolders();
  const totps = personsOf((await records.list('totp')).filter(({ body }) => body.isConfirmed));
  const passkeys = personsOf(await records.list('passkey'));
  const issuers = personsOf(await records.list('issuer'));
  const invitations = new Map(
    (await records.list('invitation')).map(({ person, endsAtMs }) => [person, endsAtMs]),
  );
  const waiting = await accounts.lockout.allWaiting();
  const items = directory.all.map(({ id }) => ({
    ...{ person: id, hasPassword: passwords.has(id), hasTotp: totps.has(id) },
    ...{ hasPasskey: passkeys.has(id), hasIssuer: issuers.has(id) },
    ...{ invitedUntil: shownInstant(invitations.get(id)), waitsUntil: shownInstant(waiting.get(id)) },
  }));
  return {
    hasLocalAccounts: accounts.takes('password'),
    items: items.sort((one, other) => compareText(one.person, other.person)),
  };
}

const personsOf = (found: readonly { readonly person: string | null }[]): ReadonlySet<string | null> =>
  new Set(found.map(({ person }) => person));

const shownInstant = (ms: number | null | undefined): string | null =>
  typeof ms === 'number' ? instantOf(ms) : null;
