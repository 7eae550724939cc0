import { brokenRule, didYouMean, nearestOf, readJson, type Issue } from '@safeconduct/workflow';
import { z } from 'zod';
import { lineColumn } from '../read/file-content.js';
import {
  invalidRow,
  unknownCommand,
  type ReadRow,
  type RowReader,
  type WorkflowCommands,
} from './import-row.js';

const text = z.string().trim().min(1);

/** A row without its natural key, which has another name in each workflow. */
const JsonRow = z.strictObject({
  command: text.optional(),
  by: text,
  confirmedBy: text.optional(),
  onBehalfOf: text.optional(),
  occurredAt: text.optional(),
  commandId: text.optional(),
  data: z.custom<Readonly<Record<string, unknown>>>(isObject, 'must be an object').default({}),
});

const notAnObject = 'the line is not a JSON object; write one object on each line';
/** No command needs deeper data, and deeper data could exhaust the stack of a later step. */
const nestingMax = 16;

/** The columns of a file with lines of JSON, and the command of the lines that name none. */
export interface JsonLineColumns {
  readonly columns: readonly string[];
  readonly command: string;
}

/**
 * Reads rows whose cell in `lineColumn` is a line of JSON: `{"command", "registrationNo", "by",
 * "confirmedBy", "onBehalfOf", "occurredAt", "commandId", "data"}`, where the second key is the workflow's
 * natural key. Values are taken as they are: a number written as a text stays a text.
 */
export function jsonRowReader(workflow: WorkflowCommands, { columns, command }: JsonLineColumns): RowReader {
  const at = columns.indexOf(lineColumn);
  return (cells) => readLine(cells[at] ?? '', workflow, command);
}

function readLine(line: string, workflow: WorkflowCommands, commandOfFile: string): ReadRow {
  const object = parseObject(line);
  if ('problem' in object) return invalidRow(object.problem);

  const key = workflow.opening.opens;
  const { [key]: name, ...others } = object.value;
  const naturalKey = text.safeParse(name);
  if (!naturalKey.success) return invalidRow(`${key} must be a text that says which case it is`);
  const row = JsonRow.safeParse(others);
  if (!row.success) return invalidRow(issuesOf(row.error, others));

  const { command = commandOfFile, data, ...envelope } = row.data;
  if (!workflow.commands.has(command)) return unknownCommand(workflow);
  const input = command === workflow.opening.name ? { [key]: naturalKey.data, ...data } : data;
  if (input !== data && input[key] !== naturalKey.data) {
    return invalidRow(`${key} of the row and of its data differ; leave it out of the data`);
  }
  return { command, naturalKey: naturalKey.data, ...envelope, data: input };
}

function parseObject(
  line: string,
): { readonly value: Record<string, unknown> } | { readonly problem: string } {
  const read = readJson(line, nestingMax);
  if ('issue' in read) return { problem: problemOf(read.issue) };
  return isObject(read.value) ? { value: read.value } : { problem: notAnObject };
}

function problemOf({ path, code, message }: Issue): string {
  if (code === 'invalid_json') return notAnObject;
  if (code === 'too_deep') return `the line nests deeper than ${nestingMax} levels`;
  return path === '' ? `the line ${message}` : `${path}: ${message}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function issuesOf(error: z.ZodError, value: unknown): string {
  return error.issues
    .slice(0, namedMax)
    .map((issue) => [...issue.path, ruleOf(issue, value)].join(': '))
    .join('; ');
}

/** A key that may be a misspelt name. Any other key is not repeated in a message, because it may be data. */
const keyName = /^[A-Za-z][A-Za-z0-9]{0,39}$/;
/** How many keys and faults a reason names. */
const namedMax = 10;

function ruleOf(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code !== 'unrecognized_keys') return brokenRule(issue, value).message;
  const names = issue.keys.filter((key) => keyName.test(key)).slice(0, namedMax);
  if (names.length === 0) return 'has a key that is not known';
  const meant = names.length === 1 ? nearestOf(String(names[0]), Object.keys(JsonRow.shape)) : undefined;
  return `${names.join(', ')}: not known beside data${didYouMean(meant)}`;
}
