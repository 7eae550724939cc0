import type { ParsedRequest, Issue, Operation, ProblemCode } from '@safeconduct/contracts';
import type { FastifyRequest } from 'fastify';
import { boundedIssues, brokenRule, didYouMean, nearestOf, partsThatFit } from '@safeconduct/workflow';
import { z } from 'zod';
import { UnreadBody } from './json-body.js';
import { mediaTypeOf } from './media-type.js';
import { HttpProblem } from './problem.js';

/** A path parameter that does not parse cannot name anything, so the answer is that nothing was found. */
const missing: Readonly<Record<string, ProblemCode>> = {
  caseId: 'CASE_NOT_FOUND',
  workflow: 'WORKFLOW_NOT_FOUND',
  view: 'VIEW_NOT_FOUND',
  command: 'UNKNOWN_COMMAND',
  proposalId: 'PROPOSAL_NOT_FOUND',
  grantId: 'EMERGENCY_NOT_FOUND',
  jobId: 'JOB_NOT_FOUND',
  person: 'PERSON_NOT_FOUND',
  change: 'UNKNOWN_COMMAND',
};

/** What of a request did not parse, and the problem that it is where nothing can be done with it. */
export interface Unread {
  readonly values: Readonly<Record<string, unknown>>;
  readonly problem: HttpProblem;
}

/** A parsed request; `unread` only for an operation that `keepsUnread`. */
export interface ReadRequest<O extends Operation> extends ParsedRequest<O> {
  readonly unread?: Unread;
}

/**
 * Parses a request by the schemas of its operation. All issues are reported together.
 * @throws HttpProblem
 */
export function parseRequest<O extends Operation>(operation: O, request: FastifyRequest): ReadRequest<O> {
  const params = operation.params.safeParse(request.params ?? {});
  if (!params.success)
    throw new HttpProblem(missing[String(params.error.issues[0]?.path[0])] ?? 'ROUTE_NOT_FOUND');
  checkMediaType(operation, request);
  if (request.body instanceof UnreadBody) {
    const { problem, values } = request.body;
    if (operation.keepsUnread !== true) throw problem;
    const fitting = fittingParts(
      operation,
      { query: request.query, headers: request.headers, body: {} },
      problem,
    );
    const unread = { problem, values: { ...fitting.unread.values, ...values } };
    return { params: params.data, ...fitting, unread } as ReadRequest<O>;
  }
  const issues: Issue[] = [];
  const query = part(operation.query, request.query ?? {}, 'query', issues);
  const headers = part(operation.headers, request.headers, 'header', issues);
  const bodyIssues: Issue[] = [];
  const body = operation.body && part(operation.body, request.body ?? {}, '', bodyIssues);
  const problem = problemOf(operation, issues, bodyIssues);
  if (problem === undefined) return { params: params.data, query, headers, body } as ParsedRequest<O>;
  if (operation.keepsUnread !== true) throw problem;
  return { params: params.data, ...fittingParts(operation, request, problem) } as ReadRequest<O>;
}

function problemOf(
  { isCommand }: Operation,
  issues: readonly Issue[],
  bodyIssues: readonly Issue[],
): HttpProblem | undefined {
  if (issues.length + bodyIssues.length === 0) return undefined;
  const code = issues.length === 0 && isCommand === true ? 'COMMAND_INVALID' : 'REQUEST_INVALID';
  return new HttpProblem(code, { issues: boundedIssues([...issues, ...bodyIssues]) });
}

/** What of a request fits its operation, and what does not. */
function fittingParts(
  operation: Operation,
  request: Pick<FastifyRequest, 'query' | 'headers' | 'body'>,
  problem: HttpProblem,
) {
  const query = partsThatFit(operation.query, request.query);
  const headers = partsThatFit(operation.headers, request.headers);
  const body = partsThatFit(operation.body ?? z.strictObject({}), request.body);
  const values = Object.fromEntries([...query.left, ...headers.left, ...body.left]);
  return {
    query: query.fitting,
    headers: headers.fitting,
    body: body.fitting,
    unread: { values, problem },
  };
}

const json = 'application/json';

function checkMediaType(operation: Operation, request: FastifyRequest): void {
  const given = mediaTypeOf(request.headers['content-type']);
  if (operation.method !== 'POST' || (given === undefined && operation.streams === undefined)) return;
  const allowed = operation.streams === undefined ? [json] : Object.keys(operation.streams);
  if (given === undefined || !allowed.includes(given))
    throw new HttpProblem('MEDIA_TYPE_UNSUPPORTED', { allowed });
}

function part(schema: z.ZodType, value: unknown, name: string, issues: Issue[]): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  issues.push(...parsed.error.issues.flatMap((issue) => issuesOf(issue, { name, schema, value })));
  return undefined;
}

/** Sent text is not repeated in a problem, except for text that can only be the name of a field. */
const fieldName = /^[A-Za-z][A-Za-z0-9_-]{0,39}$/;

interface Part {
  readonly name: string;
  readonly schema: z.ZodType;
  readonly value: unknown;
}

function issuesOf(issue: z.core.$ZodIssue, { name, schema, value }: Part): readonly Issue[] {
  const path = [name, ...issue.path.map(String)].filter((step) => step !== '').join('.');
  if (issue.code !== 'unrecognized_keys') return [{ path, ...brokenRule(issue, value) }];
  const names = issue.keys.filter((key) => fieldName.test(key));
  if (names.length === 0) return [{ path, code: issue.code, message: 'is not known here' }];
  const fields = schema instanceof z.ZodObject && issue.path.length === 0 ? Object.keys(schema.shape) : [];
  return names.slice(0, namedMax).map((key) => {
    const message = `is not known here${didYouMean(nearestOf(key, fields))}`;
    return { path: [path, key].filter(Boolean).join('.'), code: issue.code, message };
  });
}

/** Unknown fields that an answer names. */
const namedMax = 10;
