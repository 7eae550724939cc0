import type { z } from 'zod';
import type { RuleParams } from './refusal.js';

/** The rule that a value breaks: its code, the rule as an English sentence, and its bounds. */
export interface BrokenRule {
  readonly code: string;
  readonly message: string;
  readonly params?: RuleParams;
}

/** A rule that lists more values than these lists none: the form has them all. */
const allowedMax = 30;

/** What stands between the rules of which a value breaks each and would have to keep one. */
export const orRule = '; or ';

type ZodIssue = z.core.$ZodIssue;

/**
 * The rule of an issue that a schema found in an input. A sentence that the schema has of its own stays; those of the library
 * are replaced. Nothing that was sent is repeated.
 */
export function brokenRule(issue: ZodIssue, input: unknown): BrokenRule {
  const params = paramsOf(issue);
  const bounds = Object.keys(params).length === 0 ? {} : { params };
  if (isAbsent(issue, input)) return { code: 'required', message: 'is missing', ...bounds };
  return {
    code: issue.code,
    message: isOwn(issue.message) ? issue.message : sentenceOf(issue, params),
    ...bounds,
  };
}

/** Rules of the project begin with a small letter, those of the library do not. */
const isOwn = (message: string): boolean => /^\p{Ll}/u.test(message);

/** A rule over several fields names the one that is to be filled in itself. */
function isAbsent({ code, path }: ZodIssue, input: unknown): boolean {
  if (code === 'custom' || code === 'unrecognized_keys' || path.length === 0) return false;
  let value: unknown = input;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return value === undefined;
    value = (value as Readonly<Record<PropertyKey, unknown>>)[step];
  }
  return value === undefined;
}

function paramsOf(issue: ZodIssue): RuleParams {
  switch (issue.code) {
    case 'too_small':
      return { minimum: Number(issue.minimum), ...unitOf(issue.origin) };
    case 'too_big':
      return { maximum: Number(issue.maximum), ...unitOf(issue.origin) };
    case 'invalid_value': {
      const allowed = issue.values.map(String);
      return allowed.length > allowedMax ? {} : { allowed };
    }
    case 'invalid_format':
      return issue.pattern === undefined ? {} : { pattern: issue.pattern.replace(/^\/(.*)\/[a-z]*$/s, '$1') };
    case 'invalid_type':
      return { expected: typeNames[issue.expected] ?? issue.expected };
    case 'not_multiple_of':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'unrecognized_keys':
    case 'custom':
      return {};
  }
}

const unitOf = (origin: string): RuleParams =>
  origin === 'string' ? { unit: 'characters' } : origin === 'array' ? { unit: 'items' } : {};

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'number',
  int: 'wholeNumber',
  boolean: 'boolean',
  array: 'list',
  object: 'object',
  record: 'object',
};

function sentenceOf(issue: ZodIssue, { minimum, maximum, unit, allowed, expected = '' }: RuleParams): string {
  const counted = unit === undefined ? '' : ` ${unit}`;
  switch (issue.code) {
    case 'too_small':
      if (unit !== undefined && minimum === 1) return 'must not be empty';
      return unit === undefined ? `must be at least ${minimum}` : `must have at least ${minimum}${counted}`;
    case 'too_big':
      return unit === undefined ? `must be at most ${maximum}` : `must have at most ${maximum}${counted}`;
    case 'invalid_value':
      return allowed === undefined ? 'must be one of the codes of its list' : `must be ${oneOf(allowed)}`;
    case 'invalid_type':
      return `must be ${typeSentences[expected] ?? 'of another type'}`;
    case 'invalid_union':
      return eitherOf(issue);
    case 'not_multiple_of':
      return `must be a multiple of ${issue.divisor}`;
    case 'invalid_format':
      return 'does not have the form that it needs';
    case 'invalid_key':
    case 'invalid_element':
    case 'unrecognized_keys':
    case 'custom':
      return 'does not fit';
  }
}

const oneOf = (allowed: readonly string[]): string =>
  allowed.length === 1 ? (allowed[0] as string) : `one of ${allowed.join(', ')}`;

const typeSentences: Readonly<Record<string, string>> = {
  text: 'a text',
  number: 'a number',
  wholeNumber: 'a whole number',
  boolean: 'true or false',
  list: 'a list',
  object: 'an object',
};

/** The rules of the branches, where the schemas say them; a value has to keep one. */
function eitherOf({ errors }: z.core.$ZodIssueInvalidUnion): string {
  const rules = new Set(errors.map(([first]) => first?.message ?? '').filter(isOwn));
  return rules.size === 0 ? 'has none of the forms that are possible' : [...rules].join(orRule);
}
