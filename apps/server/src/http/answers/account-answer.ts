import { instantOf } from '@safeconduct/workflow';
import type { Account } from '@safeconduct/contracts';
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
