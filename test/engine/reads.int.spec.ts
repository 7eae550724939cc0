import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  createEngine,
  keptText,
  ProjectionRunner,
  projectionsOf,
  readEntryIn,
  StoreUnavailableError,
  systemReader,
  type EngineWithViews,
  type ReadEntry,
  type Reader,
  type ReadLog,
} from '@safeconduct/engine';
import { countingIds, fixedClock, fixedKeyRing } from '@safeconduct/engine/testing';
import { openMemoryEvents, openMemoryReads, openMemoryViews } from '@safeconduct/stores';
import type { View } from '@safeconduct/workflow';
import { luggage, namedActor } from '@safeconduct/workflow/testing';

const now = '2025-03-01T08:00:00.000Z';
const view = luggage.views.get('traced') as View;
const limit = 10;
const range = { limit, newestFirst: false };
const person: Reader = {
  actor: { id: 'head-1', roles: ['head'], unit: 'Basra' },
  operation: 'test',
  from: { way: 'http', address: '192.0.2.7', requestId: 'r-1' },
};

let reads: ReadLog;
let isBroken = false;
let unentered: unknown[];
let engine: EngineWithViews;
let caseId: string;

const send = (command: string, input: object, claimNo = 'L-1') =>
  engine.handle({
    target: { workflow: 'luggage', naturalKey: claimNo },
    ...{ command, input, actor: namedActor('clerk-1'), occurredAt: now },
  });
const entries = async (): Promise<readonly ReadEntry[]> =>
  (await reads.entries({ terms: [], newestFirst: false, limit: 1000 })).map(({ text }) => readEntryIn(text));

beforeEach(async () => {
  isBroken = false;
  unentered = [];
  const kept = openMemoryReads();
  reads = {
    ...kept,
    append: (entry) =>
      isBroken ? Promise.reject(new StoreUnavailableError('reads', 'no room')) : kept.append(entry),
  };
  const clock = fixedClock(now);
  const ports = { events: openMemoryEvents({ clock }), views: openMemoryViews(), clock, ids: countingIds() };
  const options = { onUnenteredRead: (error: unknown) => unentered.push(error) };
  engine = createEngine({ ...ports, keys: fixedKeyRing(), reads }, [luggage], options);
  const opened = await send('FileClaim', {
    ...{ claimNo: 'L-1', owner: 'Huda Ahmad', ownerArabic: 'هدى', bags: 2, channel: 'desk' },
  });
  caseId = 'caseId' in opened ? String(opened.caseId) : '';
  await send('TraceBag', { place: 'Basra' });
  const { codec } = engine;
  await new ProjectionRunner({ ...ports, codec, projections: projectionsOf([luggage]) }).catchUp();
});

/** Every question of the door whose answer is about cases. */
const questions: readonly (readonly [string, (reader: Reader) => Promise<unknown>])[] = [
  ['case', (reader) => engine.queries.case(reader, { caseId })],
  ['a past case', (reader) => engine.queries.case(reader, { caseId, moment: { revision: 0n } })],
  ['commands', (reader) => engine.queries.commands(reader, { caseId })],
  ['history', (reader) => engine.queries.history(reader, { caseId })],
  ['history in steps', (reader) => engine.queries.historySteps(reader, { caseId }).next()],
  ['replay', (reader) => engine.queries.replay(reader, { caseId })],
  [
    'comparison',
    (reader) => engine.queries.compare(reader, { caseId, from: { revision: 0n }, to: { revision: 1n } }),
  ],
  ['a search by reference', (reader) => engine.queries.findCases(reader, { reference: 'L-1' })],
  ['the search for one case', (reader) => engine.queries.findCase(reader, { reference: 'L-1' })],
  ['the feed', (reader) => engine.queries.casesSeen(reader, { caseIds: [caseId] })],
  ['a list', (reader) => engine.queries.listCases(reader, { search: {}, limit })],
  [
    'a past list',
    (reader) =>
      engine.queries.listCases(reader, { search: {}, limit, moment: { at: now, clock: 'recorded' } }),
  ],
  ['one case of a list', (reader) => engine.queries.listedCase(reader, { caseId })],
  ['the name of a person', (reader) => engine.queries.subjectOf(reader, { caseId })],
  ['the inbox', (reader) => engine.queries.inbox(reader, { filter: {}, limit })],
  ['the log', (reader) => engine.queries.auditEvents(reader, { filter: {}, range })],
  ['refusals', (reader) => engine.queries.refusals(reader, { filter: {}, range })],
  ['all that is on record', (reader) => engine.queries.auditEntries(reader, { filter: {}, range })],
  [
    'figures of all that is on record of a case',
    (reader) => engine.queries.entryFacets(reader, { filter: { caseId }, zone: 'UTC', bars: 'all' }),
  ],
  ['proposals', (reader) => engine.queries.proposals(reader, { search: {}, limit })],
  [
    'a declared view',
    (reader) => engine.queries.viewRows(reader, { workflow: luggage, view, where: [], limit }),
  ],
];

