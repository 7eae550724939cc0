import type {
  AuthenticationResponseJSON,
  AuthenticatorTransport,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import type { AccountRecords, Found } from './account-records.js';

/** Loaded when a passkey is used: it has hundreds of files, which most processes never need. */
const webauthn = () => import('@simplewebauthn/server');

const service = 'Safeconduct';
const userVerification = 'required';

/** Where a browser is: its page's origin, and the host's name, for which a passkey is made. */
export interface Place {
  readonly origin: string;
  readonly host: string;
}

/** A passkey as its person sees it. */
export interface Passkey {
  readonly id: string;
  readonly name: string;
  readonly createdAtMs: number;
  readonly usedAtMs: number | null;
}

/** Passkeys (WebAuthn). The device checks who holds it, so one is a sign-in by itself, without a password or a code. */
export class Passkeys {
  constructor(private readonly records: AccountRecords) {}

  /** What a browser needs to make one. Keep its `challenge` for `add`. */
  async offer(person: string, { host }: Place): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const known = await this.records.list('passkey', person);
    const { generateRegistrationOptions } = await webauthn();
    return generateRegistrationOptions({
      ...{ rpName: service, rpID: host, userName: person, userID: new TextEncoder().encode(person) },
      ...{ attestationType: 'none', excludeCredentials: known.map(({ id }) => ({ id })) },
      authenticatorSelection: { residentKey: 'required', userVerification },
    });
  }

  /** @returns whether what the browser made fits the challenge and was not there before */
  async add(
    person: string,
    made: {
      readonly name: string;
      readonly response: unknown;
      readonly challenge: string;
      readonly place: Place;
    },
  ): Promise<boolean> {
    const { name, challenge, place } = made;
    const response = made.response as RegistrationResponseJSON;
    const { verifyRegistrationResponse } = await webauthn();
    const verified = await unlessRefused(() =>
      verifyRegistrationResponse({ response, ...expected(challenge, place), requireUserVerification: true }),
    );
    if (verified?.verified !== true) return false;
    const { credential } = verified.registrationInfo;
    const body = {
      ...{ name, publicKey: Buffer.from(credential.publicKey).toString('base64url') },
      ...{ counter: credential.counter, transports: [...(credential.transports ?? [])] },
      ...{ createdAtMs: Date.now(), usedAtMs: null },
    };
    return this.records.put('passkey', { id: credential.id, person, body }, 0);
  }

  /** What a browser needs to sign in with one. Keep its `challenge` for `personOf`. It names nobody. */
  async ask({ host }: Place): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const { generateAuthenticationOptions } = await webauthn();
    return generateAuthenticationOptions({ rpID: host, userVerification });
  }

  /** Whose passkey signed the challenge; `undefined` when none did. */
  async personOf(
    response: unknown,
    { challenge, place }: { readonly challenge: string; readonly place: Place },
  ): Promise<string | undefined> {
    const id = (response as { id?: unknown }).id;
    const found = typeof id === 'string' ? await this.records.find('passkey', id) : undefined;
    if (found === undefined || found.person === null) return undefined;
    const { body } = found;
    const credential = {
      ...{ id: found.id, publicKey: new Uint8Array(Buffer.from(body.publicKey, 'base64url')) },
      ...{ counter: body.counter, transports: body.transports as AuthenticatorTransport[] },
    };
    const { verifyAuthenticationResponse } = await webauthn();
    const verified = await unlessRefused(() =>
      verifyAuthenticationResponse({
        response: response as AuthenticationResponseJSON,
        ...expected(challenge, place),
        ...{ credential, requireUserVerification: true },
      }),
    );
    if (verified?.verified !== true) return undefined;
    const used = { ...body, counter: verified.authenticationInfo.newCounter, usedAtMs: Date.now() };
    // A copy of the passkey that counts by itself is not believed beside it.
    const isFirst = await this.records.put(
      'passkey',
      { id: found.id, person: found.person, body: used },
      found.version,
    );
    return isFirst ? found.person : undefined;
  }

  async list(person: string): Promise<readonly Passkey[]> {
    return (await this.records.list('passkey', person)).map(passkeyOf);
  }

  /** @returns whether the person had it */
  async remove(person: string, id: string): Promise<boolean> {
    const found = (await this.records.list('passkey', person)).some((one) => one.id === id);
    return found && this.records.store.remove('passkey', id);
  }
}

const passkeyOf = ({ id, body: { name, createdAtMs, usedAtMs } }: Found<'passkey'>): Passkey => ({
  ...{ id, name, createdAtMs, usedAtMs },
});

const expected = (challenge: string, { origin, host }: Place) => ({
  expectedChallenge: challenge,
  expectedOrigin: origin,
  expectedRPID: host,
});

/** The library throws what a response lacks; whoever sent it learns only that it is not valid. */
async function unlessRefused<Verified>(verify: () => Promise<Verified>): Promise<Verified | undefined> {
  try {
    return await verify();
  } catch {
    return undefined;
  }
}
