import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** One script of the suite: a chart, the events sent to it, and its expected states after each step. */
export interface Script {
  /** `group/name`, as the suite calls it. */
  readonly name: string;
  readonly file: string;
  readonly initialConfiguration: readonly string[];
  readonly events: readonly {
    readonly after?: number;
    readonly event: { readonly name: string };
    readonly nextConfiguration: readonly string[];
  }[];
}

const root = join(
  dirname(createRequire(import.meta.url).resolve('@scion-scxml/test-framework/package.json')),
  'test',
);

/**
 * Every script of `@scion-scxml/test-framework`: those of SCION, and those of the W3C with the ECMAScript
 * datamodel.
 */
export const suite: readonly Script[] = readdirSync(root)
  .sort()
  .flatMap((group) =>
    readdirSync(join(root, group))
      .filter((file) => file.endsWith('.json'))
      .sort()
      .map((file) => scriptOf(group, file.slice(0, -'.json'.length))),
  );

function scriptOf(group: string, name: string): Script {
  const read = JSON.parse(readFileSync(join(root, group, `${name}.json`), 'utf8')) as Omit<
    Script,
    'name' | 'file'
  >;
  return { ...read, name: `${group}/${name}`, file: join(root, group, `${name}.scxml`) };
}
