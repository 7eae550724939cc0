import { afterAll } from '@jest/globals';
import { caseListContract, viewQueriesContract, type ViewQueriesAdapter } from '@safeconduct/engine/testing';
import { openMemoryEvents } from '../../memory/memory-events.js';
import { ViewsOfTests } from '../testing/views-of-tests.js';
import type { PostgresViewsOptions } from '../views/postgres-views.js';

const tests = new ViewsOfTests();
afterAll(() => tests.stop());

const inPostgres = (
  share: number,
  limits: NonNullable<PostgresViewsOptions['limits']> = {},
): ViewQueriesAdapter => ({
  share,
  ...limits,
  // A log with gaps, in which every stream has a clock of its own.
  openEvents: ({ clock }) => openMemoryEvents({ clock, positions: 'sparse' }),
  openViews: () => tests.fresh({ limits }),
});

viewQueriesContract('postgres', inPostgres(0.2));

// Lists with many and with few matching cases are computed in different ways.
caseListContract('postgres, where no case is a candidate', inPostgres(0.1, { candidatesMax: 0 }));
caseListContract(
  'postgres, where a few cases are many',
  inPostgres(0.1, { candidatesMax: 30, countedMax: 40 }),
);
