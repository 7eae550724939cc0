import { afterAll } from '@jest/globals';
import { caseListContract, viewQueriesContract, type ViewQueriesAdapter } from '@safeconduct/engine/testing';
import { openMemoryEvents } from '../../memory/memory-events.js';
import { ViewsOfTests } from '../testing/views-of-tests.js';
import type { PostgresViewsOptions } from '../views/postgres-views.js';

const tests = new ViewsOfTests();
afterAll(() => tests.stop());

const inPostgres = (
  options: Pick<PostgresViewsOptions, 'candidatesMax'> & Pick<ViewQueriesAdapter, 'share'>,
): ViewQueriesAdapter => ({
  ...options,
  // A log with gaps, in which every stream has a clock of its own.
  openEvents: ({ clock }) => openMemoryEvents({ clock, positions: 'sparse' }),
  openViews: () => tests.fresh(options),
});

viewQueriesContract('postgres', inPostgres({ share: 0.2 }));

// Lists with many and with few matching cases are computed in different ways.
caseListContract('postgres, where no case is a candidate', inPostgres({ candidatesMax: 0, share: 0.1 }));
caseListContract('postgres, where a few cases are many', inPostgres({ candidatesMax: 30, share: 0.1 }));
