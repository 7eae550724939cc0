/** One operation of one process on one stream; the stream is seen as an append-only list of event ids. */
export type Observation =
  | {
      readonly kind: 'read';
      readonly stream: string;
      readonly begun: number;
      readonly ended: number;
      readonly seen: readonly string[];
    }
  | {
      readonly kind: 'append';
      readonly stream: string;
      readonly begun: number;
      readonly ended: number;
      readonly eventId: string;
      /** The list after which it was appended. */
      readonly seen: readonly string[];
      /** `unknown` when the process died before it was answered; then `ended` is later than anything. */
      readonly accepted: boolean | 'unknown';
    };

type Lists = ReadonlyMap<string, readonly string[]>;

/**
 * Checks recorded histories as Elle's model `list-append` does for single lists, with our own code: every
 * read is a prefix of the final list; an accepted append is in the list once, at its expected index; a
 * refused append is not in it; an append of a process that died may be in it or not; and no operation sees
 * less than was answered before it began (strict serializability per stream).
 * @returns what is wrong, in words
 */
export function checkHistories(observations: readonly Observation[], final: Lists): readonly string[] {
  const byEnd = [...observations].sort((left, right) => left.ended - right.ended);
  return observations.flatMap((observation) => [
    ...prefixProblems(observation, final),
    ...placeProblems(observation, final),
    ...recencyProblems(observation, byEnd),
  ]);
}

const listOf = (final: Lists, stream: string): readonly string[] => final.get(stream) ?? [];

function prefixProblems({ stream, seen }: Observation, final: Lists): readonly string[] {
  const list = listOf(final, stream);
  return seen.every((id, index) => list[index] === id)
    ? []
    : [`${stream}: a read is no prefix of the final list`];
}

function placeProblems(observation: Observation, final: Lists): readonly string[] {
  if (observation.kind === 'read') return [];
  const { stream, eventId, seen, accepted } = observation;
  const list = listOf(final, stream);
  const indexes = list.flatMap((id, index) => (id === eventId ? [index] : []));
  const expected = accepted === true ? [seen.length] : [];
  const isThere = indexes.join() === String(seen.length);
  return indexes.join() === expected.join() || (accepted === 'unknown' && isThere)
    ? []
    : [`${stream}: ${eventId} stands at ${indexes.join()}, not ${expected.join()}`];
}

/** An operation must see everything that was answered before it began. */
function recencyProblems(observation: Observation, byEnd: readonly Observation[]): readonly string[] {
  if (observation.kind === 'append') return [];
  const known = Math.max(
    0,
    ...byEnd
      .filter(({ stream, ended }) => stream === observation.stream && ended < observation.begun)
      .map(
        (earlier) => earlier.seen.length + (earlier.kind === 'append' && earlier.accepted === true ? 1 : 0),
      ),
  );
  return observation.seen.length >= known
    ? []
    : [`${observation.stream}: ${observation.seen.length} events seen where ${known} were known before`];
}
