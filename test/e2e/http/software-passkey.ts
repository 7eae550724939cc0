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
    const attestation = new Map<string, Cbor>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', data],
    ]);
    const attestationObject = cbor(attestation).toString('base64url');
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
    const coordinate = (text: string) => Buffer.from(text, 'base64url');
    const key = new Map<number, Cbor>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, coordinate(x)],
      [-3, coordinate(y)],
    ]);
    return cbor(key);
  }
}

type Cbor = number | string | Buffer | ReadonlyMap<number | string, Cbor>;

/** What of CBOR (RFC 8949) a passkey needs: whole numbers, texts, bytes and maps of less than 65,536 parts. */
function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string')
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const parts = [...value].flatMap(([name, inner]) => [cbor(name), cbor(inner)]);
  return Buffer.concat([head(5, value.size), ...parts]);
}

function head(major: number, size: number): Buffer {
  const type = major << 5;
  if (size < 24) return Buffer.from([type | size]);
  return size < 256 ? Buffer.from([type | 24, size]) : Buffer.from([type | 25, size >> 8, size & 255]);
}