const operator: Reader = { ...systemReader('command line'), from: { way: 'cli' } };
const people: readonly (readonly [string, Reader])[] = [
  ['a person', person],
  ['the operator of the machine', operator],
];
const asked = people.flatMap(([who, reader]) =>
  questions.map(([what, ask]) => [what, who, ask, reader] as const),
);

describe('a read', () => {
  it.each(asked)('is entered by %s before it answers, of %s', async (_what, _who, ask, reader) => {
    await ask({ ...reader });
    const found = await entries();
    expect(found).not.toEqual([]);
    for (const entry of found)
      expect(entry).toMatchObject({
        actor: reader.actor.id,
        operation: reader.operation,
        way: reader.from?.way,
      });
    if (reader === person)
      expect(found[0]).toMatchObject({ address: '192.0.2.7', requestId: 'r-1', unit: 'Basra' });
  });

  it.each(questions)(
    'is refused with READ_LOG_UNAVAILABLE by %s where it cannot be entered',
    async (_what, ask) => {
      isBroken = true;
      await expect(ask({ ...person })).rejects.toMatchObject({ code: 'READ_LOG_UNAVAILABLE' });
      // The operator has the master key, reads beside the server as well, and has to mend it.
      await ask({ ...operator });
      expect(unentered.length).toBeGreaterThan(0);
    },
  );

  it('says nothing personal of the case', async () => {
    for (const [, ask] of questions) await ask({ ...person });
    await engine.queries.listCases({ ...person }, { search: { text: 'Huda' }, limit });
    const text = JSON.stringify(await entries());
    for (const told of ['Huda', 'هدى', 'L-1']) expect(text).not.toContain(told);
  });

  it('is entered once for one request, and again where the request shows more', async () => {
    const reader = { ...person };
    await engine.queries.case(reader, { caseId });
    await engine.queries.subjectOf(reader, { caseId });
    await engine.queries.listedCase(reader, { caseId });
    expect(await entries()).toHaveLength(1);
    const other = { ...person };
    await engine.queries.auditEvents(other, { filter: { caseId }, range });
    await engine.queries.subjectOf(other, { caseId });
    expect((await entries()).slice(1).map(({ classes }) => classes)).toEqual([[], ['identity']]);
  });

  it('of entries is narrowed by names of today and by those that an entry has, and by no others', async () => {
    const found = (filter: object) =>
      engine.queries.readEntries({ ...operator }, { filter, newestFirst: true, limit });
    expect(await found({ purpose: 'relocation', dataClass: 'money' })).toEqual([]);
    await expect(found({ dataClass: 'narrativ' })).rejects.toMatchObject({
      ...{ code: 'UNKNOWN_NAME', kind: 'dataClass', nearest: 'narrative' },
    });
    await expect(found({ purpose: 'relocaton' })).rejects.toMatchObject({ nearest: 'relocation' });
    await expect(found({ operation: 'comand line' })).rejects.toMatchObject({
      ...{ code: 'UNKNOWN_NAME', kind: 'operation', nearest: 'command line' },
    });
    // Another release had this class, and that purpose.
    const entry = { ...((await entries())[0] as ReadEntry), classes: ['weight'], purposes: ['customs'] };
    await reads.append(keptText(JSON.stringify(entry), now));
    expect(await found({ dataClass: 'weight', purpose: 'customs' })).toMatchObject([{ classes: ['weight'] }]);
  });

  it('of a loop of the system, which shows nobody anything, is not entered', async () => {
    for (const [, ask] of questions) await ask(systemReader('deadlines'));
    expect(await entries()).toEqual([]);
  });
});

describe('a log of reads that fails', () => {
  it('stops no command, and so no withdrawal', async () => {
    isBroken = true;
    expect(await send('TraceBag', { place: 'Erbil' })).toMatchObject({ accepted: true });
  });
});
