import {
  commonProblems,
  Problem,
  freshProblems,
  localAccountProblems,
  problemKinds,
  signInProblems,
  type Operation,
  type ProblemCode,
  type Success,
} from '@safeconduct/contracts';
import type { z } from 'zod';
import { purposeHeader, purposesOfPeople } from '../reading.js';
import type { JsonSchema, Schemas } from './schemas.js';

const problemType = 'application/problem+json';
const conflictWithoutPrecondition = 409;

const purpose: JsonSchema = {
  name: headerName(purposeHeader),
  in: 'header',
  required: false,
  description: 'What the reader reads for, where it is not the first purpose of their roles.',
  schema: { type: 'string', enum: purposesOfPeople },
};

/** The body that a client sends. */
export interface RequestBody {
  readonly schema: JsonSchema;
  readonly example?: unknown;
  /** In place of one example, where the body has several forms: one of each, by name. */
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

/**
 * One operation as the document shows it. `body` replaces the body of the operation where a command has a
 * narrower one.
 */
export function describeOperation(operation: Operation, schemas: Schemas, body?: RequestBody): JsonSchema {
  const { id, tag, summary, description, params, query, headers, isPublic, method, onlyReads } = operation;
  const parameters = [
    ...parametersOf(params, 'path', schemas),
    ...parametersOf(query, 'query', schemas),
    ...parametersOf(headers, 'header', schemas),
    ...(isPublic !== true && (method === 'GET' || onlyReads === true) ? [purpose] : []),
  ];
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description !== undefined && { description }),
    ...(parameters.length > 0 && { parameters }),
    ...requestBody(operation, schemas, body),
    ...(isPublic === true && { security: [] }),
    responses: { ...successes(operation, schemas), ...problems(operation, schemas) },
  };
}

function parametersOf(
  shape: z.ZodObject,
  location: 'path' | 'query' | 'header',
  schemas: Schemas,
): readonly JsonSchema[] {
  const { properties, required } = schemas.of(shape, 'input') as {
    readonly properties?: Record<string, JsonSchema>;
    readonly required?: readonly string[];
  };
  return Object.entries(properties ?? {}).map(([name, schema]) => ({
    name: location === 'header' ? headerName(name) : name,
    in: location,
    required: location === 'path' || required?.includes(name) === true,
    ...described(schema),
    schema,
  }));
}

/** Moves the description of a schema to where readers of the document expect it. */
function described(schema: JsonSchema): JsonSchema {
  return schema['description'] === undefined ? {} : { description: schema['description'] };
}

/** `if-match`: `If-Match`. */
function headerName(name: string): string {
  return name.replace(/(^|-)\w/g, (letter) => letter.toUpperCase());
}

function requestBody(
  { body, streams, example }: Operation,
  schemas: Schemas,
  given?: RequestBody,
): JsonSchema {
  if (streams !== undefined) {
    const content = Object.entries(streams).map(([type, file]) => [
      type,
      { schema: { type: 'string' }, example: file },
    ]);
    return { requestBody: { required: true, content: Object.fromEntries(content) as JsonSchema } };
  }
  if (body === undefined) return {};
  const described = given ?? { schema: schemas.of(body, 'input'), example };
  return { requestBody: { required: true, content: { 'application/json': described } } };
}

function successes({ success, otherwise, foreseen, headers }: Operation, schemas: Schemas): JsonSchema {
  const answers: Record<string, JsonSchema> = {
    ...successAnswer(success, schemas),
    ...(otherwise && successAnswer(otherwise, schemas)),
  };
  if (foreseen !== undefined)
    answers[foreseenStatus] = withForeseen(answers[foreseenStatus], foreseen, schemas);
  return {
    ...answers,
    ...('if-none-match' in headers.shape && { 304: { description: 'It has not changed.' } }),
  };
}

const foreseenStatus = 200;

/** An answer that a dry run can have as well, with a body of its own. */
function withForeseen(answer: JsonSchema | undefined, body: z.ZodType, schemas: Schemas): JsonSchema {
  const schema = schemas.of(body, 'output');
  const description = 'With `dryRun=true`: what it would lead to.';
  if (answer === undefined) return { description, content: { 'application/json': { schema } } };
  const content = answer['content'] as { readonly 'application/json': { readonly schema: JsonSchema } };
  const either = { anyOf: [content['application/json'].schema, schema] };
  return {
    ...answer,
    description: `${String(answer['description'])} ${description}`,
    content: { 'application/json': { schema: either } },
  };
}

function successAnswer(success: Success, schemas: Schemas): Record<string, JsonSchema> {
  const { status, alsoStatus, description, body, media } = success;
  const content =
    body === undefined
      ? Object.fromEntries((media ?? []).map((type) => [type, { schema: { type: 'string' } }]))
      : { 'application/json': { schema: schemas.of(body, 'output') } };
  const named = Object.entries({ 'X-Request-Id': 'The id of this request in the log.', ...success.headers });
  const responseHeaders = Object.fromEntries(
    named.map(([name, says]) => [name, { description: says, schema: { type: 'string' } }]),
  );
  const answer = { description, headers: responseHeaders, content };
  return {
    [status]: answer,
    ...(alsoStatus !== undefined && { [alsoStatus]: answer }),
  };
}

/** The problems of an operation by status. Where a status has several, `code` tells them apart. */
function problems(operation: Operation, schemas: Schemas): JsonSchema {
  const byStatus = new Map<number, ProblemCode[]>();
  const add = (status: number, code: ProblemCode) =>
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  for (const code of problemsOf(operation)) {
    add(problemKinds[code].status, code);
    if (code === 'REVISION_CONFLICT') add(conflictWithoutPrecondition, code);
  }
  // The second status of a successful answer, such as 503 of readiness, has the body of that answer and not a
  // problem.
  byStatus.delete(operation.success.alsoStatus ?? 0);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [status, problemAnswer(status, codes, schemas)]),
  );
}

const problemsOf = ({
  isPublic,
  isDecisive,
  isOfLocalAccounts,
  problems,
}: Operation): ReadonlySet<ProblemCode> =>
  new Set([
    ...commonProblems,
    ...(isPublic === true ? [] : signInProblems),
    ...(isDecisive === true ? freshProblems : []),
    ...(isOfLocalAccounts === true ? localAccountProblems : []),
    ...problems,
  ]);

/**
 * One schema for all problems, narrowed to those of this status: most generators cannot use a choice between
 * many schemas.
 */
function problemAnswer(status: number, codes: readonly ProblemCode[], schemas: Schemas): JsonSchema {
  const properties = { status: { const: status }, code: { enum: codes } };
  const schema = { ...schemas.of(Problem, 'output'), properties };
  return { description: codes.join(', '), content: { [problemType]: { schema } } };
}
