import type { Random } from './random.js';
import { nastyValue, valueOf, type JsonSchema, type Schemas } from './values.js';

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: JsonSchema;
}

/** An operation of the document, as far as requests follow from it. */
export interface FuzzedOperation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: JsonSchema | undefined;
  readonly streams: readonly string[];
  /** Media type to the example of a body. */
  readonly examples: ReadonlyMap<string, unknown>;
  /** Status to media type to where the document has the schema, as a JSON Pointer. */
  readonly answers: ReadonlyMap<number, ReadonlyMap<string, string>>;
}

export interface FuzzedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly payload: string | Buffer | undefined;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, JsonSchema>>>>;
  readonly components: { readonly schemas: Schemas };
}

export function operationsOf({ paths }: Document): readonly FuzzedOperation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => {
      const content = (
        described['requestBody'] as
          { content?: Record<string, { schema: JsonSchema; example?: unknown }> } | undefined
      )?.content;
      return {
        id: String(described['operationId']),
        method: method.toUpperCase(),
        path,
        parameters: (described['parameters'] ?? []) as readonly Parameter[],
        body: content?.['application/json']?.schema,
        examples: new Map(
          Object.entries(content ?? {}).flatMap(([type, { example }]) =>
            example === undefined ? [] : [[type, example]],
          ),
        ),
        streams: Object.keys(content ?? {}).filter((type) => type !== 'application/json'),
        answers: answersOf(described['responses'] as Responses, ['paths', path, method, 'responses']),
      };
    }),
  );
}

type Responses = Readonly<Record<string, { readonly content?: Readonly<Record<string, object>> }>>;

function answersOf(responses: Responses, at: readonly string[]): FuzzedOperation['answers'] {
  return new Map(
    Object.entries(responses).map(([status, { content = {} }]) => {
      const pointers = Object.keys(content).map(
        (type) => [type, pointerTo([...at, status, 'content', type, 'schema'])] as const,
      );
      return [Number(status), new Map(pointers)];
    }),
  );
}

/** RFC 6901. */
const pointerTo = (steps: readonly string[]): string =>
  steps.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** One request of an operation with something wrong in it, most of the time. */
export function requestOf(
  operation: FuzzedOperation,
  schemas: Schemas,
  random: Random,
  known: readonly string[],
): FuzzedRequest {
  const wrong = random.pick(faults);
  const given = operation.parameters.filter(({ required }) => required || random.chance(0.4));
  const target = given.length > 0 ? random.pick(given) : undefined;
  const valueFor = (parameter: Parameter): unknown => {
    if (wrong === 'parameter' && parameter === target) return nastyValue(random);
    if (parameter.name === 'caseId' && random.chance(0.7)) return random.pick(known);
    if (parameter.name === 'workflow') return random.pick(['officer-case', 'template', 'nothing']);
    return valueOf(parameter.schema, schemas, random);
  };
  const values = given.map((parameter) => ({ ...parameter, value: valueFor(parameter) }));
  return {
    method: wrong === 'method' ? random.pick(['PUT', 'PATCH', 'DELETE', 'GET', 'POST']) : operation.method,
    url: urlOf(operation.path, values, wrong, random),
    headers: headersOf(operation, values, wrong, random),
    payload: payloadOf(operation, schemas, wrong, random),
  };
}

const faults = [
  'parameter',
  'parameter',
  'parameter',
  'field',
  'field',
  'missing',
  'extra',
  'raw',
  'type',
  'method',
  'query',
  'header',
  'none',
] as const;
type Fault = (typeof faults)[number];

const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Half a surrogate pair has no form in an address. */
const encoded = (value: unknown): string => encodeURIComponent(text(value).replace(/\p{Cs}/gu, '?'));

type Valued = readonly (Parameter & { readonly value: unknown })[];

function urlOf(path: string, values: Valued, wrong: Fault, random: Random): string {
  const filled = path.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    return encoded(values.find((one) => one.in === 'path' && one.name === name)?.value ?? 'x');
  });
  const query = values
    .filter((one) => one.in === 'query')
    .map(({ name, value }) => `${name}=${encoded(value)}`);
  if (wrong === 'query')
    query.push(
      random.pick([
        'colour=red',
        'limit=1&limit=2',
        '%',
        '%zz=1',
        'q=%ff%fe',
        'q=%ED%A0%80',
        '=',
        '&&',
        'a[b]=1',
      ]),
    );
  return query.length === 0 ? filled : `${filled}?${query.join('&')}`;
}

/** What can stand in a header at all; a client cannot send the rest. */
const headerText = (value: unknown): string =>
  text(value)
    .replace(/[^\x20-\x7e]/g, '?')
    .slice(0, 2000);

function headersOf({ body, streams }: FuzzedOperation, values: Valued, wrong: Fault, random: Random) {
  const headers: Record<string, string | string[]> = {};
  for (const { in: location, name, value } of values)
    if (location === 'header') headers[name] = headerText(value);
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  else if (streams.length > 0) headers['Content-Type'] = random.pick(streams);
  if (wrong === 'type')
    headers['Content-Type'] = random.pick([
      'text/html',
      'application/xml',
      'multipart/form-data',
      'x',
      'application/json; charset=utf-16',
    ]);
  if (wrong === 'header') {
    const name = random.pick([
      'If-Match',
      'Authorization',
      'Idempotency-Key',
      'If-None-Match',
      'Last-Event-ID',
      'Accept-Language',
      'Accept-Encoding',
    ]);
    headers[name] = random.pick([['a', 'b'], '', headerText(nastyValue(random)), '*', '"7", "8"', ',,,;q=x']);
  }
  return headers;
}

function payloadOf(
  { body, streams }: FuzzedOperation,
  schemas: Schemas,
  wrong: Fault,
  random: Random,
): string | Buffer | undefined {
  if (streams.length > 0)
    return random.pick(['', 'a,b\n1,2\n', '\u0000\u0000', '{"by":1}\n', Buffer.from([0xff, 0xfe, 0x00])]);
  if (body === undefined) return undefined;
  if (wrong === 'raw') return random.pick(rawBodies);
  const whole = valueOf(body, schemas, random) as Record<string, unknown>;
  const data = (whole['data'] ?? {}) as Record<string, unknown>;
  const name = random.pick([...Object.keys(data), 'nothing']);
  if (wrong === 'field') data[name] = nastyValue(random);
  // `delete` would need the name to be known; an object without it says the same.
  if (wrong === 'missing')
    return JSON.stringify({
      ...whole,
      data: Object.fromEntries(Object.entries(data).filter(([key]) => key !== name)),
    });
  if (wrong === 'extra')
    return JSON.stringify({
      ...whole,
      data: { ...data, [random.pick(['zz', '__proto__', 'a b', ''])]: nastyValue(random) },
    });
  return JSON.stringify(random.chance(0.1) ? nastyValue(random) : { ...whole, data });
}

const rawBodies: readonly (string | Buffer)[] = [
  '',
  '{',
  '{"data":',
  'null',
  '[]',
  '"text"',
  '{"data":{}}{"data":{}}',
  '\ufeff{"data":{}}',
  Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x7d]),
  Buffer.from('{"data":{}}', 'utf16le'),
  '{"data":{"a":"\\ud800"}}',
  '{"data":{"a":"\\u0000"}}',
  `{"data":${'{"a":'.repeat(200)}1${'}'.repeat(200)}}`,
  `{"data":{"a":1e400}}`,
  `{"data":{"a":"${'x'.repeat(2_000_000)}"}}`,
];
