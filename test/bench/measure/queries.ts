import { alternate } from '../alternate.js';
import { caseloadOf, type Caseload } from '../caseload/caseload.js';
import { Child } from '../child.js';
import { figure, type Bench, type Line, type Measurement } from '../measurement.js';
import { queryNames, type ProbeRequest, type QueryCosts, type QueryName } from '../probe/probe-request.js';
import type { Target } from '../statistics.js';

/** The cost of queries in caseloads of different sizes. */
export const queries: Measurement = {
  name: 'queries',
  about:
    'pages of 50 cases, case files and the ledger at random past moments in caseloads of different ' +
    'sizes: the time within which 95 of 100 are answered',
  async run(bench) {
    const lines: Line[] = [];
    for (const cases of bench.scale.sizes) {
      lines.push(...(await probe(bench, await caseloadOf(bench, cases))));
      bench.tell(`queries: ${cases} cases`);
    }
    return lines;
  },
};

async function probe({ scale }: Bench, { folder, cases }: Caseload): Promise<readonly Line[]> {
  const child = new Child(new URL('../probe/probe.ts', import.meta.url));
  const request: ProbeRequest = { kind: 'queries', folder, cases, samples: scale.samples };
  try {
    const { costs } = await alternate({ costs: () => child.ask<QueryCosts>(request) }, scale.repeat);
    return queryNames.map((name) =>
      figure(
        `${name}, ${cases} cases`,
        'ms',
        costs.map((one) => one[name]),
        targetOf(name),
      ),
    );
  } finally {
    await child.stop();
  }
}

function targetOf(name: QueryName): Target {
  if (name.startsWith('list')) return { atMost: 20 };
  if (name.startsWith('search')) return { atMost: 50 };
  if (name.startsWith('facets') || name.startsWith('numbers')) return { atMost: 200 };
  return { atMost: name.startsWith('ledger') ? 100 : 5 };
}
