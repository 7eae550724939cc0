import { beforeEach, describe, expect, it } from '@jest/globals';
import { openMemoryEvents, openMemoryViews } from '@safeconduct/stores';
import { defineWorkflow, plus, type Workflow } from '@safeconduct/workflow';
import { namedActor } from '@safeconduct/workflow/testing';
import { template } from '../../../../workflows/_template/index.js';
import { createEngine, type EngineWithViews } from '../engine.js';
import { StoreUnavailableError } from '../errors.js';
import { readStream } from '../events/read-stream.js';
import { caseStream, erasuresStream } from '../events/streams.js';
import { eventStoreWith, type EventStore } from '../ports/event-store.js';
import { isDestroyed, type SubjectKeys } from '../ports/subject-keys.js';
import type { ViewStore } from '../ports/view-store.js';
import { ProjectionRunner } from '../projections/runner.js';
import { projectionsOf } from '../projections/standard.js';
import { countingIds, derivedSubjectKeys, fixedClock, fixedKeyRing, testReader } from '../testing/index.js';
import { accepted, codeOf, proposedBy } from '../testing/outcomes.js';

const start = '2025-03-01T08:00:00.000Z';
const [clerk, head] = [namedActor('clerk-1'), namedActor('head-1')];
const target = { workflow: 'template', naturalKey: 'R-1' };

/** The template, where granting a request erases its person. */
const erasing: Workflow = defineWorkflow({
  ...template.source,
  commands: {
    ...template.source.commands,
    GrantRequest: { ...(template.source.commands['GrantRequest'] as object), erases: true },
  },
} as unknown as Parameters<typeof defineWorkflow>[0]);

let clock: ReturnType<typeof fixedClock>;
let ids: ReturnType<typeof countingIds>;
let events: EventStore;
let views: ViewStore;
let subjects: SubjectKeys;
let engine: EngineWithViews;
let caseId: string;

const engineOver = (store: EventStore = events, keys = subjects) =>
  createEngine({ events: store, views, keys: { ...fixedKeyRing(), subjects: keys }, clock, ids }, [erasing], {
    reads: 'open',
  });

beforeEach(async () => {
  clock = fixedClock(start);
  ids = countingIds();
  events = openMemoryEvents({ clock });
  views = openMemoryViews({ clock });
  subjects = derivedSubjectKeys('test');
  engine = engineOver();
  const input = { requestNo: 'R-1', name: 'CANARY', nameArabic: 'كناري' };
  const opening = { target: { workflow: 'template' }, command: 'OpenRequest', input, actor: clerk };
  ({ caseId } = await accepted(engine.handle(opening)));
});

const erase = async (through = engine) => {
  const sent = {
    target,
    command: 'GrantRequest',
    input: { decisionNo: 'D-1' },
    actor: clerk,
    commandId: 'k-1',
  };
  const { proposalId, contentHash } = await proposedBy(engine.proposals.handleOrPropose(sent));
  return () => through.proposals.confirm({ caseId, proposalId, by: head, contentHash });
};
const keyOf = async (keys: SubjectKeys) => (await keys.find([caseId])).get(caseId);
const isGone = async (keys: SubjectKeys = subjects) => {
  const key = await keyOf(keys);
  return key !== undefined && isDestroyed(key);
};
const typesIn = async (stream: string) => (await readStream(events, stream)).map(({ type }) => type);
const shownBy = async (one: EngineWithViews) =>
  JSON.stringify([
    (await one.queries.case(testReader, { caseId }))?.folded.facts,
    (await one.queries.history(testReader, { caseId })).map(({ data }) => data),
    (await one.queries.replay(testReader, { caseId }))?.steps.map(({ changes }) => changes),
  ]);
const filled = () =>
  new ProjectionRunner({
    events,
    views,
    codec: engine.codec,
    projections: projectionsOf([erasing]),
  }).catchUp();
const listed = async (one: EngineWithViews = engine) => {
  await filled();
  return JSON.stringify(await one.queries.listCases(testReader, { search: {}, limit: 10 }));
};

