import { viewStoreContract } from '@safeconduct/engine/testing';
import { openMemoryViews, openSqliteViews } from './sqlite-views.js';

viewStoreContract('sqlite', {
  open: ({ folder }) => openSqliteViews({ folder, mode: 'write' }),
  durable: true,
});

viewStoreContract('sqlite in memory', {
  open: () => openMemoryViews(),
  durable: false,
});
