import type {
  sendUnaryData,
  ServerDuplexStream,
  ServerReadableStream,
  ServerUnaryCall,
  ServiceError,
} from '@grpc/grpc-js';
import {
  AllStreamPosition,
  type AppendReq,
  AppendResp,
  type BatchAppendReq,
  BatchAppendResp,
  MaximumAppendSizeExceeded,
  WrongExpectedVersion,
} from './messages.mjs';
import { after, type Fault } from './faults.js';
import { type Expected, type Outcome, type Proposed, type Write } from './log.js';
import type { Node } from './node.js';
import { denied, notLeader, statusWith, timedOut, tooLarge, unavailable, unknownUser } from './statuses.js';

type Batches = ServerDuplexStream<BatchAppendReq, BatchAppendResp>;

/** One stream carries the appends of a client; each is answered under its own id. */
export function batchAppend(node: Node, call: Batches): void {
  const open = new Map<string, { write: Write; request: BatchAppendReq }>();
  call.on('error', () => {});
  call.on('end', () => {
    call.end();
  });
  call.on('data', (request: BatchAppendReq) => {
    const id = request.getCorrelationId()?.getString() ?? '';
    const known = open.get(id);
    const write = {
      stream: nameOf(request.getOptions()?.getStreamIdentifier()) ?? known?.write.stream ?? '',
      expected: known?.write.expected ?? expectedOf(request.getOptions()),
      events: [...(known?.write.events ?? []), ...request.getProposedMessagesList().map(proposedOf)],
    };
    const first = known?.request ?? request;
    if (!request.getIsFinal()) {
      open.set(id, { write, request: first });
      return;
    }
    open.delete(id);
    batched(node, call, { write, request: first });
  });
}

function batched(
  node: Node,
  call: Batches,
  { write, request }: { readonly write: Write; readonly request: BatchAppendReq },
): void {
  const answer = (outcome: Outcome) => {
    const give = () => call.write(answerTo(request, outcome));
    if (outcome.kind === 'underWay') after(commitTimeoutMs, give);
    else give();
  };
  const fault = node.isFrozen ? ({ kind: 'noAnswer' } as const) : node.faults.take('append');
  const end = (error: Partial<ServiceError>) => call.emit('error', error);
  withFault(fault, {
    work: () => node.log.append(write),
    answer,
    refuse: end,
    close: () => {
      call.end();
    },
    whole: () => {
      answer(node.log.append(write));
    },
    node,
  });
}

interface Steps<Result> {
  readonly node: Node;
  readonly work: () => Result;
  readonly answer: (result: Result) => void;
  readonly refuse: (error: Partial<ServiceError>) => void;
  readonly close: () => void;
  readonly whole: () => void;
}

/** Does a call, or what the fault makes of it. */
export function withFault<Result>(fault: Fault | undefined, steps: Steps<Result>): void {
  const { node, work, answer, refuse, close, whole } = steps;
  switch (fault?.kind) {
    case undefined:
    case 'slow':
    case 'stall':
      whole();
      return;
    case 'noAnswer':
      return;
    case 'lostAnswer':
      work();
      return;
    case 'lateAnswer': {
      const result = work();
      after(fault.ms, () => {
        answer(result);
      });
      return;
    }
    case 'lateArrival':
      after(fault.ms, whole);
      return;
    case 'unavailable':
      if (fault.isDone === true) work();
      refuse(unavailable());
      return;
    case 'notLeader':
      refuse(notLeader('127.0.0.1', node.port));
      return;
    case 'unknownUser':
      refuse(unknownUser());
      return;
    case 'denied':
      refuse(denied());
      return;
    case 'close':
      close();
  }
}

