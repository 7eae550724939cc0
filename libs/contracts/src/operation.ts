import type { z } from 'zod';
import type { ProblemCode } from './problems.js';

type Shape = z.ZodObject;

/** A successful answer. */
export interface Success<Body extends z.ZodType = z.ZodType> {
  readonly status: number;
  /** A further status that comes with the same body. */
  readonly alsoStatus?: number;
  readonly description: string;
  /** Left out when the answer has no body, or one that is no JSON. */
  readonly body?: Body;
  /** Media types of a body that is no JSON. */
  readonly media?: readonly string[];
  /** Response headers by name, with what they say. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * One operation of the API. The routes of the server, the OpenAPI document, the examples and the fuzz tests
 * all follow from it, so they cannot contradict each other.
 */
export interface Operation<
  Params extends Shape = Shape,
  Query extends Shape = Shape,
  Headers extends Shape = Shape,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** With parameters in braces: `/cases/{caseId}`. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly params: Params;
  readonly query: Query;
  /** Names in lower case. Headers that are not listed are not parsed. */
  readonly headers: Headers;
  readonly body?: Body;
  /** A body as the document shows it. */
  readonly example?: z.input<Body>;
  /** Media types of a body that is no JSON and is read as a stream, each with an example. */
  readonly streams?: Readonly<Record<string, string>>;
  /** Everybody may ask it, without signing in: it tells nothing of cases and people. */
  readonly isPublic?: true;
  /** It changes nothing, although it has a body: whoever may read may ask it. */
  readonly onlyReads?: true;
  /** A person must have signed in a moment ago, and no program elsewhere may ask it. */
  readonly isDecisive?: true;
  /**
   * It is about the account of whoever asks, or about what they have begun to type, so a program may not ask it, neither of
   * this machine nor elsewhere.
   */
  readonly isOfPeople?: true;
  /** It is about passwords, passkeys or invitations, which an installation with an issuer may do without. */
  readonly isOfLocalAccounts?: true;
  /** The body is that of a command: a body that does not fit is COMMAND_INVALID. */
  readonly isCommand?: true;
  /**
   * The command may be one that nothing may refuse: what does not fit comes with the parsed request, with the problem that
   * it is for any other command.
   */
  readonly keepsUnread?: true;
  readonly success: Success<Answer>;
  /** Another successful answer, with a status and a body of its own. */
  readonly otherwise?: Success | undefined;
  /** The body of a dry run, with status 200 in place of any other success. */
  readonly foreseen?: z.ZodType;
  /** Besides those that every operation can answer with. */
  readonly problems: readonly ProblemCode[];
}

type PartOf<O, Part extends keyof O> = O[Part] extends z.ZodType ? z.output<O[Part]> : never;

/** A request of an operation after it was parsed. */
export interface ParsedRequest<O extends Operation> {
  readonly params: PartOf<O, 'params'>;
  readonly query: PartOf<O, 'query'>;
  readonly headers: PartOf<O, 'headers'>;
  readonly body: O extends Operation<Shape, Shape, Shape, infer Body> ? z.output<Body> : undefined;
}

/** The body of an operation's successful answer, as it is sent. */
export type AnswerOf<O> = O extends { readonly success: Success<infer Body> } ? z.input<Body> : never;
