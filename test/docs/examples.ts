import { readFileSync } from 'node:fs';

/** One example of a page: the commands of a shell block, and the output shown under it. */
export interface Example {
  readonly line: number;
  readonly commands: readonly string[];
  /** The block says ```sh fails: its last command is meant to be refused. */
  readonly fails: boolean;
  readonly output: string | undefined;
}

const block = /^```(?<kind>sh|sh fails|text)\n(?<body>.*?)^```$/gms;

/** The runnable examples of a page, in order. A `text` block right behind a `sh` block is its output. */
export function examplesIn(page: string): readonly Example[] {
  const text = readFileSync(page, 'utf8');
  const examples: Example[] = [];
  let end = 0;
  for (const found of text.matchAll(block)) {
    const { kind = '', body = '' } = found.groups ?? {};
    const last = examples.at(-1);
    const follows = text.slice(end, found.index).trim() === '';
    if (kind !== 'text') {
      const line = text.slice(0, found.index).split('\n').length;
      examples.push({
        line,
        commands: body.trimEnd().split('\n'),
        fails: kind === 'sh fails',
        output: undefined,
      });
    } else if (last !== undefined && follows) examples.splice(-1, 1, { ...last, output: body });
    end = found.index + found[0].length;
  }
  return examples;
}
