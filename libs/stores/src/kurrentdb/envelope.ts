import {
  StoreCorruptError,
  positionOf,
  type Instant,
  type NewEvent,
  type RecordedEvent,
} from '@safeconduct/engine';
import type { BinaryEventData, RecordedEvent as ClientEvent } from '@kurrent/kurrentdb-client';

type Texts = Readonly<Record<string, string>>;

// Storage format: these names are in the log for ever. They stand beside the names of the port's metadata, in
// one flat object of texts, because that is all that an append to several streams accepts.
const own = 'safeconduct.';
const schemaVersionName = `${own}schemaVersion`;
const recordedAtName = `${own}recordedAt`;
const occurredAtName = `${own}occurredAt`;
/** Before a name of the port's metadata that looks like one of ours or, with `$`, like one of the server's. */
const escape = `${own}name:`;

/** Bytes as the client wants them: of this very class, and it takes no subclass of it. */
function utf8(text: string): Uint8Array {
  const { buffer, byteOffset, byteLength } = Buffer.from(text, 'utf8');
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/**
 * The event as it is handed to the client: its data as bytes, which come back as they are. As JSON the client
 * would parse them and write them anew.
 */
export const toClient = (event: NewEvent, recordedAt: Instant): BinaryEventData => ({
  id: event.eventId,
  contentType: 'application/octet-stream',
  type: event.type,
  data: utf8(event.data),
  metadata: toTexts(event, recordedAt),
});

/** The same, with its metadata as bytes, which an append to one stream takes and which cost half as much. */
export const toClientBytes = (event: NewEvent, recordedAt: Instant): BinaryEventData => ({
  id: event.eventId,
  contentType: 'application/octet-stream',
  type: event.type,
  data: utf8(event.data),
  metadata: utf8(JSON.stringify(toTexts(event, recordedAt))),
});

/** An event that is poured from another store keeps the time at which it was recorded there. */
function toTexts(
  { metadata: given, schemaVersion, recordedAt: poured, occurredAt }: NewEvent,
  recordedAt: Instant,
): Texts {
  const isPlain = !Object.keys(given).some(isReserved);
  return {
    ...(isPlain ? given : escaped(given)),
    [schemaVersionName]: String(schemaVersion),
    [recordedAtName]: poured ?? recordedAt,
    ...(occurredAt !== undefined && { [occurredAtName]: occurredAt }),
  };
}

const escaped = (given: Texts): Texts =>
  Object.fromEntries(Object.entries(given).map(([name, text]) => [toStored(name), text]));

/**
 * An event as it was read.
 * @param stream  its name for users of the port
 * @throws StoreCorruptError  another program wrote it
 */
export function fromClient(event: ClientEvent, stream: string): RecordedEvent {
  const texts = (event.metadata ?? {}) as Texts;
  const {
    [recordedAtName]: recordedAt,
    [schemaVersionName]: schemaVersion,
    [occurredAtName]: occurredAt = recordedAt,
    ...others
  } = texts;
  if (event.isJson || recordedAt === undefined || schemaVersion === undefined || event.position === undefined)
    throw new StoreCorruptError(
      `stream ${stream}`,
      `revision ${event.revision} was not written by this program`,
    );
  return {
    stream,
    revision: event.revision,
    position: positionOf(event.position.commit),
    eventId: event.id,
    type: event.type,
    schemaVersion: Number(schemaVersion),
    recordedAt,
    occurredAt: occurredAt ?? recordedAt,
    metadata: Object.keys(others).some(isReserved) ? unescaped(others) : others,
    data: textOf(event.data),
  };
}

const unescaped = (texts: Texts): Texts =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([name, text]) => {
      if (name.startsWith(escape)) return [[name.slice(escape.length), text]];
      return isReserved(name) ? [] : [[name, text]];
    }),
  );

const toStored = (name: string): string => (isReserved(name) ? `${escape}${name}` : name);

const isReserved = (name: string): boolean => name.startsWith(own) || name.startsWith('$');

export const textOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
