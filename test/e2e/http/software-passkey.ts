import { isoCBOR } from '@simplewebauthn/server/helpers';
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const [userPresent, userVerified, attested] = [0x01, 0x04, 0x40];

/** A passkey in memory that answers what a server asks of a browser. */
export class SoftwarePasskey {
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly #id = randomBytes(16);
  #counter = 0;

  constructor(
    private readonly host: string,
    private readonly origin: string,
    private readonly flags = userPresent | userVerified,
  ) {}

  get id(): string {
    return this.#id.toString('base64url');
  }

  /** Answers `navigator.credentials.create`. */
  create({ challenge }: { readonly challenge: string }) {
    const length = Buffer.from([0, this.#id.length]);
    const data = Buffer.concat([
      this.#data(this.flags | attested),
      Buffer.alloc(16),
      length,
      this.#id,
      this.#publicKey(),
    ]);
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', new Uint8Array(data)],
    ]);
    const attestationObject = Buffer.from(isoCBOR.encode(attestation as never)).toString('base64url');
    const clientDataJSON = this.#clientData('webauthn.create', challenge);
    return this.#credential({ attestationObject, clientDataJSON, transports: ['internal'] });
  }

  /** Answers `navigator.credentials.get`. */
  get({ challenge }: { readonly challenge: string }) {
    this.#counter += 1;
    const clientDataJSON = this.#clientData('webauthn.get', challenge);
    const data = this.#data(this.flags);
    const hash = createHash('sha256').update(Buffer.from(clientDataJSON, 'base64url')).digest();
    const signature = sign('sha256', Buffer.concat([data, hash]), this.#keys.privateKey).toString(
      'base64url',
    );
    return this.#credential({ authenticatorData: data.toString('base64url'), clientDataJSON, signature });
  }

  #credential(response: object) {
    return { id: this.id, rawId: this.id, type: 'public-key', clientExtensionResults: {}, response };
  }

  #data(flags: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.#counter);
    return Buffer.concat([createHash('sha256').update(this.host).digest(), Buffer.from([flags]), counter]);
  }

  #clientData(type: string, challenge: string): string {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.origin })).toString('base64url');
  }

  /** As COSE (RFC 9052): an elliptic curve key of P-256 for ES256. */
  #publicKey(): Buffer {
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' });
    const coordinate = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'));
    const key = new Map<number, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, coordinate(x)],
      [-3, coordinate(y)],
    ]);
    return Buffer.from(isoCBOR.encode(key as never));
  }
}
