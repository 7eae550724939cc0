import { beforeEach, describe, expect, it } from '@jest/globals';
import { openMemoryEvents } from '@safeconduct/stores';
import { namedActor } from '@safeconduct/workflow/testing';
import { template } from '../../../../workflows/_template/index.js';
import { createEngine, type Engine } from '../engine.js';
import { readStream } from '../events/read-stream.js';
import { refusalsStream } from '../events/streams.js';
import type { EventStore } from '../ports/event-store.js';
import { countingIds, fixedClock, fixedKeyRing, testReader } from '../testing/index.js';
import { accepted, refusalOf } from '../testing/outcomes.js';
import type { CommandOutcome, SentCommand } from './sent-command.js';

const start = '2025-03-01T08:00:00.000Z';
const clock = fixedClock(start);

let events: EventStore;
let engine: Engine;

/** Another installation with the same keys. */
const newEngine = (store: EventStore = openMemoryEvents({ clock })) =>
  createEngine({ events: store, keys: fixedKeyRing(), clock, ids: countingIds() }, [template]);

const historyOf = (of: Engine, caseId: string) => of.queries.history(testReader, { caseId });

beforeEach(() => {
  events = openMemoryEvents({ clock });
  engine = newEngine(events);
});

const send = (command: string, input: unknown, more: Partial<SentCommand> = {}): SentCommand => ({
  target: { workflow: 'template', naturalKey: 'R-1' },
  command,
  input,
  actor: namedActor('clerk-1'),
  ...more,
});
const open = (more: Partial<SentCommand> = {}) =>
  send('OpenRequest', { requestNo: 'R-1', name: 'A', nameArabic: 'ا' }, more);
const note = (more: Partial<SentCommand> = {}) => send('AddNote', { note: 'asked the registry' }, more);

describe('a confirmation', () => {
  const head = namedActor('head-1');
  const grant = (confirmation: SentCommand['confirmation'], more: Partial<SentCommand> = {}) =>
    send('GrantRequest', { decisionNo: 'D-1' }, { confirmation, ...more });
  const recorded = async (outcome: Promise<CommandOutcome>) =>
    (await historyOf(engine, (await accepted(outcome)).caseId)).at(-1)?.envelope.confirmation;
  /** The hash recorded with a command, which is sent to a new case each time. */
  const hashOf = async (requestNo: string, more: Partial<SentCommand> = {}) => {
    await engine.handle(open({ input: { requestNo, name: 'B', nameArabic: 'ب' } }));
    const target = { workflow: 'template', naturalKey: requestNo };
    return (await recorded(engine.handle(grant({ by: head }, { target, ...more }))))?.contentHash;
  };

  it('that comes with a command is recorded with person, role, content and the time of the command', async () => {
    await engine.handle(open({ occurredAt: '2025-03-01T06:00:00Z' }));
    const sent = grant({ by: head }, { occurredAt: '2025-03-01T07:00:00Z' });
    const confirmation = await recorded(engine.handle(sent));
    expect(confirmation).toMatchObject({
      by: { id: 'head-1', role: 'head' },
      at: '2025-03-01T07:00:00.000Z',
    });
    expect(confirmation?.contentHash).toMatch(/^[\w-]{43}$/);
  });

  it('is of one content: case, input, sender, purpose and time, whoever confirms', async () => {
    const hash = await hashOf('R-1', { commandId: 'k-1' });
    const other = newEngine();
    await other.handle(open());
    const again = await other.handle(grant({ by: namedActor('head-2'), at: start }));
    const [, granted] = await historyOf(other, again.caseId ?? '');
    expect(granted?.envelope.confirmation?.contentHash).toBe(hash);
    const hashes = [
      await hashOf('R-2'),
      await hashOf('R-3', { input: { decisionNo: 'D-2' } }),
      await hashOf('R-4', { actor: namedActor('clerk-2') }),
      await hashOf('R-5', { purpose: 'custody' }),
    ];
    expect(new Set([hash, ...hashes]).size).toBe(5);
  });

  it('of exactly this content is taken, with the time at which it was given', async () => {
    await engine.handle(open());
    const elsewhere = newEngine();
    await elsewhere.handle(open());
    const { caseId } = await accepted(elsewhere.handle(grant({ by: head })));
    const contentHash = (await historyOf(elsewhere, caseId)).at(-1)?.envelope.confirmation?.contentHash ?? '';
    const confirmation = { by: head, at: '2025-03-01T09:30:00+03:00', contentHash };
    expect(await recorded(engine.handle(grant(confirmation)))).toEqual({
      by: { id: 'head-1', role: 'head' },
      at: '2025-03-01T06:30:00.000Z',
      contentHash,
    });
  });

  it('of another content is refused, with SECOND_PERSON_INVALID', async () => {
    await engine.handle(open());
    const refusal = await refusalOf(engine.handle(grant({ by: head, contentHash: 'of-something-else' })));
    expect(refusal).toEqual({ code: 'SECOND_PERSON_INVALID', requiredRoles: ['head'] });
  });

  it('of a text that is no hash is refused, with COMMAND_INVALID, and the text is not recorded', async () => {
    await engine.handle(open());
    const refusal = await refusalOf(engine.handle(grant({ by: head, contentHash: 'a name of somebody' })));
    expect(refusal).toMatchObject({ code: 'COMMAND_INVALID', issues: [{ path: 'confirmedHash' }] });
  });

  it('at the same instant in another zone makes it a repetition', async () => {
    await engine.handle(open());
    const at = (time: string) => engine.handle(grant({ by: head, at: time }, { commandId: 'k-1' }));
    await accepted(at('2025-03-01T09:30:00+03:00'));
    expect((await accepted(at('2025-03-01T06:30:00Z'))).repeated).toBe(true);
  });

  it('in the future is refused with OCCURRED_IN_FUTURE, one without a zone with COMMAND_INVALID', async () => {
    await engine.handle(open());
    const at = (time: string) => refusalOf(engine.handle(grant({ by: head, at: time })));
    expect((await at('2025-03-02T08:00:00Z')).code).toBe('OCCURRED_IN_FUTURE');
    expect(await at('2025-03-01T07:00:00')).toMatchObject({
      code: 'COMMAND_INVALID',
      issues: [{ path: 'confirmedAt' }],
    });
  });

  it('by another person makes it another command, with COMMAND_ID_REUSED', async () => {
    await engine.handle(open());
    await accepted(engine.handle(grant({ by: head }, { commandId: 'k-1' })));
    const other = grant({ by: namedActor('head-2') }, { commandId: 'k-1' });
    expect((await refusalOf(engine.handle(other))).code).toBe('COMMAND_ID_REUSED');
    expect((await accepted(engine.handle(grant({ by: head }, { commandId: 'k-1' })))).repeated).toBe(true);
  });
});

