import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createEngine, eventStoreWith, logStart } from '@safeconduct/engine';
import { countingIds, fixedClock, fixedKeyRing, testReader } from '@safeconduct/engine/testing';
import { openMemoryEvents, prefixIdentity } from '@safeconduct/stores';
import { namedActor } from '@safeconduct/workflow/testing';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { officerCase } from '../../../../workflows/officer-case/index.js';
import { template } from '../../../../workflows/_template/index.js';
import { bulkImport } from './bulk-import.js';
import { commandFiles } from './command-files.js';

const start = '2025-03-01T08:00:00.000Z';
const identity = prefixIdentity([template]);
const sender = { id: 'sys-import', mayForOthers: true, reader: testReader };
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bulk-import-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

// A workflow in which a note goes before other commands, as a withdrawal does in a real one.
const urgentNotes = {
  ...template,
  commands: new Map(
    [...template.commands].map(([name, command]) =>
      name === 'AddNote' ? [name, { ...command, alwaysHeard: true as const }] : [name, command],
    ),
  ),
};

const csvHead =
  'registrationNo,by,occurredAt,nameArabic,nameLatin,birthDate,serviceCategory,crossingPoint,crossedAt,language';
const person = 'ا,A,1979,officer,AL_QAIM';
const jsonRows = (occurredAt: string, crossedAt: string, more: object) =>
  [
    {
      ...{ registrationNo: 'Z-1', by: 'intake-1', occurredAt },
      data: {
        ...{ language: 'ar', crossedAt, crossingPoint: ' AL_QAIM ', serviceCategory: 'officer' },
        ...{ birthDate: '1979', nameLatin: 'A', nameArabic: 'ا' },
      },
    },
    {
      ...{ command: 'StateIntention', registrationNo: 'z\u20111', by: 'co-1', occurredAt, ...more },
      data: { intention: 'return' },
    },
  ]
    .map((row) => JSON.stringify(row))
    .join('\n');

/** Two commands, or one of them twice, in each file; the first file has them as they are usually written. */
const writtenDifferently: readonly (readonly [string, string])[] = [
  ['1-RegisterEntry.jsonl', jsonRows('2025-01-02T10:00:00+03:00', '2025-01-02T09:00:00+03:00', {})],
  [
    '2-RegisterEntry.jsonl',
    jsonRows('2025-01-02T07:00:00Z', '2025-01-02T06:00:00Z', { onBehalfOf: 'subject' }),
  ],
  [
    '3-RegisterEntry.jsonl',
    jsonRows('2025-01-02T10:00+03:00', '2025-01-02T06:00Z', { onBehalfOf: ' Subject' }),
  ],
  ['4-RegisterEntry.jsonl', jsonRows('2025-01-02T10:00:00.000+03:00', '2025-01-02T09:00:00.0+03:00', {})],
  [
    '5-RegisterEntry.csv',
    `${csvHead}\nz-1,intake-1,2025-01-02T07:00:00.000Z,${person},2025-01-02T12:00:00+06:00,ar\n` +
      `Z\u20131 ,INTAKE\u20121,٢٠٢٥-٠١-٠٢T07:00Z, ${person} ,2025-01-02T06:00:00Z, ar`,
  ],
];

