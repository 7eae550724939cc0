/** "Safe", and a number of ours: the advisory lock of the end of the log. */
export const endOfLog = [0x53616665, 1] as const;

/**
 * Appends a group in one transaction, and gives each append of it a verdict of its own. The arrays are those
 * of `group.ts`.
 *
 * Locks have one order, so two groups never wait for each other in a circle: rows that are there by name, new
 * rows by name, the end of the log (an advisory lock of the transaction). Behind that nothing waits any more. A
 * stream that is written is locked against everybody, one that is only checked against writers. Where somebody
 * else has made a row in between, what was judged may be wrong, so the whole transaction is taken back and the
 * caller repeats it.
 *
 * The settings keep the plan: every step reads few rows by an index, however small a table was when the
 * function ran first.
 */
export const appendFunction = `
CREATE FUNCTION safeconduct_events.append(
  -- one of each stream that is named: its name, whether somebody writes it, whether it may be a new one
  p_names text[], p_written boolean[], p_creates boolean[],
  -- one of each write or check: its append, its stream, what is expected, its number of events (0: a check)
  p_appends integer[], p_slots integer[], p_expected bigint[], p_counts integer[],
  -- one of each event: its write; when another store recorded it, where it is poured from there
  p_entries integer[], p_ids uuid[], p_types text[], p_versions bigint[], p_poured bigint[], p_occurred bigint[],
  p_metadata text[], p_data text[],
  OUT o_head bigint, OUT o_verdicts bigint[]
)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = safeconduct_events, pg_temp
SET lock_timeout = '5s'
SET enable_seqscan = off
SET plan_cache_mode = force_generic_plan
SET jit = off
AS $$
DECLARE
  expects_nothing CONSTANT bigint := -1;
  expects_stream CONSTANT bigint := -2;
  stream_ids bigint[];
  heads bigint[];
  old_heads bigint[];
  found_ids bigint[];
  raced boolean;
  -- by write: the event before its first one, and what its events get
  starts integer[] := array_fill(NULL::integer, ARRAY[cardinality(p_appends)]);
  first_revisions bigint[] := array_fill(NULL::bigint, ARRAY[cardinality(p_appends)]);
  first_offsets bigint[] := array_fill(NULL::bigint, ARRAY[cardinality(p_appends)]);
  -- by append: its first write, the first expectation that does not hold, its first answer
  entry integer := 1;
  first_entry integer;
  last_entry integer;
  refused integer;
  anchor integer;
  place_found bigint;
  answer bigint[];
  events_seen integer := 0;
  total bigint := 0;
  -- how much of the verdicts is there, and where they say a position and a time that are not known yet
  said integer := 0;
  told bigint;
  pending integer[] := '{}';
  before bigint;
  recorded bigint;
  place integer;
BEGIN
  -- Filled up to its greatest length first, because an array that grows is copied each time.
  o_verdicts := array_fill(0::bigint, ARRAY[3 * cardinality(p_appends)]);

  SELECT array_agg(n.id), array_agg(coalesce(n.id, nextval('stream_id'))),
    array_agg(coalesce(n.revision, -1))
  INTO found_ids, stream_ids, heads
  FROM (
    SELECT coalesce(w.id, c.id) AS id, coalesce(w.revision, c.revision) AS revision
    FROM (
      SELECT * FROM unnest(p_names, p_written) WITH ORDINALITY AS u (name, written, slot)
      ORDER BY u.name COLLATE "C"
    ) AS u
    LEFT JOIN LATERAL (
      SELECT s.id, s.revision FROM stream s WHERE s.name = u.name AND u.written FOR NO KEY UPDATE
    ) AS w ON true
    LEFT JOIN LATERAL (
      SELECT s.id, s.revision FROM stream s WHERE s.name = u.name AND NOT u.written FOR SHARE
    ) AS c ON true
    ORDER BY u.slot
  ) AS n;
  old_heads := heads;

  WHILE entry <= cardinality(p_appends) LOOP
    first_entry := entry;
    refused := NULL;
    anchor := NULL;
    answer := NULL;
    WHILE entry <= cardinality(p_appends) AND p_appends[entry] = p_appends[first_entry] LOOP
      starts[entry] := events_seen;
      events_seen := events_seen + p_counts[entry];
      IF anchor IS NULL AND p_counts[entry] > 0 AND p_expected[entry] >= expects_nothing THEN
        anchor := entry;
      END IF;
      IF refused IS NULL AND (
        (p_expected[entry] >= expects_nothing AND heads[p_slots[entry]] <> p_expected[entry])
        OR (p_expected[entry] = expects_stream AND heads[p_slots[entry]] < 0)
      ) THEN
        refused := entry;
      END IF;
      entry := entry + 1;
    END LOOP;
    last_entry := entry - 1;

    -- Where a revision is expected, a repetition is one that is refused. Elsewhere it is at the end of the stream.
    IF refused IS NOT NULL OR anchor IS NULL THEN
      anchor := coalesce(anchor, first_entry);
      SELECT e.position INTO place_found FROM event e
      WHERE e.stream_id = found_ids[p_slots[anchor]]
        AND e.event_id = p_ids[starts[anchor] + 1]
        AND e.revision = CASE
          WHEN p_expected[anchor] >= expects_nothing THEN p_expected[anchor] + 1
          ELSE heads[p_slots[anchor]] - p_counts[anchor] + 1
        END;
      IF FOUND THEN
        answer := first_answer(
          place_found - (starts[anchor] - starts[first_entry]), first_entry, last_entry, stream_ids, starts,
          p_slots, p_expected, p_counts, p_entries, p_ids);
      END IF;
    END IF;

    IF answer IS NOT NULL THEN
      FOREACH told IN ARRAY answer LOOP
        said := said + 1;
        o_verdicts[said] := told;
      END LOOP;
    ELSIF refused IS NOT NULL THEN
      o_verdicts[said + 1] := first_entry - 1 - refused;
      o_verdicts[said + 2] := heads[p_slots[refused]];
      said := said + 2;
    ELSE
      pending := pending || (said + 1);
      said := said + 2;
      FOR place IN first_entry .. last_entry LOOP
        CONTINUE WHEN p_counts[place] = 0;
        first_revisions[place] := heads[p_slots[place]] + 1;
        first_offsets[place] := total + 1;
        heads[p_slots[place]] := heads[p_slots[place]] + p_counts[place];
        total := total + p_counts[place];
        said := said + 1;
        o_verdicts[said] := heads[p_slots[place]];
      END LOOP;
      o_verdicts[pending[cardinality(pending)]] := total;
      o_verdicts[pending[cardinality(pending)] + 1] := coalesce(p_poured[events_seen], 0);
    END IF;
  END LOOP;

  IF total = 0 THEN
    SELECT coalesce(max(e.position), 0) INTO o_head FROM event e;
    RETURN;
  END IF;

  WITH wanted AS (
    SELECT n.id, n.name, n.head
    FROM unnest(p_names, p_creates, found_ids, stream_ids, heads) AS n (name, creates, found, id, head)
    WHERE n.creates AND n.found IS NULL
  ), made AS (
    INSERT INTO stream (id, name, revision)
    SELECT w.id, w.name, w.head FROM wanted w ORDER BY w.name COLLATE "C"
    ON CONFLICT (name) DO NOTHING
    RETURNING 1
  )
  SELECT (SELECT count(*) FROM wanted) > (SELECT count(*) FROM made) INTO raced;
  IF raced THEN
    RAISE EXCEPTION 'another transaction has made a stream of this one' USING ERRCODE = 'serialization_failure';
  END IF;

  UPDATE stream s SET revision = n.head
  FROM unnest(p_names, found_ids, old_heads, heads) AS n (name, found, old_head, head)
  WHERE s.name = n.name AND n.found IS NOT NULL AND n.head <> n.old_head;

  -- Whoever has this lock knows the last position until the commit, so positions are committed in their order.
  PERFORM pg_advisory_xact_lock(${endOfLog.join()});
  SELECT coalesce(max(l.position), 0), greatest(max(l.recorded_at), clock_ms(), (SELECT p.latest FROM poured p))
  INTO before, recorded
  FROM (SELECT e.position, e.recorded_at FROM event e ORDER BY e.position DESC LIMIT 1) AS l;
  o_head := before + total;

  -- Events of another store have times of its clock, which may be ahead. No later event gets an earlier time.
  INSERT INTO poured AS p (latest)
  SELECT max(t.time) FROM unnest(p_poured) AS t (time) HAVING max(t.time) IS NOT NULL
  ON CONFLICT (single) DO UPDATE SET latest = excluded.latest WHERE excluded.latest > p.latest;

  INSERT INTO event (position, stream_id, revision, schema_version, recorded_at, occurred_at,
    event_id, stream, type, metadata, data)
  SELECT before + first_offsets[e.entry] + (e.place - 1 - starts[e.entry]), stream_ids[p_slots[e.entry]],
    first_revisions[e.entry] + (e.place - 1 - starts[e.entry]), e.version,
    coalesce(e.poured, recorded), coalesce(e.occurred, e.poured, recorded), e.id, p_names[p_slots[e.entry]], e.type, e.metadata, e.data
  FROM unnest(p_entries, p_ids, p_types, p_versions, p_poured, p_occurred, p_metadata, p_data)
    WITH ORDINALITY AS e (entry, id, type, version, poured, occurred, metadata, data, place)
  WHERE first_revisions[e.entry] IS NOT NULL;

  FOREACH place IN ARRAY pending LOOP
    o_verdicts[place] := before + o_verdicts[place];
    -- An event of the past keeps its time; the verdict has that of the last event.
    o_verdicts[place + 1] := coalesce(nullif(o_verdicts[place + 1], 0), recorded);
  END LOOP;
END
$$;

-- The first answer of an append, if its events are in the log as neighbours from a position on, at the revisions
-- that it expects: position, time, and the last revision of each stream.
CREATE FUNCTION safeconduct_events.first_answer(
  first_position bigint, first_entry integer, last_entry integer, stream_ids bigint[], starts integer[],
  p_slots integer[], p_expected bigint[], p_counts integer[], p_entries integer[], p_ids uuid[]
) RETURNS bigint[] LANGUAGE plpgsql STABLE
SET search_path = safeconduct_events, pg_temp
SET enable_seqscan = off
SET jit = off
AS $$
DECLARE
  first_event integer := starts[first_entry] + 1;
  last_event integer := starts[first_entry];
  answer bigint[];
  found_events integer;
  revision_found bigint;
BEGIN
  FOR place IN first_entry .. last_entry LOOP
    last_event := last_event + p_counts[place];
  END LOOP;

  SELECT count(*), ARRAY[max(e.position), max(e.recorded_at)] INTO found_events, answer
  FROM generate_series(first_event, last_event) AS n
  JOIN event e ON e.position = first_position + (n - first_event)
  WHERE e.event_id = p_ids[n]
    AND e.stream_id = stream_ids[p_slots[p_entries[n]]]
    AND (p_expected[p_entries[n]] < -1
      OR e.revision = p_expected[p_entries[n]] + (n - starts[p_entries[n]]));
  IF found_events <> last_event - first_event + 1 THEN
    RETURN NULL;
  END IF;

  FOR place IN first_entry .. last_entry LOOP
    CONTINUE WHEN p_counts[place] = 0;
    SELECT e.revision INTO revision_found FROM event e
    WHERE e.position = first_position + (starts[place] + p_counts[place] - first_event);
    answer := answer || revision_found;
  END LOOP;
  RETURN answer;
END
$$;
`;
