import type { MigrationSet } from '../migrate.js';

/**
 * The terms of an entry are the first 64 bits of their hashes. The index is one of words: a list of many cases is one entry
 * in it until the database merges it.
 */
const tables = `
CREATE TABLE safeconduct_reads.read (
  number bigint PRIMARY KEY,
  at text COLLATE "C" NOT NULL,
  text text NOT NULL,
  hash text NOT NULL,
  terms bigint[] NOT NULL
);

CREATE INDEX read_at ON safeconduct_reads.read (at);
CREATE INDEX read_terms ON safeconduct_reads.read USING gin (terms);

CREATE TABLE safeconduct_reads.head (
  is_the_one boolean PRIMARY KEY DEFAULT true CHECK (is_the_one),
  number bigint NOT NULL,
  at text NOT NULL,
  hash text NOT NULL
);
`;

export const readsSchema: MigrationSet = {
  schema: 'safeconduct_reads',
  migrations: [{ name: 'reads', sql: tables }],
};