describe('a bulk import', () => {
  it('records its sender with every event and refusal; a row that is sent again by another one keeps the first', async () => {
    const clock = fixedClock(start);
    const events = openMemoryEvents({ clock });
    const engine = createEngine({ events, keys: fixedKeyRing(), clock, ids: countingIds() }, [template]);
    const file = join(folder, '01-OpenRequest.csv');
    writeFileSync(file, 'requestNo,by,name,nameArabic\nR-1,clerk-1,A,\u0627\nR-2,head-1,B,\u0628');
    const importAs = async (id: string) =>
      bulkImport(
        { engine, identity, workflow: template, sender: { id, mayForOthers: true, reader: testReader } },
        await commandFiles([file]),
        {
          fallbackFolder: folder,
          keepRejected: false,
          tell: () => {},
        },
      );
    expect(await importAs('sys-import')).toMatchObject({ accepted: 1, rejected: 1 });
    expect(await importAs('key-1')).toMatchObject({ accepted: 0, alreadyThere: 1, rejected: 1 });
    const recorded = await events.readAll({ after: logStart, limit: 10 });
    expect(recorded.map(({ type, metadata }) => [type, metadata])).toEqual([
      ['RequestOpened', expect.objectContaining({ actor: 'clerk-1', importedBy: 'sys-import' })],
      ['CommandRefused', expect.objectContaining({ actor: 'head-1', importedBy: 'sys-import' })],
    ]);
  });

  it.each([
    ['by another person', { by: 'clerk-2' }, 'NOT_PERMITTED'],
    ['confirmed by another person', { by: 'clerk-1', confirmedBy: 'head-1' }, 'NOT_PERMITTED'],
    ['by the sender, however the id is written', { by: ' CLERK\u20111' }, undefined],
  ])('without the permission to import for others answers a row %s', async (_, persons, code) => {
    const clock = fixedClock(start);
    const events = openMemoryEvents({ clock });
    const engine = createEngine({ events, keys: fixedKeyRing(), clock, ids: countingIds() }, [template]);
    const file = join(folder, '01-OpenRequest.jsonl');
    writeFileSync(
      file,
      JSON.stringify({ requestNo: 'R-1', ...persons, data: { name: 'A', nameArabic: '\u0627' } }),
    );
    const ports = {
      engine,
      identity,
      workflow: template,
      sender: { id: 'clerk-1', mayForOthers: false, reader: testReader },
    };
    const summary = await bulkImport(ports, await commandFiles([file]), {
      fallbackFolder: folder,
      keepRejected: false,
      tell: () => {},
    });
    expect(summary.rejectedByCode).toEqual(code === undefined ? {} : { [code]: 1 });
    expect(await events.head()).toBe(code === undefined ? 1n : 0n);
  });

  it('sends the rows of a case in their order, also commands that elsewhere go before others', async () => {
    const rows = [
      { command: 'OpenRequest', requestNo: 'R-1', by: 'clerk-1', data: { name: 'A', nameArabic: 'ا' } },
      {
        command: 'GrantRequest',
        requestNo: 'R-1',
        by: 'clerk-1',
        confirmedBy: 'head-1',
        data: { decisionNo: 'D' },
      },
      { command: 'AddNote', requestNo: 'R-1', by: 'clerk-1', data: { note: 'after it' } },
    ];
    const file = join(folder, '01-OpenRequest.jsonl');
    writeFileSync(file, rows.map((row) => JSON.stringify(row)).join('\n'));
    const clock = fixedClock(start);
    const keys = fixedKeyRing();
    const store = openMemoryEvents({ clock });
    // Commits take a while, so that the later rows of the case wait behind its first one.
    const append: typeof store.append = async (writes) => {
      await sleep(20);
      return store.append(writes);
    };
    const ports = { events: eventStoreWith(store, { append }), keys, clock, ids: countingIds() };
    const engine = createEngine(ports, [urgentNotes]);
    await bulkImport({ engine, identity, workflow: urgentNotes, sender }, await commandFiles([file]), {
      fallbackFolder: folder,
      keepRejected: false,
      tell: () => {},
    });
    const history = await engine.queries.history(testReader, {
      caseId: (await engine.queries.findCase(testReader, { reference: 'R-1' })) ?? '',
    });
    expect(history.map(({ fact }) => fact.type)).toEqual(['RequestOpened', 'RequestGranted', 'NoteAdded']);
  });

  it('records a row once, however it is written: zones, spaces, defaults, capitals, order, format', async () => {
    const [clock, keys, ids] = [fixedClock(start), fixedKeyRing(), countingIds()];
    const engine = createEngine({ events: openMemoryEvents({ clock }), keys, clock, ids }, [officerCase]);
    const ports = { engine, identity: prefixIdentity([officerCase]), workflow: officerCase, sender };
    for (const [index, [name, text]] of writtenDifferently.entries()) {
      const file = join(folder, name);
      writeFileSync(file, text);
      const summary = await bulkImport(ports, await commandFiles([file]), {
        fallbackFolder: folder,
        keepRejected: true,
        tell: () => {},
      });
      const isFirst = index === 0;
      expect([text, summary]).toEqual([
        text,
        expect.objectContaining({ accepted: isFirst ? 2 : 0, alreadyThere: isFirst ? 0 : 2, rejected: 0 }),
      ]);
    }
  });

  it('refuses a file whose first line is wrong once, in few words, and writes nothing of it', async () => {
    const [clock, keys, ids] = [fixedClock(start), fixedKeyRing(), countingIds()];
    const engine = createEngine({ events: openMemoryEvents({ clock }), keys, clock, ids }, [template]);
    const unknown = Array.from({ length: 20_000 }, (_, index) => `column${index}`).join(',');
    const file = join(folder, '02-AddNote.csv');
    writeFileSync(file, `requestNo,by,notes,${unknown}\n${'R-1,clerk-1\n'.repeat(600)}`);
    const told: string[] = [];
    const summary = await bulkImport(
      { engine, identity, workflow: template, sender },
      await commandFiles([file]),
      {
        fallbackFolder: folder,
        keepRejected: true,
        tell: (notice) => told.push(JSON.stringify(notice)),
      },
    );
    expect(summary).toEqual({
      ...{ files: 1, commands: 1, accepted: 0, alreadyThere: 0, rejected: 1 },
      rejectedByCode: { COMMAND_INVALID: 1 },
    });
    expect(told.join('')).toContain('unknown column notes (did you mean note?)');
    expect(told.join('').length).toBeLessThan(2000);
    expect(readdirSync(folder)).toEqual(['02-AddNote.csv']);
  });

  it('that is a dry run writes nothing, also where a row is rejected', async () => {
    const file = join(folder, '03-AddNote.jsonl');
    writeFileSync(file, 'no object');
    const [clock, keys, ids] = [fixedClock(start), fixedKeyRing(), countingIds()];
    const engine = createEngine({ events: openMemoryEvents({ clock }), keys, clock, ids }, [template]);
    const before = statSync(folder, { bigint: true }).mtimeNs;
    const summary = await bulkImport(
      { engine, identity, workflow: template, sender },
      await commandFiles([file]),
      {
        fallbackFolder: join(folder, 'rejected'),
        keepRejected: false,
        tell: () => {},
      },
    );
    expect(summary).toMatchObject({ rejected: 1 });
    expect(statSync(folder, { bigint: true }).mtimeNs).toBe(before);
  });

  it('keeps a row that always loses to another writer, with REVISION_CONFLICT', async () => {
    const row = { command: 'AddNote', requestNo: 'R-1', by: 'clerk-1', data: { note: 'ours' } };
    const file = join(folder, '02-AddNote.jsonl');
    writeFileSync(file, JSON.stringify(row));
    const [clock, keys, ids] = [fixedClock(start), fixedKeyRing(), countingIds()];
    const store = openMemoryEvents({ clock });
    const others = createEngine({ events: store, keys, clock, ids }, [template]);
    const target = { workflow: 'template', naturalKey: 'R-1' };
    const open = { requestNo: 'R-1', name: 'A', nameArabic: 'ا' };
    await others.handle({ target, command: 'OpenRequest', input: open, actor: namedActor('clerk-1') });
    const append: typeof store.append = async (writes) => {
      await others.handle({
        target,
        command: 'AddNote',
        input: { note: 'theirs' },
        actor: namedActor('clerk-2'),
      });
      return store.append(writes);
    };
    const engine = createEngine({ events: eventStoreWith(store, { append }), keys, clock, ids }, [template]);
    const summary = await bulkImport(
      { engine, identity, workflow: template, sender },
      await commandFiles([file]),
      {
        fallbackFolder: folder,
        keepRejected: true,
        tell: () => {},
      },
    );
    expect(summary).toMatchObject({ accepted: 0, rejectedByCode: { REVISION_CONFLICT: 1 } });
    expect(readFileSync(`${file}.rejected.csv`, 'utf8')).toContain('REVISION_CONFLICT');
  });
});
