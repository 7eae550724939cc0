import { ReadReq, ReadResp } from './messages.mjs';
import { nameOf } from './appends.js';
import { after, type Fault } from './faults.js';
import type { Stored } from './log.js';
import type { Node } from './node.js';
import { eventOf, filterOf, placeOf, type Reading } from './records.js';
import { denied, noSuchPlace, notLeader, unavailable, unknownUser } from './statuses.js';
import { subscribed } from './subscriptions.js';

type Options = ReadReq.Options;

/** Reads a stream, or all, forwards or back; or subscribes. */
export function read(node: Node, call: Reading): void {
  call.on('error', () => {});
  const options = call.request.getOptions() ?? new ReadReq.Options();
  const isSubscription = options.hasSubscription();
  const fault = node.isFrozen
    ? ({ kind: 'noAnswer' } as const)
    : node.faults.take(isSubscription ? 'subscribe' : 'read');
  if (isRefused(node, call, fault)) return;
  if (isSubscription) subscribed(node, call, fault);
  else void answered(node, call, { options, fault });
}

function isRefused(node: Node, call: Reading, fault: Fault | undefined): boolean {
  switch (fault?.kind) {
    case 'noAnswer':
    case 'lostAnswer':
      return true;
    case 'unavailable':
      return call.emit('error', unavailable());
    case 'notLeader':
      return call.emit('error', notLeader('127.0.0.1', node.port));
    case 'unknownUser':
      return call.emit('error', unknownUser());
    case 'denied':
      return call.emit('error', denied());
    case undefined:
    case 'lateAnswer':
    case 'lateArrival':
    case 'slow':
    case 'stall':
    case 'close':
      return false;
  }
}

async function answered(
  node: Node,
  call: Reading,
  { options, fault }: { readonly options: Options; readonly fault: Fault | undefined },
): Promise<void> {
  if (fault?.kind === 'lateAnswer' || fault?.kind === 'lateArrival') await passed(fault.ms);
  const stream = nameOf(options.getStream()?.getStreamIdentifier());
  if (stream !== undefined && node.log.stream(stream).length === 0) {
    const missing = new ReadResp.StreamNotFound();
    missing.setStreamIdentifier(options.getStream()?.getStreamIdentifier());
    call.write(new ReadResp().setStreamNotFound(missing));
    call.end();
    return;
  }
  const records = stream === undefined ? allOf(node, options) : streamOf(node, stream, options);
  if (records === undefined) {
    call.emit('error', noSuchPlace());
    return;
  }
  let given = 0;
  for (const record of records) {
    if (fault?.kind === 'stall' && given >= fault.afterEvents) return;
    if (fault?.kind === 'close' && given >= fault.afterEvents) break;
    if (fault?.kind === 'slow') await passed(fault.msPerEvent);
    if (call.cancelled) return;
    given += 1;
    if (!call.write(eventOf(record, options))) await drained(call);
  }
  call.end();
}

function streamOf(node: Node, name: string, options: Options): readonly Stored[] {
  const all = node.log.stream(name);
  const from = options.getStream();
  const count = countOf(options);
  if (isBackwards(options)) {
    const last = from?.hasRevision() === true ? Number(from.getRevision()) : all.length - 1;
    return all.slice(Math.max(0, last + 1 - count), last + 1).reverse();
  }
  const first = from?.hasRevision() === true ? Number(from.getRevision()) : 0;
  return all.slice(first, first + count);
}

/** `undefined` when the place to begin at is none. */
function allOf(node: Node, options: Options): readonly Stored[] | undefined {
  const { all } = node.log;
  const passes = filterOf(options);
  const start = placeOf(node, options);
  if (start === undefined) return undefined;
  const found: Stored[] = [];
  const step = isBackwards(options) ? -1 : 1;
  const window = node.searchWindow;
  for (let index = step > 0 ? start : start - 1, searched = 0; index >= 0; index += step, searched += 1) {
    const record = all[index];
    if (record === undefined || found.length >= countOf(options)) break;
    // A server that searches only so far ends where it has found something.
    if (window !== undefined && searched >= window && found.length > 0) break;
    if (passes(record)) found.push(record);
  }
  return found;
}

const isBackwards = (options: Options): boolean =>
  options.getReadDirection() === ReadReq.Options.ReadDirection.BACKWARDS;

const countOf = (options: Options): number => Number(options.getCount());

const passed = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    after(ms, resolve);
  });

/** Waits until the client has taken what was written, or has gone. */
const drained = (call: Reading): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      call.off('drain', done).off('cancelled', done);
      resolve();
    };
    call.on('drain', done).on('cancelled', done);
  });
