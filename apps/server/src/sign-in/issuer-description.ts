import * as oidc from 'openid-client';
import { issuerError } from './issuer-client-errors.js';
import { IssuerRefusedError, IssuerUnavailableError } from './issuer-errors.js';

/** How the issuer is reached. */
export interface IssuerAddress {
  readonly url: string;
  readonly client: string;
  /** Of the client; undefined where it is public. */
  readonly secret: string | undefined;
}

/** How long one answer of the issuer may take. */
const timeoutSeconds = 5;
// Marked as deprecated so that it is seen in a review: an issuer on this machine has no TLS.
const allowWithoutTls: (client: oidc.Configuration) => void =
  // oxlint-disable-next-line typescript/no-deprecated
  oidc.allowInsecureRequests;

const keptMs = 3_600_000;
/** After a failure nobody waits for the issuer again for so long. */
const pauseMs = 3000;

/** What the issuer says of itself. It is asked when somebody needs it, by many at once once, and kept for an hour. */
export class IssuerDescription {
  #found: { readonly said: oidc.ServerMetadata; readonly atMs: number } | undefined;
  #failed: { readonly error: Error; readonly atMs: number } | undefined;
  #asked: Promise<oidc.ServerMetadata> | undefined;

  constructor(
    private readonly address: IssuerAddress,
    private readonly now: () => number = Date.now,
  ) {}

  /** @throws IssuerUnavailableError */
  get(): Promise<oidc.ServerMetadata> {
    const nowMs = this.now();
    if (this.#found !== undefined && nowMs - this.#found.atMs < keptMs)
      return Promise.resolve(this.#found.said);
    if (this.#failed !== undefined && nowMs - this.#failed.atMs < pauseMs)
      return Promise.reject(this.#failed.error);
    this.#asked ??= this.#ask().finally(() => (this.#asked = undefined));
    return this.#asked;
  }

  /**
   * A client that knows no key of the issuer yet, so it asks for those of now: one that the issuer has withdrawn counts no
   * more, and a new one counts at once.
   * @throws IssuerUnavailableError
   */
  async client(): Promise<oidc.Configuration> {
    const said = await this.get();
    const { client, secret } = this.address;
    const one = new oidc.Configuration(said, client, undefined, authenticationOf(secret, said));
    one.timeout = timeoutSeconds;
    // Without it the signature is not looked at, because the token comes from the issuer over TLS.
    oidc.enableNonRepudiationChecks(one);
    if (this.#isPlain) allowWithoutTls(one);
    return one;
  }

  /** Only on this machine, as the settings see to. */
  get #isPlain(): boolean {
    return new URL(this.address.url).protocol === 'http:';
  }

  async #ask(): Promise<oidc.ServerMetadata> {
    try {
      const { url, client } = this.address;
      const execute = this.#isPlain ? [allowWithoutTls] : [];
      const options = { timeout: timeoutSeconds, execute };
      const found = await oidc.discovery(new URL(url), client, undefined, oidc.None(), options);
      const said = { ...found.serverMetadata() };
      this.#found = { said, atMs: this.now() };
      return said;
    } catch (error) {
      const failed = unavailable(issuerError(error));
      this.#failed = { error: failed, atMs: this.now() };
      throw failed;
    }
  }
}

/** What it says of itself and is not believed is of as little use as no answer. */
const unavailable = (error: unknown): Error =>
  error instanceof IssuerUnavailableError
    ? error
    : new IssuerUnavailableError(error instanceof IssuerRefusedError ? error.detail : 'unknown');

/** As the issuer takes it; by HTTP Basic where it does not say, as the standard has it. */
function authenticationOf(
  secret: string | undefined,
  { token_endpoint_auth_methods_supported: methods = ['client_secret_basic'] }: oidc.ServerMetadata,
): oidc.ClientAuth {
  if (secret === undefined) return oidc.None();
  return methods.includes('client_secret_basic')
    ? oidc.ClientSecretBasic(secret)
    : oidc.ClientSecretPost(secret);
}
