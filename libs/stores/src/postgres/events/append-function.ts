/**
 * Appends a group in one transaction, and gives each append of it a verdict of its own. The arrays are those
 * of `group.ts`.
 *
 * Locks have one order, so two groups never wait for each other: rows of new streams by name, rows of all
 * named streams by name, the counter. Behind the counter nothing waits any more. A stream that is written is
 * locked against everybody, one that is only checked against writers.
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
  -- one of each event: its write
  p_entries integer[], p_ids uuid[], p_types text[], p_versions bigint[], p_occurred bigint[],
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
  answer bigint[];
  events_seen integer := 0;
  total bigint := 0;
  -- by append: where its verdict says a position and a time that are not known yet
  pending integer[] := '{}';
  before bigint;
  recorded bigint;
  place integer;
BEGIN
  IF true = ANY (p_creates) THEN
    INSERT INTO stream (name, revision)
    SELECT n.name, -1 FROM unnest(p_names, p_creates) AS n (name, creates)
    WHERE n.creates ORDER BY n.name COLLATE "C"
    ON CONFLICT (name) DO NOTHING;
  END IF;

  IF false = ANY (p_written) THEN
    FOR place IN
      SELECT n.slot FROM unnest(p_names) WITH ORDINALITY AS n (name, slot) ORDER BY n.name COLLATE "C"
    LOOP
      IF p_written[place] THEN
        PERFORM FROM stream s WHERE s.name = p_names[place] FOR NO KEY UPDATE;
      ELSE
        PERFORM FROM stream s WHERE s.name = p_names[place] FOR SHARE;
      END IF;
    END LOOP;
  ELSE
    PERFORM FROM stream s WHERE s.name = ANY (p_names) ORDER BY s.name FOR NO KEY UPDATE;
  END IF;

  -- A new statement sees what was committed while this transaction waited for a lock.
  SELECT array_agg(s.id ORDER BY n.slot), array_agg(coalesce(s.revision, -1) ORDER BY n.slot)
  INTO stream_ids, heads
  FROM unnest(p_names) WITH ORDINALITY AS n (name, slot) LEFT JOIN stream s ON s.name = n.name;

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
      answer := first_answer(
        first_entry, last_entry, coalesce(anchor, first_entry), stream_ids, heads, starts,
        p_slots, p_expected, p_counts, p_entries, p_ids);
    END IF;

    IF answer IS NOT NULL THEN
      o_verdicts := o_verdicts || answer;
    ELSIF refused IS NOT NULL THEN
      o_verdicts := o_verdicts || ARRAY[first_entry - 1 - refused, heads[p_slots[refused]]];
    ELSE
      pending := pending || coalesce(cardinality(o_verdicts), 0) + 1;
      o_verdicts := o_verdicts || ARRAY[0, 0]::bigint[];
      FOR place IN first_entry .. last_entry LOOP
        CONTINUE WHEN p_counts[place] = 0;
        first_revisions[place] := heads[p_slots[place]] + 1;
        first_offsets[place] := total + 1;
        heads[p_slots[place]] := heads[p_slots[place]] + p_counts[place];
        total := total + p_counts[place];
        o_verdicts := o_verdicts || heads[p_slots[place]];
      END LOOP;
      o_verdicts[pending[cardinality(pending)]] := total;
    END IF;
  END LOOP;

  IF total = 0 THEN
    SELECT c.position INTO o_head FROM counter c;
    RETURN;
  END IF;

  UPDATE stream s SET revision = n.head
  FROM unnest(stream_ids, heads) AS n (id, head)
  WHERE s.id = n.id AND s.revision <> n.head;

  UPDATE counter c
  SET position = c.position + total, recorded_at = greatest(c.recorded_at, clock_ms())
  WHERE c.single
  RETURNING c.position, c.recorded_at INTO o_head, recorded;
  before := o_head - total;

  INSERT INTO event (position, stream_id, revision, schema_version, recorded_at, occurred_at,
    event_id, stream, type, metadata, data)
  SELECT before + first_offsets[e.entry] + (e.place - 1 - starts[e.entry]), stream_ids[p_slots[e.entry]],
    first_revisions[e.entry] + (e.place - 1 - starts[e.entry]), e.version, recorded,
    coalesce(e.occurred, recorded), e.id, p_names[p_slots[e.entry]], e.type, e.metadata, e.data
  FROM unnest(p_entries, p_ids, p_types, p_versions, p_occurred, p_metadata, p_data)
    WITH ORDINALITY AS e (entry, id, type, version, occurred, metadata, data, place)
  WHERE first_revisions[e.entry] IS NOT NULL;

  FOREACH place IN ARRAY pending LOOP
    o_verdicts[place] := before + o_verdicts[place];
    o_verdicts[place + 1] := recorded;
  END LOOP;
END
$$;

-- The first answer of an append, if its events are in the log as neighbours, at the revisions that it expects:
-- position, time, and the last revision of each stream. The anchor is the write that says where to look.
CREATE FUNCTION safeconduct_events.first_answer(
  first_entry integer, last_entry integer, anchor integer, stream_ids bigint[], heads bigint[], starts integer[],
  p_slots integer[], p_expected bigint[], p_counts integer[], p_entries integer[], p_ids uuid[]
) RETURNS bigint[] LANGUAGE plpgsql STABLE
SET search_path = safeconduct_events, pg_temp
SET enable_seqscan = off
SET jit = off
AS $$
DECLARE
  first_event integer := starts[first_entry] + 1;
  last_event integer;
  first_position bigint;
  answer bigint[];
  found_events integer;
  revision_found bigint;
BEGIN
  SELECT max(starts[n] + p_counts[n]) INTO last_event FROM generate_series(first_entry, last_entry) AS n;

  SELECT e.position - (starts[anchor] - starts[first_entry]) INTO first_position
  FROM event e
  WHERE e.stream_id = stream_ids[p_slots[anchor]]
    AND e.revision = CASE
      WHEN p_expected[anchor] >= -1 THEN p_expected[anchor] + 1
      ELSE heads[p_slots[anchor]] - p_counts[anchor] + 1
    END;
  IF first_position IS NULL THEN
    RETURN NULL;
  END IF;

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
