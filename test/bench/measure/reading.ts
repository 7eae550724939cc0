import { systemReader, type CaseCursor, type Reader } from '@safeconduct/engine';
import type { Installation } from '../../../apps/server/src/start/installation.js';
import { alternate } from '../alternate.js';
import { caseloadOf } from '../caseload/caseload.js';
import { openFolder, workflowName } from '../load/installation.js';
import { keepCalling, type Called } from '../load/keep-calling.js';
import { comparison, type Bench, type Line, type Measurement } from '../measurement.js';

/** What the permissions of readers cost. */
export const reading: Measurement = {
  name: 'reading',
  about:
    'pages of 50 cases to readers of several roles; against the same pages to the system, which is shown everything',
  async run(bench) {
    const { folder, cases } = await caseloadOf(bench, bench.scale.sizes[0] ?? 0);
    const installation = await openFolder(folder);
    try {
      const lines: Line[] = [];
      for (const asked of await askedOf(installation)) {
        lines.push(...(await measured(bench, installation, asked)).map((line) => named(line, cases)));
        bench.tell(`reading: ${asked.what}`);
      }
      return lines;
    } finally {
      await installation.close();
    }
  },
};

/** A list to a reader. The system gets the same cases by a filter, where the role has not all. */
interface Asked {
  readonly what: string;
  readonly reader: Reader;
  readonly filter: { readonly assignee?: string; readonly place?: string };
}

const system = systemReader('benchmark');
const unit = 'QAIM';
const pageLength = 50;
const target = { atLeast: 0.75 };

async function askedOf({ engine }: Installation): Promise<readonly Asked[]> {
  const search = { workflow: workflowName };
  const { cases } = await engine.queries.listCases(system, { search, limit: 1000 });
  const assignee = cases.find((one) => one.assignee !== null)?.assignee ?? 'nobody';
  return [
    { what: 'to an officer', reader: readerIn('caseOfficer', { id: assignee }), filter: { assignee } },
    { what: 'to a supervisor of a unit', reader: readerIn('supervisor', { unit }), filter: { place: unit } },
    { what: 'to an auditor, with pseudonyms', reader: readerIn('auditor'), filter: {} },
  ];
}

const readerIn = (role: string, who: { readonly id?: string; readonly unit?: string } = {}): Reader => ({
  actor: { id: 'reader', ...who, roles: [role] },
  operation: 'benchmark',
});

async function measured(
  { scale }: Bench,
  installation: Installation,
  { what, reader, filter }: Asked,
): Promise<readonly Line[]> {
  const { theirs, all } = await alternate<'theirs' | 'all', Called>(
    {
      theirs: () => keepCalling(1, scale.seconds, pages(installation, reader, filter)),
      all: () => keepCalling(1, scale.seconds, pages(installation, system, filter)),
    },
    scale.repeat,
  );
  const rates = (side: readonly Called[]) => side.map(({ perSecond }) => perSecond);
  return [
    comparison({
      ...{ what: `lists of 50 ${what}`, unit: '/s', measured: rates(theirs), target },
      beside: { what: 'to the system', measured: rates(all) },
    }),
  ];
}

/** Reads one page after the other, and starts again after the last. */
function pages({ engine }: Installation, reader: Reader, filter: Asked['filter']): () => Promise<unknown> {
  let after: CaseCursor | undefined;
  return async () => {
    const search = { workflow: workflowName, ...filter };
    const page = await engine.queries.listCases(reader, { search, limit: pageLength, after });
    after = page.next ?? undefined;
    return page;
  };
}

const named = (line: Line, cases: number): Line => ({ ...line, what: `${line.what}, ${cases} cases` });
