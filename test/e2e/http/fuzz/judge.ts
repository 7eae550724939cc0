import { registerSchema, validate, type Validator } from '@hyperjump/json-schema/openapi-3-1';
import { problemSchema, type ProblemCode } from '@safeconduct/contracts';
import { randomUUID } from 'node:crypto';
import type { Answer } from '../http-server.js';
import type { FuzzedOperation, FuzzedRequest } from './requests.js';

/** The problems that any address may answer with. */
const anywhere: readonly ProblemCode[] = [
  'ROUTE_NOT_FOUND',
  'METHOD_NOT_ALLOWED',
  'MEDIA_TYPE_UNSUPPORTED',
  'URI_TOO_LONG',
];
const problemMedia = 'application/problem+json';
const refused = 400;
const faults = 500;
/** How long a refusal may be: so many bytes, and so many for each byte of the request. */
const refusedBytesMax = 20_000;
const answerOfRequestMax = 1;
const sizeOf = ({ url, payload }: FuzzedRequest): number =>
  Math.min(url.length + (payload?.length ?? 0), 8192);
/** The answer to a wait that was shortened on purpose. */
const timedOut = 504;
/** What says of itself that it cannot serve at the moment, as it may on a busy machine. */
const readiness = 'isReady';

/** Checks an answer against the document alone: its operation must have such an answer, with this shape. */
export interface Judge {
  (asked: { readonly operation: FuzzedOperation; readonly request: FuzzedRequest }, answer: Answer): void;
}

/**
 * Reads the document once. A mismatch is thrown as an error, whose message begins with `says`.
 * @param document  as the server gives it
 * @param says  the beginning of each error message, such as the seed
 */
export async function judgeBy(
  document: object,
  operations: readonly FuzzedOperation[],
  says: string,
): Promise<Judge> {
  // What is registered stays; each document gets an address of its own.
  const uri = `https://${randomUUID()}.invalid/openapi.json`;
  registerSchema({ $schema: 'https://spec.openapis.org/oas/3.1/schema-base', ...document }, uri);
  const schemas = new Map<string, Validator>();
  const pointers = operations.flatMap(({ answers }) =>
    [...answers.values()].flatMap((one) => [...one.values()]),
  );
  for (const pointer of new Set([...pointers, '/components/schemas/Problem']))
    schemas.set(pointer, await validate(`${uri}#${encodeURI(pointer)}`));
  return ({ operation, request }, answer) => {
    const what =
      `${says}, ${operation.id}: ${request.method} ${request.url.slice(0, 300)} ${String(request.payload).slice(0, 500)} ` +
      `-> ${answer.status} ${answer.text.slice(0, 500)}`;
    const complain = (complaint: string): never => {
      throw new Error(`${complaint}: ${what}`);
    };
    const isFault = answer.status >= faults && answer.status !== timedOut;
    if (isFault && operation.id !== readiness) complain('a fault');
    // Whatever is refused is refused in a few words: a small request must not cost a large answer.
    if (
      answer.status >= refused &&
      answer.text.length > refusedBytesMax + answerOfRequestMax * sizeOf(request)
    )
      complain(`an answer of ${answer.text.length} bytes`);
    const pointer = isAnywhere(answer) ? '/components/schemas/Problem' : pointerOf(operation, answer);
    if (pointer === undefined) return complain('not documented');
    if (pointer === '') return;
    const judged = schemas.get(pointer)?.(answer.json(), 'BASIC');
    if (judged?.valid !== true) complain(`not as documented ${JSON.stringify(judged?.errors)}`);
    if (mediaType(answer) !== problemMedia) return;
    // The document lists the problems; the members of each follow from its code.
    const { success, error } = problemSchema(answer.json<{ code: ProblemCode }>().code).safeParse(
      answer.json(),
    );
    if (!success) complain(`not of its kind ${error.message}`);
  };
}

const mediaType = ({ headers }: Answer): string => headers['content-type']?.split(';', 1)[0] ?? '';

function isAnywhere(answer: Answer): boolean {
  if (mediaType(answer) !== problemMedia) return false;
  const { code, status } = answer.json<{ code: ProblemCode; status: number }>();
  return anywhere.includes(code) && status === answer.status;
}

/**
 * Where the document has the schema of this answer; empty for one that has none, `undefined` for one that is
 * not there.
 */
function pointerOf({ answers }: FuzzedOperation, answer: Answer): string | undefined {
  const content = answers.get(answer.status);
  if (content?.size === 0) return answer.text === '' ? '' : undefined;
  const pointer = content?.get(mediaType(answer));
  return pointer === undefined || mediaType(answer).endsWith('json') ? pointer : '';
}
