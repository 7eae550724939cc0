import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  createEngine,
  eventCodec,
  eventStoreWith,
  logStart,
  registerOf,
  verifyLog,
  type EventStore,
  type RecordedEvent,
  type SentCommand,
} from '@safeconduct/engine';
import { countingIds, fixedClock, fixedKeyRing } from '@safeconduct/engine/testing';
import { openMemoryEvents } from '@safeconduct/stores';
import { hours, plus } from '@safeconduct/workflow';
import { officerCase } from '../../workflows/officer-case/index.js';
import { personsOf } from '../../workflows/officer-case/testing/actors.js';
import { samples, type CommandName } from '../../workflows/officer-case/testing/samples.js';
import { stepsTo } from '../../workflows/officer-case/testing/state-paths.js';

type Change = (event: RecordedEvent) => RecordedEvent;

const codec = eventCodec(registerOf([officerCase]), fixedKeyRing());

let log: EventStore;
let returned: readonly RecordedEvent[];

beforeAll(async () => {
  log = await returnedPerson();
  returned = await log.readAll({ after: logStart, limit: 1000 });
});

describe('verify, over the log of a person who returned', () => {
  it('finds nothing in it as it was recorded', async () => {
    expect(await verifyLog({ events: log, codec })).toMatchObject({
      problems: [],
      otherDefinitions: 0,
    });
  });

  it('finds a risk finding that was changed afterwards', async () => {
    const found = await foundWith('RiskAssessed', withData({ outcome: 'REAL_RISK' }));
    expect(found).toContainEqual(
      expect.stringMatching(/^ReturnCleared by ClearReturn: G-RISK does not hold/),
    );
    expect(found).toContainEqual(expect.stringMatching(/^breaks I-1, .*with the risk REAL_RISK$/));
  });

  it('finds a role that may not send the command', async () => {
    const found = await foundWith('ReturnCleared', withMetadata({ actorRole: 'medical' }));
    expect(found).toContain('ReturnCleared by ClearReturn: the role medical may not send it');
  });

  it('finds that the second person was removed, is the sender, or has a role that may not confirm', async () => {
    const manifest = 'ManifestedForReturn';
    const removed = { confirmedBy: undefined, confirmedByRole: undefined };
    expect(await foundWith(manifest, withMetadata(removed))).toContain(
      `${manifest} by AddToManifest: no second person has confirmed it`,
    );
    const { actor } = returned.find(({ type }) => type === manifest)?.metadata ?? {};
    expect(await foundWith(manifest, withMetadata({ confirmedBy: actor }))).toContain(
      `${manifest} by AddToManifest: the sender has confirmed it too`,
    );
    expect(await foundWith(manifest, withMetadata({ confirmedByRole: 'medical' }))).toContain(
      `${manifest} by AddToManifest: the role medical may not confirm it`,
    );
  });

  it('finds guards that were not asked, and values that they did not see', async () => {
    expect(await foundWith('ReturnCleared', withMetadata({ guards: undefined }))).toContainEqual(
      expect.stringMatching(/^ReturnCleared by ClearReturn: recorded the guards \[\], asked are \[/),
    );
    const { guards = '' } = returned.find(({ type }) => type === 'ReturnCleared')?.metadata ?? {};
    const other = guards.replace('"inputs":{', '"inputs":{"seen":true,');
    expect(await foundWith('ReturnCleared', withMetadata({ guards: other }))).toContainEqual(
      expect.stringMatching(/ recorded other values than it sees$/),
    );
  });

  it('finds an event that its command does not lead to, and a command that there is not', async () => {
    const found = await foundWith('VoluntarinessVerified', withMetadata({ command: 'HoldCounselling' }));
    expect(found).toContain(
      'VoluntarinessVerified by HoldCounselling: HoldCounselling does not lead to this event',
    );
    expect(await foundWith('ReturnCleared', withMetadata({ command: 'Clear' }))).toContain(
      'officer-case has no command Clear',
    );
  });

  it('counts the events of another definition, whose guards cannot be asked', async () => {
    const changed = tampered('ReturnCleared', withMetadata({ fingerprint: 'another', actorRole: 'medical' }));
    const report = await verifyLog({ events: changed, codec });
    expect(report).toMatchObject({ problems: [], otherDefinitions: 1 });
  });
});

const withData =
  (values: object): Change =>
  (event) => ({ ...event, data: JSON.stringify({ ...(JSON.parse(event.data) as object), ...values }) });

/** `undefined` takes a name away. */
const withMetadata =
  (values: Readonly<Record<string, string | undefined>>): Change =>
  (event) => {
    const all = Object.entries({ ...event.metadata, ...values });
    return { ...event, metadata: Object.fromEntries(all.filter(isThere)) };
  };

const isThere = (entry: [string, string | undefined]): entry is [string, string] => entry[1] !== undefined;

/** The log with each event of a type changed, as by somebody who may write the file. */
function tampered(type: string, change: Change): EventStore {
  const changed = (events: readonly RecordedEvent[]) =>
    events.map((event) => (event.type === type ? change(event) : event));
  return eventStoreWith(log, {
    readAll: async (range) => changed(await log.readAll(range)),
    readStream: async (stream, range) => changed(await log.readStream(stream, range)),
  });
}

/** What verify says, without the names of streams. */
async function foundWith(type: string, change: Change): Promise<readonly string[]> {
  const { problems } = await verifyLog({ events: tampered(type, change), codec });
  return problems.map(({ what }) => what.replace(/^case-[^:]+: /, ''));
}

async function returnedPerson(): Promise<EventStore> {
  let now = '2025-01-01T06:00:00.000Z';
  const clock = fixedClock(now);
  const events = openMemoryEvents({ clock });
  const engine = createEngine({ events, keys: fixedKeyRing(), clock, ids: countingIds() }, [officerCase]);
  let target: SentCommand['target'] = { workflow: 'officer-case' };
  for (const command of [...stepsTo['camped.returning.inTransit'], 'ConfirmHandover'] as CommandName[]) {
    now = plus(now, command === 'AddToManifest' ? hours(25) : hours(1));
    clock.set(now);
    const sample = samples[command];
    const sent = { target, command, input: sample.inputs(now)[0], ...personsOf(sample), occurredAt: now };
    const outcome = await engine.handle(sent);
    if (!outcome.accepted) throw new Error(`${command}: ${JSON.stringify(outcome.refusal)}`);
    target = { caseId: outcome.caseId };
  }
  return events;
}
