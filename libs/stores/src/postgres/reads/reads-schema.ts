import { readBlockLength } from '../../read-blocks.js';
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

const kept = `
  SELECT number, entry ->> 'operation' AS operation,
    '[' || concat_ws(',', entry -> 'actor', entry -> 'unit', entry -> 'operation', entry -> 'purposes',
      entry -> 'classes', (entry ->> 'breakGlass' IS NOT NULL)::text) || ']' AS kind
  FROM (SELECT number, text::json AS entry FROM safeconduct_reads.read) AS entries`;

/**
 * What entries are counted by: the kinds that there are, which of them each entry has, and how many there are in each block of
 * ${readBlockLength} entries. A kind is the text that the engine makes of an entry; a term the first 64 bits of its hash.
 */
const counts = `
CREATE TABLE safeconduct_reads.kind (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  text text COLLATE "C" NOT NULL UNIQUE,
  entries bigint NOT NULL
);

CREATE TABLE safeconduct_reads.kind_count (
  block bigint NOT NULL,
  kind integer NOT NULL,
  entries bigint NOT NULL,
  PRIMARY KEY (block, kind)
);

ALTER TABLE safeconduct_reads.read ADD COLUMN kind integer;

INSERT INTO safeconduct_reads.kind (text, entries) SELECT kind, count(*) FROM (${kept}) AS kept GROUP BY kind;

UPDATE safeconduct_reads.read SET kind = kind.id, terms = terms ||
    ('x' || encode(substr(sha256(('operation:' || operation)::bytea), 1, 8), 'hex'))::bit(64)::bigint
  FROM (${kept}) AS kept JOIN safeconduct_reads.kind ON kind.text = kept.kind
  WHERE kept.number = read.number;

INSERT INTO safeconduct_reads.kind_count
  SELECT number / ${readBlockLength}, kind, count(*) FROM safeconduct_reads.read GROUP BY 1, 2;

ALTER TABLE safeconduct_reads.read ALTER COLUMN kind SET NOT NULL;
`;

export const readsSchema: MigrationSet = {
  schema: 'safeconduct_reads',
  migrations: [
    { name: 'reads', sql: tables },
    { name: 'kinds of reads', sql: counts },
  ],
};
