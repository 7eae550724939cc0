import type { ServerWritableStream } from '@grpc/grpc-js';
import { type ReadReq, ReadResp, StreamIdentifier, UUID } from './messages.mjs';
import type { Stored } from './log.js';
import type { Node } from './node.js';

/** A read or a subscription, as the server sees it. */
export type Reading = ServerWritableStream<ReadReq, ReadResp>;
type Options = ReadReq.Options;

/** The index of the first record from the place on. */
export function placeOf(node: Node, options: Options): number | undefined {
  const { all, end } = node.log;
  const from = options.getAll();
  if (from === undefined || from.hasStart()) return 0;
  if (from.hasEnd()) return all.length;
  const position = BigInt(from.getPosition()?.getCommitPosition() ?? '0');
  if (position >= end) return all.length;
  const index = indexOf(all, position);
  return all[index]?.position === position ? index : undefined;
}

function indexOf(all: readonly Stored[], position: bigint): number {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle] as Stored).position < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function filterOf(options: Options): (record: Stored) => boolean {
  const filter = options.getFilter();
  const expression = filter?.getStreamIdentifier() ?? filter?.getEventType();
  if (filter === undefined || expression === undefined) return () => true;
  const textOf = ({ stream, type }: Stored) => (filter.hasStreamIdentifier() ? stream : type);
  const prefixes = expression.getPrefixList();
  if (prefixes.length > 0) return (record) => prefixes.some((prefix) => textOf(record).startsWith(prefix));
  const pattern = new RegExp(expression.getRegex());
  return (record) => pattern.test(textOf(record));
}

export function eventOf(record: Stored, options: Options): ReadResp {
  const recorded = new ReadResp.ReadEvent.RecordedEvent();
  recorded.setId(uuidOf(record.id, options));
  recorded.setStreamIdentifier(new StreamIdentifier().setStreamName(Buffer.from(record.stream)));
  recorded.setStreamRevision(String(record.revision));
  recorded.setCommitPosition(String(record.position));
  recorded.setPreparePosition(String(record.position));
  const { type, contentType, created } = record;
  recorded.getMetadataMap().set('type', type).set('content-type', contentType).set('created', created);
  recorded.setCustomMetadata(record.metadata);
  recorded.setData(record.data);
  const event = new ReadResp.ReadEvent();
  event.setEvent(recorded).setCommitPosition(String(record.position));
  return new ReadResp().setEvent(event);
}

function uuidOf(id: string, options: Options): UUID {
  if (options.getUuidOption()?.hasString() === true) return new UUID().setString(id);
  const hex = id.replaceAll('-', '');
  const signed = (digits: string) => String(BigInt.asIntN(64, BigInt(`0x${digits}`)));
  const structured = new UUID.Structured();
  structured.setMostSignificantBits(signed(hex.slice(0, 16)));
  structured.setLeastSignificantBits(signed(hex.slice(16)));
  return new UUID().setStructured(structured);
}
