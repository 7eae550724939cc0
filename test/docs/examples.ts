import { readFileSync } from 'node:fs';

/** A file that a page has its reader write: whole, or as a change with the lines that go (-) and come (+). */
export interface Written {
  readonly path: string;
  readonly change: boolean;
  readonly body: string;
}

/** One example of a page: the commands of a shell block, and the output shown under it. */
export interface Example {
  readonly line: number;
  /** What the page has its reader write before. */
  readonly written: readonly Written[];
  readonly commands: readonly string[];
  /** The block says ```sh fails: its last command is meant to be refused. */
  readonly fails: boolean;
  /** The block says ```sh server: its one command goes on until the end of the page. */
  readonly server: boolean;
  readonly output: string | undefined;
}

const block = /^```(?<kind>\w+)(?: (?<rest>\S+))?\n(?<body>.*?)^```$/gms;

/**
 * The runnable examples of a page, in order. A `text` block right behind a `sh` block is its output; any other block
 * whose first line names a file is written to it.
 */
export function examplesIn(page: string): readonly Example[] {
  const text = readFileSync(page, 'utf8');
  const examples: Example[] = [];
  let written: Written[] = [];
  let end = 0;
  for (const found of text.matchAll(block)) {
    const { kind = '', rest, body = '' } = found.groups ?? {};
    const last = examples.at(-1);
    const follows = text.slice(end, found.index).trim() === '';
    if (kind === 'sh') {
      const line = text.slice(0, found.index).split('\n').length;
      const commands = body.trimEnd().split('\n');
      const said = { fails: rest === 'fails', server: rest === 'server' };
      examples.push({ line, written, commands, ...said, output: undefined });
      written = [];
    } else if (kind === 'text' && last !== undefined && follows) {
      examples.splice(-1, 1, { ...last, output: body });
    } else if (rest !== undefined) written.push({ path: rest, change: kind === 'diff', body });
    end = found.index + found[0].length;
  }
  return examples;
}

/** The files that a page shows whole, in order: each block whose first line names a file. */
export function filesIn(page: string): readonly Written[] {
  return [...readFileSync(page, 'utf8').matchAll(block)].flatMap((found) => {
    const { kind = '', rest, body = '' } = found.groups ?? {};
    const isFile = rest !== undefined && kind !== 'sh' && kind !== 'diff';
    return isFile ? [{ path: rest, change: false, body }] : [];
  });
}

/** The text after a change. `@@` stands between parts of a file that do not follow each other. */
export function changed(text: string, change: string): string {
  return change.split(/^@@\n/m).reduce((before, part) => {
    const lines = part.split('\n').slice(0, -1);
    const without = (sign: string) =>
      lines
        .filter((line) => !line.startsWith(sign))
        .map((line) => `${line.slice(1)}\n`)
        .join('');
    const [start, ...rest] = before.split(without('+'));
    if (start === undefined || rest.length !== 1) throw new Error(`not exactly once in the file:\n${part}`);
    return `${start}${without('-')}${rest[0] ?? ''}`;
  }, text);
}
