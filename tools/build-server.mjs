/**
 * Builds the server as `nest build` does, from nest-cli.json and with its rewriting of aliases, and keeps the findings
 * of the type check: of a build after a change only what the change reaches is checked again, which takes a quarter of the
 * time. `nest build` writes down what it has checked before it checks it. Nothing is written where the types are wrong.
 * Then it bundles what is run.
 */
import { tsconfigPathsBeforeHookFactory } from '../node_modules/@nestjs/cli/lib/compiler/hooks/tsconfig-paths.hook.js';
import { copyFileSync, globSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { bundleServer } from './bundle-server.mjs';

const root = resolve(import.meta.dirname, '..');
const { sourceRoot, compilerOptions } = JSON.parse(readFileSync(join(root, 'nest-cli.json'), 'utf8')).projects
  .server;
const formatHost = {
  getCanonicalFileName: (name) => name,
  getCurrentDirectory: () => root,
  getNewLine: () => ts.sys.newLine,
};

const { options, fileNames, errors } = ts.getParsedCommandLineOfConfigFile(
  join(root, compilerOptions.tsConfigPath),
  {},
  { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (diagnostic) => failWith([diagnostic]) },
);
failWith(errors);
const program = ts.createIncrementalProgram({ rootNames: fileNames, options });
failWith([
  ...program.getConfigFileParsingDiagnostics(),
  ...program.getOptionsDiagnostics(),
  ...program.getGlobalDiagnostics(),
  ...program.getSyntacticDiagnostics(),
  ...program.getSemanticDiagnostics(),
]);
const before = [tsconfigPathsBeforeHookFactory(options)];
failWith(program.emit(undefined, undefined, undefined, undefined, { before }).diagnostics);
copyAssets();
await bundleServer();

/** Ends with 1 when there is a finding. */
function failWith(diagnostics) {
  if (diagnostics.length === 0) return;
  console.error(ts.formatDiagnosticsWithColorAndContext(diagnostics, formatHost));
  console.error(`Found ${diagnostics.length} error(s).`);
  process.exit(1);
}

/** Files that are no TypeScript, such as the scripts of pages, go as they are to where the sources beside them go. */
function copyAssets() {
  for (const pattern of compilerOptions.assets) {
    for (const file of globSync(join(root, sourceRoot, pattern))) {
      const target = join(options.outDir, relative(root, file));
      mkdirSync(dirname(target), { recursive: true });
      copyFileSync(file, target);
    }
  }
}
