/** `npm run bench`: measures the product and the limits of the machine side by side. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measurements, runBench } from './bench.js';
import { readOptions, usage, UsageError, type Options } from './options.js';
import { machineText, measurementText, summaryText, type Report } from './report.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const results = join(root, 'bench-results');
const wrongUsage = 2;

const tell = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

try {
  const options = readOptions(
    process.argv.slice(2),
    measurements.map(({ name }) => name),
  );
  if (options.help) console.log(usage);
  else await measure(options);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  tell(`bench: ${error.message}\n\n${usage}`);
  process.exitCode = wrongUsage;
}

async function measure({ only, json, scale, cache }: Options): Promise<void> {
  const report = await runBench({
    only,
    scale,
    tell,
    cache: resolve(root, cache ?? process.env['SAFECONDUCT_BENCH_CACHE'] ?? '.bench'),
    onMeasured: (measured) => {
      if (!json) console.log(measurementText(measured));
    },
  });
  const file = write(report);
  if (json) console.log(JSON.stringify(report, null, 2));
  else console.log([machineText(report.machine), summaryText(report), `written to ${file}`].join('\n'));
}

/** @returns the file, relative to the checkout */
function write(report: Report): string {
  mkdirSync(results, { recursive: true });
  const file = join(results, `${report.begunAt.replace(/[:.]/g, '-')}.json`);
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
  return relative(root, file);
}
