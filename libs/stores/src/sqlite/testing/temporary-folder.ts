import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A temporary folder inside that of the test run, which is removed at the end (`tools/tests-begin.mjs`). */
export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'stores-'));
