import { randomUUID } from 'node:crypto';
import { ReadReq, ReadResp } from './messages.mjs';
import type { Fault } from './faults.js';
import type { Node } from './node.js';
import { eventOf, filterOf, placeOf, type Reading } from './records.js';

/** So many events that the filter leaves out are followed by a checkpoint. */
const checkpointEvery = 32;

/** A subscription to all: what is there behind the place, "caught up", then what comes, with checkpoints. */
export function subscribed(node: Node, call: Reading, fault: Fault | undefined): void {
  const options = call.request.getOptions() ?? new ReadReq.Options();
  const confirmation = new ReadResp.SubscriptionConfirmation();
  call.write(new ReadResp().setConfirmation(confirmation.setSubscriptionId(randomUUID())));
  const passes = filterOf(options);
  const start = placeOf(node, options);
  const isExclusive = options.getAll()?.hasPosition() === true;
  const state = { next: (start ?? node.log.all.length) + (isExclusive ? 1 : 0), given: 0, skipped: 0 };
  const more = () => {
    for (let record = node.log.all[state.next]; record !== undefined; record = node.log.all[state.next]) {
      if (call.cancelled || isOver(call, fault, state.given)) return;
      state.next += 1;
      if (passes(record)) {
        state.given += 1;
        call.write(eventOf(record, options));
      } else if (++state.skipped % checkpointEvery === 0) {
        const checkpoint = new ReadResp.Checkpoint();
        checkpoint.setCommitPosition(String(record.position)).setPreparePosition(String(record.position));
        call.write(new ReadResp().setCheckpoint(checkpoint));
      }
    }
  };
  more();
  call.write(new ReadResp().setCaughtUp(new ReadResp.CaughtUp()));
  isOver(call, fault, state.given);
  const end = node.log.listen(more);
  call.on('cancelled', end);
  call.on('close', end);
}

/** Whether the fault keeps it from giving more; a subscription that is closed ends without an error. */
function isOver(call: Reading, fault: Fault | undefined, given: number): boolean {
  if (fault?.kind === 'close' && given >= fault.afterEvents) {
    call.end();
    return true;
  }
  return fault?.kind === 'stall' && given >= fault.afterEvents;
}
