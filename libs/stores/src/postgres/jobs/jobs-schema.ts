import type { MigrationSet } from '../migrate.js';

/**
 * A content is a file in chunks: that of a job, or its rejected rows. It belongs to a job once the job names it, and
 * has a length once it is whole. Jobs are run in the order of `accepted`.
 */
const tables = `
CREATE TABLE safeconduct_jobs.content (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  begun_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  length bigint
);

CREATE TABLE safeconduct_jobs.chunk (
  content bigint NOT NULL REFERENCES safeconduct_jobs.content ON DELETE CASCADE,
  number integer NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (content, number)
);

CREATE TABLE safeconduct_jobs.job (
  id text COLLATE "C" PRIMARY KEY,
  accepted bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  version bigint NOT NULL,
  is_open boolean NOT NULL,
  record text NOT NULL,
  file bigint NOT NULL UNIQUE REFERENCES safeconduct_jobs.content,
  rejected bigint UNIQUE REFERENCES safeconduct_jobs.content
);

CREATE INDEX job_open ON safeconduct_jobs.job (accepted) WHERE is_open;

CREATE TABLE safeconduct_jobs.lease (
  name text COLLATE "C" PRIMARY KEY,
  epoch bigint NOT NULL,
  holder text,
  held_until timestamptz NOT NULL
);
`;

/** The file of a job is removed once nobody needs it. */
const filesEnd = `
ALTER TABLE safeconduct_jobs.job ALTER COLUMN file DROP NOT NULL;
`;

export const jobsSchema: MigrationSet = {
  schema: 'safeconduct_jobs',
  migrations: [
    { name: 'jobs', sql: tables },
    { name: 'job files end', sql: filesEnd },
  ],
};
