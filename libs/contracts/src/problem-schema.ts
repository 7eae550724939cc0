import { z } from 'zod';
import { memberSchemas } from './problem-members.js';
import { problemCodes, problemKinds, type ProblemCode } from './problems.js';

/** Where the page of a problem is; relative to the server, so that the client can read it there. */
export const problemType = (code: ProblemCode): string => `/docs/problems/${code}`;

const made = new Map<ProblemCode, ReturnType<typeof makeProblemSchema>>();

/** The schema of one kind of problem (RFC 9457, section 3). */
export function problemSchema(code: ProblemCode) {
  const known = made.get(code) ?? makeProblemSchema(code);
  made.set(code, known);
  return known;
}

function makeProblemSchema(code: ProblemCode) {
  const { status, members, meaning } = problemKinds[code];
  const statuses = code === 'REVISION_CONFLICT' ? [status, 409] : [status];
  const extensions = Object.fromEntries(members.map((member) => [member, memberSchemas[member].optional()]));
  return z
    .strictObject({
      type: z.literal(problemType(code)).meta({ description: 'Where the problem is explained.' }),
      title: z.string(),
      status: z.literal(statuses),
      detail: z.string().meta({ description: 'This occurrence, in the language of the request.' }),
      code: z.literal(code),
      ...extensions,
    })
    .meta({ description: meaning });
}

/** Any problem. Which members stand beside the first five follows from the code. */
export const Problem = z
  .looseObject({
    type: z.string().meta({ description: 'Where the problem is explained.' }),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().meta({ description: 'This occurrence, in the language of the request.' }),
    code: z.enum(problemCodes),
    ...z.object(memberSchemas).partial().shape,
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details. `code` says which problem it is.' });
export type Problem = z.infer<typeof Problem>;
