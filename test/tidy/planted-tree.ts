import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. */
export const checkout = fileURLToPath(new URL('../../', import.meta.url));

/** A temporary copy of the checkout's shape, in which a test plants what the checks must find. */
export interface PlantedTree {
  readonly folder: string;
  plant(files: Readonly<Record<string, string>>): void;
  /** Runs a program of node_modules on the tree; resolves to its output, whatever its exit code. */
  run(program: string, args: readonly string[]): Promise<string>;
  remove(): void;
}

/** Creates the tree with the checkout's TypeScript settings and nothing else. */
export function plantedTree(): PlantedTree {
  const folder = mkdtempSync(join(tmpdir(), 'safeconduct-tidy-'));
  for (const file of ['tsconfig.base.json', 'tsconfig.json'])
    cpSync(join(checkout, file), join(folder, file));
  return {
    folder,
    plant(files) {
      for (const [file, content] of Object.entries(files)) {
        mkdirSync(join(folder, dirname(file)), { recursive: true });
        writeFileSync(join(folder, file), content);
      }
    },
    run: (program, args) =>
      new Promise((resolve, reject) => {
        const command = [join(checkout, 'node_modules', program), ...args];
        execFile(process.execPath, command, { cwd: folder, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
          if (stdout === '') reject(new Error(`${program} printed nothing: ${stderr}`, { cause: error }));
          else resolve(stdout);
        });
      }),
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}