describe('an actor', () => {
  it('of several roles is recorded in the one in which the command was permitted', async () => {
    await engine.handle(open());
    const { caseId } = await accepted(
      engine.handle(note({ actor: { id: 'a-1', roles: ['head', 'clerk'] } })),
    );
    expect((await historyOf(engine, caseId)).at(-1)?.envelope.actor).toEqual({ id: 'a-1', role: 'clerk' });
  });

  it('whose roles have changed since is answered what was recorded', async () => {
    await engine.handle(open());
    await accepted(engine.handle(note({ commandId: 'k-1' })));
    const again = await accepted(
      engine.handle(note({ commandId: 'k-1', actor: { id: 'clerk-1', roles: [] } })),
    );
    expect(again.repeated).toBe(true);
  });

  it('who is unknown learns nothing of the case, not even that a time is too early', async () => {
    await engine.handle(open());
    const early = note({ actor: { id: 'x-1', roles: [] }, occurredAt: '2025-02-01T08:00:00Z' });
    expect(await refusalOf(engine.handle(early))).toEqual({
      code: 'NOT_PERMITTED',
      requiredRoles: ['clerk', 'head'],
    });
  });

  it.each([
    ['the one that was asked for', ['clerk', 'head'], 'head'],
    ['else the first of theirs', ['porter', 'clerk'], 'porter'],
    ['else none', [], ''],
  ])('who is refused is recorded in a role: %s', async (_which, roles, role) => {
    const { caseId } = await accepted(engine.handle(open()));
    const persons = { actor: { id: 'a-1', roles }, confirmation: { by: { id: 'b-1', roles } } };
    await engine.handle(send('DeclineRequest', { reason: 'none' }, persons));
    const [refusal] = await readStream(events, refusalsStream(caseId));
    expect(refusal?.metadata).toMatchObject({ actor: 'a-1', actorRole: role, confirmedBy: 'b-1' });
  });
});
