import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder inside that of the tests, which goes with all of them (`tools/tests-begin.mjs`). */
export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'stores-'));
