import {
  eventStoreWith,
  logStart,
  projectionsOf,
  systemReader,
  type CommandOutcome,
  type EndOutcome,
  type Engine,
  type EngineWithViews,
  type EventStore,
  type ProposalCommands,
  type ProposalOutcome,
} from '@safeconduct/engine';
import { epochMsOf } from '@safeconduct/workflow';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

const reader = systemReader('metrics');
const seconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** The metrics of one process. Labels are names that definitions declare, never text that a client sent. */
export class Metrics {
  readonly registry = new Registry();
  private readonly registers = [this.registry];

  readonly commands = new Counter({
    name: 'safeconduct_commands_total',
    help: 'Commands by what became of them: accepted, repeated, proposed, or the code of the refusal.',
    labelNames: ['workflow', 'command', 'outcome'],
    registers: this.registers,
  });
  readonly proposals = new Counter({
    name: 'safeconduct_proposals_total',
    help: 'What was done to proposals (confirm, reject, withdraw, expire), and what became of it.',
    labelNames: ['action', 'outcome'],
    registers: this.registers,
  });
  readonly appendSeconds = new Histogram({
    name: 'safeconduct_append_seconds',
    help: 'How long the store took to make events durable.',
    buckets: seconds,
    registers: this.registers,
  });
  readonly requestSeconds = new Histogram({
    name: 'safeconduct_http_request_seconds',
    help: 'How long requests took, by route.',
    labelNames: ['method', 'route', 'status'],
    buckets: seconds,
    registers: this.registers,
  });
  readonly feedReaders = new Gauge({
    name: 'safeconduct_feed_readers',
    help: 'Readers that follow the feed.',
    registers: this.registers,
  });

  /** Adds the metrics that are computed when they are collected. */
  observe(engine: EngineWithViews): void {
    const gauge = (
      name: string,
      help: string,
      collect: (gauge: Gauge) => void | Promise<void>,
      labelNames: string[] = [],
    ) =>
      new Gauge({
        name,
        help,
        labelNames,
        registers: this.registers,
        collect() {
          return collect(this);
        },
      });
    gauge('safeconduct_log_events', 'Events of the log, of a store that can tell.', async (one) => {
      const events = await engine.queries.eventCount(reader);
      if (events !== undefined) one.set(events);
    });
    gauge('safeconduct_commands_under_way', 'Cases that have a command under way.', (one) => {
      one.set(engine.queue.size);
    });
    gauge('safeconduct_case_cache_size', 'Case states in memory.', (one) => {
      one.set(engine.cache.size);
    });
    gauge('safeconduct_case_cache_hits', 'Case states that were found in memory, since the start.', (one) => {
      one.set(engine.cache.hits);
    });
    gauge('safeconduct_case_cache_misses', 'Case states that had to be folded, since the start.', (one) => {
      one.set(engine.cache.misses);
    });
    const views = projectionsOf(engine.register.values()).map(({ view }) => view.name);
    const lagEvents = 'How many events a view is behind the log, of a store that can tell.';
    gauge(
      'safeconduct_view_lag_events',
      lagEvents,
      async (one) => {
        for (const { view, events: lag } of await lags(engine, views)) {
          if (lag !== undefined) one.set({ view }, lag);
        }
      },
      ['view'],
    );
    const lagSeconds = 'How old the last event is that a view has, while it is behind; 0 when it is not.';
    gauge(
      'safeconduct_view_lag_seconds',
      lagSeconds,
      async (one) => {
        for (const { view, seconds: lag } of await lags(engine, views)) one.set({ view }, lag);
      },
      ['view'],
    );
  }

  /** The same engine, with every command counted. */
  counted<Counted extends Engine>(engine: Counted): Counted {
    return {
      ...engine,
      cache: engine.cache,
      queue: engine.queue,
      handle: async (sent) => {
        const outcome = await engine.handle(sent);
        this.count(engine, sent, outcome);
        return outcome;
      },
      proposals: this.countedProposals(engine),
    };
  }

  private countedProposals(engine: Engine): ProposalCommands {
    const { proposals } = engine;
    return {
      ...proposals,
      handleOrPropose: async (sent) => {
        const outcome = await proposals.handleOrPropose(sent);
        this.count(engine, sent, outcome);
        return outcome;
      },
      confirm: async (sent) => this.countedEnd('confirm', await proposals.confirm(sent)),
      reject: async (sent) => this.countedEnd('reject', await proposals.reject(sent)),
      withdraw: async (sent) => this.countedEnd('withdraw', await proposals.withdraw(sent)),
      expire: async (named) => this.countedEnd('expire', await proposals.expire(named)),
    };
  }

  private countedEnd<Outcome extends EndOutcome | CommandOutcome>(action: string, outcome: Outcome): Outcome {
    this.proposals.inc({ action, outcome: whatBecameOf(outcome) });
    return outcome;
  }

  /** The same store, with every append timed. */
  timed(events: EventStore): EventStore {
    return eventStoreWith(events, {
      append: async (writes, checks) => {
        const done = this.appendSeconds.startTimer();
        try {
          return await events.append(writes, checks);
        } finally {
          done();
        }
      },
    });
  }

  private count(
    engine: Engine,
    { target, command }: Parameters<Engine['handle']>[0],
    outcome: ProposalOutcome,
  ): void {
    const what = whatBecameOf(outcome);
    // A name that no workflow declares comes from the sender; as a label it would add a time series for ever.
    const declares = [...engine.register.values()].filter((one) => one.commands.has(command));
    const named =
      'workflow' in target ? declares.find(({ name }) => name === target.workflow) : onlyOne(declares);
    const workflow = outcome.accepted ? outcome.workflow : (named?.name ?? 'unknown');
    this.commands.inc({ workflow, command: declares.length > 0 ? command : 'unknown', outcome: what });
  }
}

function whatBecameOf(outcome: ProposalOutcome | EndOutcome): string {
  if ('refusal' in outcome) return outcome.refusal.code;
  if (outcome.repeated) return 'repeated';
  return outcome.accepted ? 'accepted' : 'proposed';
}

/** A refusal does not say of which workflow the case is, so a command of several workflows is counted for none. */
const onlyOne = <Value>(values: readonly Value[]): Value | undefined =>
  values.length === 1 ? values[0] : undefined;

async function lags({ queries }: EngineWithViews, views: readonly string[]) {
  const { head, generations } = await queries.progress(reader);
  return views.map((view) => {
    const live = generations.find((one) => one.live && one.view === view);
    const recordedAt = live?.recordedAt ?? null;
    const age = recordedAt === null ? 0 : (Date.now() - epochMsOf(recordedAt)) / 1000;
    const isBehind = (live?.checkpoint ?? logStart) < head;
    return { view, events: live?.behind, seconds: isBehind ? age : 0 };
  });
}