describe('an erasure', () => {
  it('is a fact of the case with both persons, destroys the keys, and is recorded as done', async () => {
    expect(await shownBy(engine)).toContain('CANARY');
    await accepted((await erase())());
    const [, fact] = await engine.queries.history(testReader, { caseId });
    expect(fact?.envelope).toMatchObject({
      erases: true,
      actor: { id: 'clerk-1' },
      confirmation: { by: { id: 'head-1' } },
    });
    expect(await isGone()).toBe(true);
    expect(await typesIn(erasuresStream)).toEqual(['ErasureBegun', 'SubjectKeyDestroyed']);
    expect(engine.erasures.of(caseId)).toMatchObject({ caseId, destroyedAt: start });
  });

  it('leaves nothing of the person in states, history, replay or lists, and the case folds as before', async () => {
    expect(await listed()).toContain('CANARY');
    await accepted((await erase())());
    expect(await shownBy(engine)).not.toMatch(/CANARY|كناري/);
    expect(await listed()).not.toMatch(/CANARY|كناري/);
    expect((await engine.queries.replay(testReader, { caseId }))?.diverged).toBeNull();
    const found = await engine.queries.listCases(testReader, { search: { text: 'canary' }, limit: 10 });
    expect(found.cases).toEqual([]);
  });

  it('gives the same rows to a view that is filled before the keys are destroyed and to one filled after', async () => {
    await filled();
    await accepted((await erase())());
    const before = await listed();
    await views.close();
    views = openMemoryViews({ clock });
    engine = engineOver();
    await engine.erasures.refresh();
    expect(await listed()).toBe(before);
  });

  it('is not believed of a second person who is only named with the command, with SECOND_PERSON_REQUIRED', async () => {
    const confirmation = { by: head };
    const sent = {
      target,
      command: 'GrantRequest',
      input: { decisionNo: 'D-1' },
      actor: clerk,
      confirmation,
    };
    expect(await codeOf(engine.handle(sent))).toBe('SECOND_PERSON_REQUIRED');
    expect(await codeOf(engine.handle({ ...sent, importedBy: 'sys-import' }))).toBe('SECOND_PERSON_REQUIRED');
    expect(await typesIn(erasuresStream)).toEqual([]);
    expect(await isGone()).toBe(false);
  });

  it('is answered alike when it is confirmed again by the same person, and not to another one', async () => {
    const confirm = await erase();
    const first = await accepted(confirm());
    const again = await accepted(confirm());
    expect(again).toMatchObject({ revision: first.revision, repeated: true });
    expect(await typesIn(erasuresStream)).toHaveLength(2);
  });

  it('is forgotten by another process as soon as it refreshes, whatever that has in memory', async () => {
    const other = engineOver();
    expect(await shownBy(other)).toContain('CANARY');
    await accepted((await erase())());
    await other.erasures.refresh();
    expect(await shownBy(other)).not.toContain('CANARY');
  });
});

describe('an erasure that a crash interrupts', () => {
  /** A log that answers no append after the first `left` ones. */
  const failingAfter = (left: number): EventStore =>
    eventStoreWith(events, {
      append: (...given) =>
        (left -= 1) < 0
          ? Promise.reject(new StoreUnavailableError('memory', 'it is gone'))
          : events.append(...given),
    });

  it('before its fact has done nothing, and is not finished by anybody', async () => {
    const confirm = await erase(engineOver(failingAfter(1)));
    await expect(confirm()).rejects.toThrow(StoreUnavailableError);
    expect(await typesIn(erasuresStream)).toEqual(['ErasureBegun']);
    expect(await typesIn(caseStream(caseId))).toEqual(['RequestOpened']);
    const next = engineOver();
    expect(await next.erasures.finish()).toBe(0);
    expect(await isGone()).toBe(false);
    expect(await shownBy(next)).toContain('CANARY');
  });

  it('behind its fact is finished by the next start, once', async () => {
    const dead: SubjectKeys = {
      ...subjects,
      destroy: () => Promise.reject(new StoreUnavailableError('keys', 'they are gone')),
    };
    await accepted((await erase(engineOver(events, dead)))());
    expect(await isGone()).toBe(false);
    const next = engineOver();
    expect(await next.erasures.finish()).toBe(1);
    expect(await isGone()).toBe(true);
    expect(await shownBy(next)).not.toContain('CANARY');
    expect(await next.erasures.finish()).toBe(0);
    expect(await engineOver().erasures.finish()).toBe(0);
  });

  it('behind its fact waits, as long as its keys stand; one before its fact does not', async () => {
    const dead: SubjectKeys = {
      ...subjects,
      destroy: () => Promise.reject(new StoreUnavailableError('keys', 'they are gone')),
    };
    const { erasures } = engineOver(events, dead);
    await erasures.begin('another-case');
    await accepted((await erase(engineOver(events, dead)))());
    await erasures.refresh();
    expect(await erasures.waiting(start)).toEqual([]);
    const later = plus(start, 60_000);
    expect(await erasures.waiting(later)).toEqual([{ caseId, begunAt: start }]);
    await engineOver().erasures.finish();
    await erasures.refresh();
    expect(await erasures.waiting(later)).toEqual([]);
  });

  it('between the keys and their record is recorded by the next start', async () => {
    await accepted((await erase(engineOver(failingAfter(2))))());
    expect(await isGone()).toBe(true);
    expect(await typesIn(erasuresStream)).toEqual(['ErasureBegun']);
    expect(await engineOver().erasures.finish()).toBe(1);
    expect(await typesIn(erasuresStream)).toEqual(['ErasureBegun', 'SubjectKeyDestroyed']);
  });

  it('is finished once by two processes at the same time', async () => {
    const dead: SubjectKeys = {
      ...subjects,
      destroy: () => Promise.reject(new StoreUnavailableError('keys', 'they are gone')),
    };
    await accepted((await erase(engineOver(events, dead)))());
    await Promise.all([engineOver().erasures.finish(), engineOver().erasures.finish()]);
    expect(await typesIn(erasuresStream)).toEqual(['ErasureBegun', 'SubjectKeyDestroyed']);
  });
});

describe('a key store that was put back from before an erasure', () => {
  it('opens nothing of the person, and loses the keys again at the next start', async () => {
    await accepted((await erase())());
    const restored = derivedSubjectKeys('test');
    const next = engineOver(events, restored);
    await next.erasures.refresh();
    expect(await shownBy(next)).not.toContain('CANARY');
    expect(await next.erasures.restoredKeys()).toEqual([caseId]);
    expect(await isGone(restored)).toBe(false);
    expect(await next.erasures.finish()).toBe(1);
    expect(await isGone(restored)).toBe(true);
    expect(await next.erasures.restoredKeys()).toEqual([]);
  });
});
