import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';

/** One piece of work with its beginning and end. */
export interface Span {
  readonly name: string;
  readonly traceparent: string | undefined;
  readonly startedMs: number;
  readonly endedMs: number;
  readonly failed: boolean;
  /** Names that definitions declare, and numbers; never text that a client sent. */
  readonly attributes: Readonly<Record<string, string | number>>;
}

/** Where spans go. */
export interface Tracing {
  record(span: Span): void;
  /** Sends the remaining spans. */
  stop(): Promise<void>;
}

const nowhere: Tracing = { record: () => {}, stop: () => Promise.resolve() };
const sendEveryMs = 5000;
const keptMax = 2048;
const sendMs = 10_000;

/**
 * Sends spans to an OpenTelemetry collector as OTLP over HTTP in JSON (OTLP 1.x). Without an endpoint nothing
 * is kept. When the collector does not answer, the oldest spans are dropped; requests are not affected.
 */
export function startTracing(endpoint: string | undefined, logger: Logger): Tracing {
  if (endpoint === undefined) return nowhere;
  const url = `${endpoint.replace(/\/$/, '')}/v1/traces`;
  let spans: Span[] = [];
  const send = async () => {
    const sent = spans;
    spans = [];
    if (sent.length === 0) return;
    try {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify(otlp(sent));
      // Spans go to the collector that was named, and nowhere that it points to.
      const signal = AbortSignal.timeout(sendMs);
      await fetch(url, { method: 'POST', headers, body, redirect: 'error', signal });
    } catch (error) {
      logger.warn({ err: error, spans: sent.length }, 'spans could not be sent');
    }
  };
  const timer = setInterval(() => void send(), sendEveryMs);
  timer.unref();
  return {
    record(span) {
      if (spans.length === keptMax) spans.shift();
      spans.push(span);
    },
    async stop() {
      clearInterval(timer);
      await send();
    },
  };
}

const otlp = (spans: readonly Span[]) => ({
  resourceSpans: [
    {
      resource: { attributes: [attribute(['service.name', 'safeconduct'])] },
      scopeSpans: [{ scope: { name: 'safeconduct' }, spans: spans.map(otlpSpan) }],
    },
  ],
});

const server = 2;
const ok = 1;
const failure = 2;
const traceIdBytes = 16;
const spanIdBytes = 8;
// https://www.w3.org/TR/trace-context/#traceparent-header
const parent = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/;

function otlpSpan({ name, traceparent, startedMs, endedMs, failed, attributes }: Span) {
  const [, traceId, parentSpanId] = parent.exec(traceparent ?? '') ?? [];
  return {
    traceId: traceId ?? randomBytes(traceIdBytes).toString('hex'),
    spanId: randomBytes(spanIdBytes).toString('hex'),
    ...(parentSpanId !== undefined && { parentSpanId }),
    name,
    kind: server,
    startTimeUnixNano: nanoseconds(startedMs),
    endTimeUnixNano: nanoseconds(endedMs),
    attributes: Object.entries(attributes).map(attribute),
    status: { code: failed ? failure : ok },
  };
}

const nanoseconds = (ms: number): string => `${Math.round(ms * 1000)}000`;

function attribute([key, value]: [string, string | number]) {
  return { key, value: typeof value === 'number' ? { doubleValue: value } : { stringValue: value } };
}
