import type { MigrationSet } from '../migrate.js';
import { appendFunction } from './append-function.js';

/**
 * `stream` has a row for each stream, which is what an append locks. A row with revision -1 belongs to a
 * stream without events: an append checked that it is not there, so something had to be locked for it.
 *
 * No row counts the events: it would have a dead version for each append, and while a backup or anybody else has
 * an old snapshot, those would stay and every append would have to pass over all of them.
 *
 * `event` has the name of its stream for readers, and the number of its stream for the index: names lie all
 * over an index, and numbers of one time lie together.
 */
const tables = `
CREATE SEQUENCE safeconduct_events.stream_id;

CREATE TABLE safeconduct_events.stream (
  name text COLLATE "C" PRIMARY KEY,
  id bigint NOT NULL,
  revision bigint NOT NULL
) WITH (fillfactor = 80);

CREATE TABLE safeconduct_events.event (
  position bigint PRIMARY KEY,
  stream_id bigint NOT NULL,
  revision bigint NOT NULL,
  schema_version bigint NOT NULL,
  recorded_at bigint NOT NULL,
  occurred_at bigint NOT NULL,
  event_id uuid NOT NULL,
  stream text COLLATE "C" NOT NULL,
  type text COLLATE "C" NOT NULL,
  metadata text COLLATE "C" NOT NULL,
  data text COLLATE "C" NOT NULL,
  UNIQUE (stream_id, revision)
);

CREATE TABLE safeconduct_events.meta (
  name text COLLATE "C" PRIMARY KEY,
  value text COLLATE "C" NOT NULL
);
`;

/** Recorded events cannot be changed, also by the role that owns the table. */
const guards = `
CREATE FUNCTION safeconduct_events.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a recorded % is never changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER event_is_never_changed
  BEFORE UPDATE OR DELETE OR TRUNCATE ON safeconduct_events.event
  FOR EACH STATEMENT EXECUTE FUNCTION safeconduct_events.refuse_change();

CREATE TRIGGER meta_is_never_changed
  BEFORE UPDATE OR DELETE OR TRUNCATE ON safeconduct_events.meta
  FOR EACH STATEMENT EXECUTE FUNCTION safeconduct_events.refuse_change();
`;

/**
 * The application calls these functions, which run with the rights of the owner. So it needs no right to
 * write a table.
 */
const functions = `
CREATE FUNCTION safeconduct_events.clock_ms() RETURNS bigint LANGUAGE sql VOLATILE AS $$
  SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint
$$;

CREATE FUNCTION safeconduct_events.keep_meta(p_name text, p_value text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = safeconduct_events, pg_temp SET lock_timeout = '5s' AS $$
DECLARE
  kept text;
BEGIN
  INSERT INTO meta (name, value) VALUES (p_name, p_value) ON CONFLICT DO NOTHING;
  SELECT value INTO kept FROM meta WHERE name = p_name;
  RETURN kept;
END
$$;

${appendFunction}

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA safeconduct_events FROM PUBLIC;
`;

/**
 * The schema of the log. Later releases add steps at the end. While servers of the release before are still at
 * work they go on calling its functions, so a step leaves those, and takes the right to call its own from
 * everybody (`PUBLIC`).
 */
export const eventsSchema: MigrationSet = {
  schema: 'safeconduct_events',
  migrations: [{ name: 'log', sql: `${tables}${guards}${functions}` }],
};
