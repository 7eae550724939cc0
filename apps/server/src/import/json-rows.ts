import { z } from 'zod';
import { withoutLineEnd } from './csv-records.js';
import { decodeText } from './encoding.js';
import {
  invalidRow,
  unknownCommand,
  type Commands,
  type ImportRow,
  type RowCommand,
  type RowProblem,
} from './import-row.js';
import { recordBytesMax, textLines } from './text-lines.js';

const text = z.string().trim().min(1);

/** A row without its natural key, whose name is the workflow's. */
const JsonRow = z.strictObject({
  command: text.optional(),
  by: text,
  confirmedBy: text.optional(),
  onBehalfOf: text.optional(),
  occurredAt: text.optional(),
  commandId: text.optional(),
  data: z.custom<Readonly<Record<string, unknown>>>(isObject, 'must be an object').default({}),
});

/** The column of a file of rejected rows in which a line of a JSON Lines file stands as it was. */
export const lineColumn = 'row';

const tooLong = `the line is longer than ${recordBytesMax / 2 ** 20} MiB; shorten it`;
const notAnObject = 'the line is not a JSON object; write one object on each line';
/** No form nests deeper; what does could only exhaust the stack of a later step. */
const nestingMax = 16;

/**
 * The rows of a JSON Lines file: `{"command", "registrationNo", "by", "confirmedBy", "onBehalfOf", "occurredAt",
 * "commandId", "data"}`, the second key being the workflow's natural key. Values are taken as they are: a number
 * written as a text stays one. A row without `command` has the one of the file's name. Empty lines are no rows.
 */
export async function* jsonRows(
  path: string,
  workflow: Commands,
  commandOfFile: string,
): AsyncGenerator<ImportRow> {
  for await (const { number, bytes } of textLines(path)) {
    const line = bytes && withoutLineEnd(bytes);
    if (line?.length === 0) continue;
    const cells = line === undefined ? [] : [line.toString('utf8')];
    const read =
      line === undefined ? { problem: invalidRow(tooLong) } : jsonRow(line, workflow, commandOfFile);
    yield { file: path, line: number, cells, ...read };
  }
}

/** What one line of a JSON Lines file asks for. */
export function jsonRow(
  line: Buffer,
  workflow: Commands,
  commandOfFile: string,
): RowCommand | { readonly problem: RowProblem } {
  const object = parseObject(line);
  if ('problem' in object) return { problem: invalidRow(object.problem) };

  const key = workflow.opening.opens;
  const { [key]: name, ...others } = object.value;
  const naturalKey = text.safeParse(name);
  if (!naturalKey.success) return { problem: invalidRow(`${key} must be a text that says which case it is`) };
  const row = JsonRow.safeParse(others);
  if (!row.success) return { problem: invalidRow(issuesOf(row.error)) };

  const { command = commandOfFile, data, ...envelope } = row.data;
  if (!workflow.commands.has(command)) return { problem: unknownCommand(workflow) };
  const opened = command === workflow.opening.name ? { [key]: naturalKey.data, ...data } : data;
  if (opened !== data && opened[key] !== naturalKey.data) {
    return { problem: invalidRow(`${key} of the row and of its data differ; leave it out of the data`) };
  }
  return { command, naturalKey: naturalKey.data, ...envelope, data: opened };
}

function parseObject(
  line: Buffer,
): { readonly value: Record<string, unknown> } | { readonly problem: string } {
  const decoded = decodeText(line);
  if ('problem' in decoded) return decoded;
  const value = parseJson(decoded.text);
  if (!isObject(value)) return { problem: notAnObject };
  if (!nestsAtMost(value, nestingMax)) return { problem: `the line nests deeper than ${nestingMax} levels` };
  return { value };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nestsAtMost(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((inner) => nestsAtMost(inner, levels - 1));
}

function issuesOf(error: z.ZodError): string {
  return error.issues.map((issue) => [...issue.path, ruleOf(issue)].join(': ')).join('; ');
}

/** What a key looks like that was misspelt; anything else is not repeated. */
const keyName = /^[A-Za-z][A-Za-z0-9]{0,39}$/;

function ruleOf(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'unrecognized_keys') return issue.message;
  const names = issue.keys.filter((key) => keyName.test(key));
  return names.length === 0 ? 'has a key that is not known' : `${names.join(', ')}: not known beside data`;
}
