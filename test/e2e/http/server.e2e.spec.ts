import { describe, expect, it } from '@jest/globals';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readAll } from 'node:stream/consumers';
import { defaultLimits } from '../../../apps/server/src/http/limits.js';
import { readConfiguration } from '../../../apps/server/src/start/configuration.js';
import { startServer } from '../../../apps/server/src/start/server.js';
import { temporaryFolder } from '../cli.js';
import { known, operator } from '../operator.js';
import { entry } from './officer-cases.js';

const openCase = { data: entry('R-1', 'Ahmad Secret', 'سر') };
const start = (data: string, environment: Record<string, string> = {}, limits = defaultLimits) => {
  const configuration = readConfiguration({ LOG_LEVEL: 'silent', ...environment }, { data, port: '0' });
  return known(startServer(configuration, { demo: false, limits }));
};
const get = (url: string) => fetch(url, { headers: operator(url) });
const opening = '/api/v1/workflows/officer-case/cases';

const post = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...operator(url, 'intake-01'), ...headers },
    body: JSON.stringify(body),
  });

describe('a server', () => {
  it('is ready at once in a new folder, and starts again after a stop', async () => {
    const folder = temporaryFolder();
    const first = await start(folder);
    const ready = await fetch(`${first.url}/health/ready`);
    expect(await ready.json()).toEqual({ status: 'ok', reason: null, head: '0', views: '0' });
    expect((await get(`${first.url}/api/v1/cases`)).status).toBe(200);
    expect((await post(`${first.url}${opening}`, openCase)).status).toBe(201);
    await first.close();
    const second = await start(folder);
    const listed = (await (await get(`${second.url}/api/v1/cases?atLeast=1`)).json()) as {
      total: object;
    };
    expect(listed.total).toEqual({ value: 1, relation: 'eq' });
    await second.close();
  });

  it('says in readiness that its data were begun to try workflows in', async () => {
    const server = await start(temporaryFolder(), { SAFECONDUCT_UNDER_CONSTRUCTION: 'officer-case' });
    const ready = await fetch(`${server.url}/health/ready`);
    expect(await ready.json()).toMatchObject({ status: 'ok', underConstruction: true });
    await server.close();
  });

  it('finishes what it has accepted when it is stopped, and answers it', async () => {
    const server = await start(temporaryFolder());
    const asked = Array.from({ length: 50 }, (_, n) =>
      post(`${server.url}${opening}`, { data: entry(`R-${n}`) }),
    );
    await asked[0];
    const [answers] = await Promise.all([Promise.allSettled(asked), server.close()]);
    const statuses = answers.map((answer) =>
      answer.status === 'fulfilled' ? answer.value.status : 'refused',
    );
    expect(statuses).toContain(201);
    for (const status of statuses) expect([201, 503, 'refused']).toContain(status);
  });

  it('is not ready, and says why, while nobody brings what was recorded into the views', async () => {
    const limits = { ...defaultLimits, viewsStaleMs: 0 };
    const server = await start(temporaryFolder(), { SAFECONDUCT_ROLES: 'http' }, limits);
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
    await post(`${server.url}${opening}`, openCase);
    const ready = await fetch(`${server.url}/health/ready`);
    expect(ready.status).toBe(503);
    const { status, reason } = (await ready.json()) as { status: string; reason: string };
    expect(status).toBe('behind');
    expect(reason).toMatch(
      /^views are at position 0, the log at 1; what was recorded at .+ is not in them yet/,
    );
    await server.close();
  });

  it('is not started with a setting that does not fit', () => {
    expect(() => readConfiguration({ HOST: 'every host' })).toThrow(
      /^HOST does not fit\. .+ Example: HOST=127\.0\.0\.1$/,
    );
  });

  it('counts commands, requests and lag for Prometheus', async () => {
    const server = await start(temporaryFolder());
    await post(`${server.url}${opening}`, openCase);
    await post(`${server.url}${opening}`, openCase);
    const answer = await fetch(`${server.url}/metrics`);
    const text = await answer.text();
    expect(text).toContain(
      'safeconduct_commands_total{workflow="officer-case",command="RegisterEntry",outcome="accepted"} 1',
    );
    expect(text).toContain(
      'safeconduct_commands_total{workflow="officer-case",command="RegisterEntry",outcome="CASE_EXISTS"} 1',
    );
    expect(text).toContain(
      'safeconduct_http_request_seconds_count{method="POST",route="/api/v1/workflows/:workflow/cases",status="201"} 1',
    );
    expect(text).toMatch(/^safeconduct_append_seconds_count [1-9]/m);
    for (const name of [
      'view_lag_events',
      'view_lag_seconds',
      'log_events',
      'commands_under_way',
      'case_cache_hits',
    ]) {
      expect(text).toContain(`\nsafeconduct_${name}`);
    }
    expect(text).not.toMatch(/secret|R-1/i);
    await server.close();
  });

  it('sends spans to OpenTelemetry in the trace of the caller, without sent text', async () => {
    const received: string[] = [];
    const collector = createServer((request: IncomingMessage, response) => {
      void readAll(request).then((body) => {
        received.push(`${request.url ?? ''} ${body}`);
        response.end('{}');
      });
    });
    await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
    const { port } = collector.address() as AddressInfo;
    const server = await start(temporaryFolder(), {
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
    });
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    await post(`${server.url}${opening}?x=Secret`, openCase, { traceparent });
    await server.close();
    collector.close();
    const [path, body = ''] = (received[0] ?? '').split(/ (.*)/s);
    const document = JSON.parse(body) as { resourceSpans: { scopeSpans: { spans: object[] }[] }[] };
    expect(path).toBe('/v1/traces');
    expect(document.resourceSpans[0]?.scopeSpans[0]?.spans).toEqual([
      expect.objectContaining({
        name: 'POST /api/v1/workflows/:workflow/cases',
        traceId: '0af7651916cd43dd8448eb211c80319c',
        parentSpanId: 'b7ad6b7169203331',
      }),
    ]);
    expect(body).not.toMatch(/secret|سر/i);
  });
});