function answerTo(request: BatchAppendReq, outcome: Outcome): BatchAppendResp {
  const answer = new BatchAppendResp();
  answer.setCorrelationId(request.getCorrelationId());
  answer.setStreamIdentifier(request.getOptions()?.getStreamIdentifier());
  switch (outcome.kind) {
    case 'recorded': {
      const success = new BatchAppendResp.Success();
      const position = new AllStreamPosition();
      position.setCommitPosition(String(outcome.position));
      position.setPreparePosition(String(outcome.position));
      success.setCurrentRevision(String(outcome.revision));
      success.setPosition(position);
      return answer.setSuccess(success);
    }
    case 'conflict': {
      const details = new WrongExpectedVersion();
      if (outcome.actual >= 0n) details.setCurrentStreamRevision(String(outcome.actual));
      const type = 'event_store.client.WrongExpectedVersion';
      return answer.setError(statusWith(6, 'WrongExpectedVersion', type, details.serializeBinary()));
    }
    case 'underWay':
      return answer.setError(statusWith(4, 'Timeout', 'event_store.client.Timeout', new Uint8Array()));
    case 'tooLarge': {
      const details = new MaximumAppendSizeExceeded();
      details.setMaxappendsize(outcome.max);
      const type = 'event_store.client.MaximumAppendSizeExceeded';
      return answer.setError(statusWith(3, 'too large', type, details.serializeBinary()));
    }
  }
}

/** How long a real server waits for an append that is under way before it says that it does not know. */
const commitTimeoutMs = 2000;

/** The append of servers without batches, and of clients with credentials of their own for a call. */
export function append(
  node: Node,
  call: ServerReadableStream<AppendReq, AppendResp>,
  reply: sendUnaryData<AppendResp>,
): void {
  let options: AppendReq.Options | undefined;
  const events: Proposed[] = [];
  call.on('data', (request: AppendReq) => {
    options ??= request.getOptions();
    const message = request.getProposedMessage();
    if (message !== undefined) events.push(proposedOf(message));
  });
  call.on('end', () => {
    const write: Write = {
      stream: nameOf(options?.getStreamIdentifier()) ?? '',
      expected: unaryExpected(options),
      events,
    };
    const work = () => node.log.append(write);
    const answer = (outcome: Outcome) => {
      if (outcome.kind === 'tooLarge') reply(tooLarge(outcome.max));
      else if (outcome.kind === 'underWay')
        after(commitTimeoutMs, () => {
          reply(timedOut());
        });
      else reply(null, unaryAnswer(outcome));
    };
    withFault(node.isFrozen ? { kind: 'noAnswer' } : node.faults.take('append'), {
      node,
      work,
      answer,
      refuse: reply,
      close: () => {},
      whole: () => {
        answer(work());
      },
    });
  });
}

function unaryAnswer(outcome: Extract<Outcome, { readonly kind: 'recorded' | 'conflict' }>): AppendResp {
  const answer = new AppendResp();
  if (outcome.kind === 'conflict') {
    const conflict = new AppendResp.WrongExpectedVersion();
    if (outcome.actual >= 0n) conflict.setCurrentRevision(String(outcome.actual));
    return answer.setWrongExpectedVersion(conflict);
  }
  const success = new AppendResp.Success();
  const position = new AppendResp.Position();
  position.setCommitPosition(String(outcome.position));
  position.setPreparePosition(String(outcome.position));
  success.setCurrentRevision(String(outcome.revision));
  success.setPosition(position);
  return answer.setSuccess(success);
}

function expectedOf(options: BatchAppendReq.Options | undefined): Expected {
  if (options === undefined || options.hasAny()) return 'any';
  if (options.hasNoStream()) return 'no_stream';
  return options.hasStreamExists() ? 'stream_exists' : BigInt(options.getStreamPosition());
}

function unaryExpected(options: AppendReq.Options | undefined): Expected {
  if (options === undefined || options.hasAny()) return 'any';
  if (options.hasNoStream()) return 'no_stream';
  return options.hasStreamExists() ? 'stream_exists' : BigInt(options.getRevision());
}

const proposedOf = (message: AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage): Proposed => ({
  id: message.getId()?.getString() ?? '',
  type: String(message.getMetadataMap().get('type')),
  contentType: String(message.getMetadataMap().get('content-type')),
  data: message.getData_asU8(),
  metadata: message.getCustomMetadata_asU8(),
});

export const nameOf = (
  identifier: { readonly getStreamName_asU8: () => Uint8Array } | undefined,
): string | undefined =>
  identifier === undefined ? undefined : Buffer.from(identifier.getStreamName_asU8()).toString('utf8');

export type UnaryCall<Request, Response> = ServerUnaryCall<Request, Response>;
