import { viewStoreContract } from '@safeconduct/engine/testing';
import { openSqliteViews } from './sqlite-views.js';

viewStoreContract('sqlite', {
  open: ({ folder }) => openSqliteViews({ folder, mode: 'write' }),
  durable: true,
});

viewStoreContract('sqlite in memory', {
  open: () => openSqliteViews({ folder: ':memory:', mode: 'write' }),
  durable: false,
});
