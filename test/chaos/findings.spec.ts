import { describe, expect, it } from '@jest/globals';
import { compare, type Findings } from './findings.js';
import { LogOnDisk, type EventRow } from './log-on-disk.js';
import { Promised, type Acknowledged, type Intent } from './promised.js';

const row = (position: number, more: Partial<EventRow> = {}): EventRow => ({
  position,
  stream: 'case-a',
  revision: position - 1,
  id: `id-${position}`,
  type: 'Noted',
  recordedAt: position,
  metadata: JSON.stringify({ command: 'Note', commandId: `key-${position}` }),
  data: `{"text":"tok-${position}"}`,
  ...more,
});

const acknowledged = (position: number, more: Partial<Acknowledged> = {}): Acknowledged => ({
  key: `key-${position}`,
  command: 'Note',
  caseId: 'a',
  revision: position - 1,
  position,
  events: 1,
  repeated: false,
  ...more,
});

const three = [row(1), row(2), row(3)];

/** The findings for these acknowledged commands and this log. */
function found(
  promises: (promised: Promised) => void,
  ...readings: readonly (readonly EventRow[])[]
): Findings {
  const [promised, log] = [new Promised(), new LogOnDisk()];
  promises(promised);
  for (const rows of readings) log.take(rows);
  return compare(promised, log);
}

const all = (promised: Promised) => {
  for (const position of [1, 2, 3]) promised.acknowledge(acknowledged(position));
};

describe('what the chaos run finds', () => {
  it('is nothing where the log has what was promised', () => {
    expect(found(all, three)).toEqual({ lost: 0, doubled: 0, problems: [] });
  });

  it('is an acknowledged command that is not there', () => {
    expect(found(all, [row(1), row(2)])).toMatchObject({
      lost: 1,
      problems: [expect.stringContaining('key-3')],
    });
  });

  it('is one that was there and is gone, or another one', () => {
    expect(found(all, three, [row(3, { data: '{}' })])).toMatchObject({ lost: 1 });
    expect(found(all, three, [])).toMatchObject({ lost: 1 });
  });

  it.each([
    ['command', { metadata: three[0]?.metadata ?? '' }],
    ['event id', { id: 'id-1' }],
    ['word', { data: '{"text":"tok-1"}' }],
  ])('is a %s that is there twice', (_, same) => {
    const twice = found(() => {}, [...three, row(4, same)]);
    expect(twice.doubled).toBe(1);
    expect(twice.problems).not.toEqual([]);
  });

  it.each([
    ['a position that is left out', [row(1), row(3, { revision: 1 })]],
    ['a revision that is left out', [row(1), row(2, { revision: 2 })]],
    ['a clock that goes back', [row(1), row(2, { recordedAt: 0 })]],
  ])('is %s', (_, rows) => {
    expect(found(() => {}, rows).problems).toHaveLength(1);
  });

  it.each<[string, (promised: Promised) => void]>([
    [
      'acknowledged elsewhere',
      (promised) => {
        promised.acknowledge(acknowledged(2, { position: 3 }));
      },
    ],
    [
      'refused',
      (promised) => {
        promised.refuse('key-2', 'WRONG_STATE');
      },
    ],
    [
      'answered as new although it was there',
      (promised) => {
        promised.lose('key-2');
        promised.lookUp(() => true);
        promised.acknowledge(acknowledged(2));
      },
    ],
    [
      'answered as repeated although it was not',
      (promised) => {
        promised.acknowledge(acknowledged(2, { repeated: true }));
      },
    ],
  ])('is a command in the log that was %s', (_, promises) => {
    expect(found(promises, three).problems).not.toEqual([]);
  });

  it('is a command without an answer of which only some events are there', () => {
    const rows = [row(1), row(2, { metadata: row(1).metadata }), row(3)];
    const { problems } = found((promised) => {
      promised.acknowledge(acknowledged(1, { revision: 1, position: 2, events: 2 }));
      promised.sent({ key: 'key-3', command: 'Note' } as Intent);
    }, rows);
    expect(problems).toEqual(['Note key-3 is in the log with 1 of 2 events']);
  });
});
