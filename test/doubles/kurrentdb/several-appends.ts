import { status, type sendUnaryData, type ServerReadableStream, type ServerUnaryCall } from '@grpc/grpc-js';
import {
  AppendConsistencyViolationErrorDetails,
  type AppendRecord,
  AppendRecordSizeExceededErrorDetails,
  type AppendRecordsRequest,
  AppendRecordsResponse,
  type AppendRequest,
  AppendResponse,
  AppendSessionResponse,
  ConsistencyViolation,
  SchemaFormat,
  StreamRevision,
  StreamRevisionConflictErrorDetails,
} from './messages.mjs';
import { withFault } from './appends.js';
import type { Call } from './faults.js';
import { sizeOf, type Expected, type Proposed, type Write } from './log.js';
import type { Node } from './node.js';
import { detailed } from './statuses.js';

const errors = 'kurrentdb.protocol.v2.streams.errors';

interface Check {
  readonly stream: string;
  readonly expected: Expected;
}

/** Appends to several streams, each named once, all or none. */
export function appendSession(
  node: Node,
  call: ServerReadableStream<AppendRequest, AppendSessionResponse>,
  reply: sendUnaryData<AppendSessionResponse>,
): void {
  const writes: Write[] = [];
  call.on('data', (request: AppendRequest) => {
    writes.push({
      stream: request.getStream(),
      expected: expectedOf(request.getExpectedRevision() ?? '-2'),
      events: request.getRecordsList().map(proposedOf),
    });
  });
  call.on('end', () => {
    transaction<AppendSessionResponse>(
      node,
      { call: 'severalStreams', writes, checks: writes },
      reply,
      () => {
        const answer = new AppendSessionResponse();
        for (const { stream } of writes) {
          const output = new AppendResponse();
          output.setStream(stream);
          output.setStreamRevision(String(node.log.revision(stream)));
          answer.addOutput(output);
        }
        return answer.setPosition(String(node.log.end));
      },
    );
  });
}

/** Appends records of several streams, with checks of any streams, all or none. */
export function appendRecords(
  node: Node,
  { request }: ServerUnaryCall<AppendRecordsRequest, AppendRecordsResponse>,
  reply: sendUnaryData<AppendRecordsResponse>,
): void {
  const writes = request.getRecordsList().map((record): Write => ({
    stream: record.getStream(),
    expected: 'any',
    events: [proposedOf(record)],
  }));
  const checks = request.getChecksList().map((check): Check => {
    const state = check.getStreamState();
    return { stream: state?.getStream() ?? '', expected: expectedOf(state?.getExpectedState() ?? '-2') };
  });
  transaction<AppendRecordsResponse>(node, { call: 'records', writes, checks }, reply, () => {
    const answer = new AppendRecordsResponse();
    for (const stream of new Set(writes.map((write) => write.stream))) {
      const revision = new StreamRevision();
      revision.setStream(stream);
      revision.setRevision(String(node.log.revision(stream)));
      answer.addRevisions(revision);
    }
    return answer.setPosition(String(node.log.end));
  });
}

interface Transaction {
  readonly call: Call;
  readonly writes: readonly Write[];
  readonly checks: readonly Check[];
}

function transaction<Answer>(
  node: Node,
  { call, writes, checks }: Transaction,
  reply: sendUnaryData<Answer>,
  answerOf: () => Answer,
): void {
  const work = () => {
    const refusal = refusalOf(node, { call, writes, checks });
    if (refusal === undefined) node.log.appendAll(writes);
    return refusal;
  };
  const answer = (refusal: ReturnType<typeof work>) => {
    if (refusal === undefined) reply(null, answerOf());
    else reply(refusal);
  };
  withFault(node.isFrozen ? { kind: 'noAnswer' } : node.faults.take(call), {
    node,
    work,
    answer,
    refuse: reply,
    close: () => {},
    whole: () => {
      answer(work());
    },
  });
}

function refusalOf(
  node: Node,
  { call, writes, checks }: Transaction,
): ReturnType<typeof detailed> | undefined {
  const tooLarge = writes.find(({ events }) => sizeOf(events) > node.log.appendBytesMax);
  if (tooLarge !== undefined) {
    const details = new AppendRecordSizeExceededErrorDetails();
    details.setStream(tooLarge.stream).setMaxSize(node.log.appendBytesMax).setSize(sizeOf(tooLarge.events));
    const type = `${errors}.AppendRecordSizeExceededErrorDetails`;
    return detailed(status.INVALID_ARGUMENT, type, details.serializeBinary());
  }
  const failed = checks.filter(({ stream, expected }) => !node.log.holds(stream, expected));
  const [first] = failed;
  if (first === undefined) return undefined;
  return call === 'severalStreams' ? conflict(node, first) : violations(node, checks, failed);
}

function conflict(node: Node, { stream, expected }: Check): ReturnType<typeof detailed> {
  const details = new StreamRevisionConflictErrorDetails();
  details.setStream(stream).setExpectedRevision(textOf(expected));
  details.setActualRevision(String(node.log.revision(stream)));
  const type = `${errors}.StreamRevisionConflictErrorDetails`;
  return detailed(status.FAILED_PRECONDITION, type, details.serializeBinary());
}

function violations(
  node: Node,
  checks: readonly Check[],
  failed: readonly Check[],
): ReturnType<typeof detailed> {
  const details = new AppendConsistencyViolationErrorDetails();
  for (const check of failed) {
    const violation = new ConsistencyViolation();
    const state = new ConsistencyViolation.StreamStateViolation();
    state.setStream(check.stream).setExpectedState(textOf(check.expected));
    state.setActualState(String(node.log.revision(check.stream)));
    violation.setCheckIndex(checks.indexOf(check)).setStreamState(state);
    details.addViolations(violation);
  }
  const type = `${errors}.AppendConsistencyViolationErrorDetails`;
  return detailed(status.FAILED_PRECONDITION, type, details.serializeBinary());
}

const constants: Readonly<Record<string, Expected>> = {
  '-1': 'no_stream',
  '-2': 'any',
  '-4': 'stream_exists',
};

const expectedOf = (text: string): Expected => constants[text] ?? BigInt(text);

const textOf = (expected: Expected): string =>
  Object.entries(constants).find(([, name]) => name === expected)?.[0] ?? String(expected);

/** Properties come back as metadata, together with some of the server's own. */
function proposedOf(record: AppendRecord): Proposed {
  const isJson = record.getSchema()?.getFormat() === SchemaFormat.SCHEMA_FORMAT_JSON;
  const properties = [...record.getPropertiesMap().entries()];
  const metadata = Object.fromEntries([
    ...properties.map(([name, value]) => [name, value.getStringValue()] as const),
    ['$schema.format', isJson ? 'Json' : 'Bytes'] as const,
  ]);
  return {
    id: record.getRecordId() ?? '',
    type: record.getSchema()?.getName() ?? '',
    contentType: isJson ? 'application/json' : 'application/octet-stream',
    data: record.getData_asU8(),
    metadata: new TextEncoder().encode(JSON.stringify(metadata)),
  };
}
