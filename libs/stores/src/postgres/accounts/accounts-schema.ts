import type { MigrationSet } from '../migrate.js';

const tables = `
CREATE TABLE safeconduct_accounts.record (
  kind text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  person text COLLATE "C",
  body text NOT NULL,
  ends_at_ms bigint,
  version integer NOT NULL,
  PRIMARY KEY (kind, id)
);
CREATE INDEX record_person ON safeconduct_accounts.record (kind, person);
CREATE INDEX record_end ON safeconduct_accounts.record (ends_at_ms) WHERE ends_at_ms IS NOT NULL
`;

export const accountsSchema: MigrationSet = {
  schema: 'safeconduct_accounts',
  migrations: [{ name: 'accounts', sql: tables }],
};
