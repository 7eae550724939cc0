import { Metadata, status, type ServiceError } from '@grpc/grpc-js';
import { Status } from './messages.mjs';

type Refusal = Partial<ServiceError>;

/** As the server tells an error by the metadata of the call. */
function exception(name: string, more: Readonly<Record<string, string>> = {}): Metadata {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries({ exception: name, ...more })) metadata.set(key, value);
  return metadata;
}

export const unavailable = (): Refusal => ({
  code: status.UNAVAILABLE,
  details: 'the double is not there for this call',
});

/** The server waited for the commit and gave up. */
export const timedOut = (): Refusal => ({ code: status.ABORTED, details: 'Timeout' });

export const notLeader = (host: string, port: number): Refusal => ({
  code: status.NOT_FOUND,
  details: `Leader info available at ${host}:${port}`,
  metadata: exception('not-leader', { 'leader-endpoint-host': host, 'leader-endpoint-port': String(port) }),
});

export const denied = (): Refusal => ({
  code: status.PERMISSION_DENIED,
  details: 'Access Denied',
  metadata: exception('access-denied'),
});

export const unknownUser = (): Refusal => ({
  code: status.UNAUTHENTICATED,
  details: 'Unauthenticated',
  metadata: exception('access-denied'),
});

export const tooLarge = (max: number): Refusal => ({
  code: status.INVALID_ARGUMENT,
  details: `Maximum Append Size of ${max} Exceeded.`,
  metadata: exception('maximum-append-size-exceeded', { 'maximum-append-size': String(max) }),
});

/** Reading from a place at which no event begins: the client calls that "unavailable", as of a real server. */
export const noSuchPlace = (): Refusal => ({
  code: status.INTERNAL,
  details: 'Unexpected ReadAllResult: Error',
});

/** As the server tells an error by details of the status. */
export const detailed = (code: status, type: string, details: Uint8Array): Refusal => {
  const metadata = new Metadata();
  const bytes = packed(code, 'see the details', { type: `type.googleapis.com/${type}`, bytes: details });
  metadata.set('grpc-status-details-bin', Buffer.from(bytes));
  return { code, details: 'see the details', metadata };
};

/** A `google.rpc.Status` with one detail, as it is within an answer. */
export const statusWith = (code: number, message: string, type: string, bytes: Uint8Array): Status =>
  Status.deserializeBinary(packed(code, message, { type: `type.googleapis.com/${type}`, bytes }));

function packed(
  code: number,
  message: string,
  detail: { readonly type: string; readonly bytes: Uint8Array },
): Uint8Array {
  const any = Buffer.concat([field(1, Buffer.from(detail.type)), field(2, detail.bytes)]);
  return new Uint8Array(
    Buffer.concat([Buffer.from([0x08, code]), field(2, Buffer.from(message)), field(3, any)]),
  );
}

/** A field of bytes in the protocol buffers' encoding. */
const field = (number: number, bytes: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from([(number << 3) | 2]), varint(bytes.length), bytes]);

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 0x7f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
  return Buffer.from([...bytes, rest]);
}
