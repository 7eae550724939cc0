import type { MigrationSet } from '../migrate.js';

/** A row has either wrapped keys or the time at which they were destroyed. */
const tables = `
CREATE TABLE safeconduct_keys.subject_key (
  subject text COLLATE "C" PRIMARY KEY,
  key_id text NOT NULL,
  master_id text,
  wrapped bytea,
  destroyed_at text,
  CHECK ((wrapped IS NULL) = (master_id IS NULL) AND (wrapped IS NULL) <> (destroyed_at IS NULL))
);

CREATE TABLE safeconduct_keys.root (
  master_id text PRIMARY KEY,
  wrapped bytea NOT NULL
);

CREATE TABLE safeconduct_keys.store (
  is_the_one boolean PRIMARY KEY DEFAULT true CHECK (is_the_one),
  id text NOT NULL
);
`;

export const keysSchema: MigrationSet = {
  schema: 'safeconduct_keys',
  migrations: [{ name: 'keys', sql: tables }],
};
