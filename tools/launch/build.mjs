import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parts } from '../targets.mjs';
import { alone } from './alone.mjs';
import { Failure, environmentOf, root, succeeds, tell } from './child.mjs';

/** Builds every part whose sources are not those it was built from. */
export async function ensureBuilt(node) {
  for (const part of parts) {
    if (isBuilt(part)) continue;
    await alone(async () => {
      if (!isBuilt(part)) await build(node, part);
    });
  }
}

const stampOf = (part) => join(root, 'dist', `.${part.name}`);

function isBuilt(part) {
  try {
    return readFileSync(stampOf(part), 'utf8') === fingerprint(part);
  } catch {
    return false;
  }
}

/** The fingerprint is taken before the build, so that files edited meanwhile are built next time. */
async function build(node, part) {
  tell(`building the ${part.name}`);
  const built = fingerprint(part);
  rmSync(stampOf(part), { force: true });
  if (!(await succeeds(node, part.command, { env: environmentOf(node) }))) {
    throw new Failure(`the ${part.name} does not build; see the reason above`);
  }
  mkdirSync(dirname(stampOf(part)), { recursive: true });
  writeFileSync(stampOf(part), built);
}

/** Names, sizes and times of the sources, not their content: this is computed at every start. */
function fingerprint(part) {
  const hash = createHash('sha256');
  for (const source of part.sources) {
    for (const file of filesOf(join(root, source))) {
      const { size, mtimeMs } = statSync(file);
      hash.update(`${file} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

function filesOf(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isFile()) return path.endsWith('.spec.ts') ? [] : [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesOf(join(path, name)));
}
