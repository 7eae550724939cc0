import {
  logStart,
  StoreUnavailableError,
  projectionsOf,
  systemReader,
  type Accepted,
  type CommandOutcome,
  type Projection,
  type EngineError,
  type SentCommand,
} from '@safeconduct/engine';
import { drawsOf, instantOf, needsSecondPerson } from '@safeconduct/workflow';
import { Journal, type Attempt } from '../journal.js';
import type { Evidence, ReportedState, ViewsSeen } from '../model/evidence.js';
import type { Plan, Step } from '../plan.js';
import type { Workload } from '../workload/workload.js';
import { Clocks } from './clocks.js';
import { Disk } from './disk.js';
import { Scheduler } from './scheduler.js';
import { seenPast } from './past-seen.js';
import { Proposing } from './proposing.js';
import {
  countedIds,
  simulatedKeys,
  SimulatedProcess,
  type ProcessPorts,
  type Surroundings,
} from './simulated-process.js';
import { Faults } from './faults.js';
import { seenViews } from './views-seen.js';

export interface RunOptions {
  /**
   * An earlier version of the workflow. The run begins under it; halfway all processes are ended and start again with the
   * version that is judged. States, summaries and deadlines are the same in both; shapes, forms and facts may differ.
   */
  readonly earlier?: Workload | undefined;
  /** Wraps the ports of each process. */
  readonly between?: (ports: ProcessPorts) => ProcessPorts;
  /** Called for everything that happens, with the millisecond. */
  readonly trace?: (atMs: number, what: string) => void;
}

const minute = 60_000;
const day = 24 * 60 * minute;
const readBackMs = 500;
const upgradeMs = 1000;
const roundsMax = 20;
const reader = systemReader('simulation');

/** Runs a plan and returns everything that the checks need. */
export async function runPlan(plan: Plan, workload: Workload, options: RunOptions = {}): Promise<Evidence> {
  const run = new Run(plan, workload, options);
  try {
    return await run.toTheEnd();
  } finally {
    await run.close();
  }
}

class Run {
  readonly #scheduler = new Scheduler();
  readonly #clocks = new Clocks(this.#scheduler);
  readonly #disk: Disk;
  readonly #journal = new Journal();
  readonly #faults: Faults;
  readonly #processes: readonly SimulatedProcess[];
  readonly #views: ViewsSeen[] = [];
  readonly #errors: string[] = [];
  readonly #trace: (what: string) => void;
  readonly #draws: ReturnType<typeof drawsOf>;
  readonly #projections: readonly Projection[];
  /** What clients send, and the version that starts: of the earlier version until the upgrade. */
  #running: Workload;
  readonly #commands = new Map<number, Attempt['sent']>();
  readonly #proposing: Proposing;

  constructor(
    private readonly plan: Plan,
    private readonly workload: Workload,
    { between = (ports) => ports, trace = () => {}, earlier = workload }: RunOptions,
  ) {
    this.#running = earlier;
    this.#projections = projectionsOf([workload.workflow]);
    const { seed, settings } = plan;
    this.#draws = drawsOf(seed);
    this.#trace = (what) => {
      trace(this.#scheduler.nowMs, what);
    };
    this.#disk = new Disk(earlier.workflow, this.#clocks.of('store'));
    this.#faults = new Faults(this.#scheduler, (fault) => {
      this.#trace(`fault: ${JSON.stringify(fault)}`);
    });
    const around: Surroundings = {
      ...{ scheduler: this.#scheduler, faults: this.#faults, draws: this.#draws, settings, between },
      ...{ disk: this.#disk, clocks: this.#clocks, workflow: () => this.#running.workflow },
      untilNextPoll: (ms) => this.#untilNextPoll(ms),
      sent: (sent, process, answer) => {
        this.#follow(this.#journal.begin(sent as Attempt['sent'], process, this.#scheduler.nowMs), answer);
      },
      failed: (process, error) => {
        this.#failed(process, error);
      },
      changed: (process, what) => {
        this.#changed(process, what);
      },
    };
    const numbers = Array.from({ length: settings.processes }, (_, number) => number);
    this.#processes = numbers.map((number) => new SimulatedProcess(around, number));
    const { patienceMs } = settings;
    const proposing = { scheduler: this.#scheduler, journal: this.#journal, processes: this.#processes };
    const failed = (what: string) => this.#errors.push(what);
    this.#proposing = new Proposing({ ...proposing, patienceMs, trace: this.#trace, failed }, this.#draws);
  }

  async toTheEnd(): Promise<Evidence> {
    for (const process of this.#processes) process.start();
    this.#faults.start(this.plan, {
      clocks: this.#clocks,
      crash: ({ process, forMs }) => {
        this.#processes[process]?.crash(forMs);
      },
    });
    if (this.#running !== this.workload) {
      const halfway = this.plan.steps[Math.floor(this.plan.steps.length / 2)];
      this.#scheduler.after(halfway?.atMs ?? 0, () => {
        this.#upgrade();
      });
    }
    for (const step of this.plan.steps) this.#scheduler.after(step.atMs, () => this.#take(step));
    await this.#scheduler.runUntil((this.plan.steps.at(-1)?.atMs ?? 0) + minute);
    await this.#quiet();
    return this.#evidence();
  }

  async close(): Promise<void> {
    await this.#disk.views.close();
  }

  /** No process runs the earlier version any more when the first one of the later version starts. */
  #upgrade(): void {
    this.#trace(`version ${this.workload.workflow.version} takes over`);
    this.#running = this.workload;
    this.#disk.foldBy(this.workload.workflow);
    for (const process of this.#processes) process.crash(upgradeMs);
  }

  /** Ends all faults, lets every client get its answer, and lets due work be done. */
  async #quiet(): Promise<void> {
    this.#trace('nothing goes wrong from here on');
    this.#faults.end();
    for (const process of this.#processes) process.start();
    for (let round = 1; round <= roundsMax; round += 1) {
      for (const sent of this.#unanswered()) this.#send(sent, 0);
      await this.#scheduler.runUntil(this.#scheduler.nowMs + minute);
    }
    const { pollMs, settleMs } = this.plan.settings;
    await this.#scheduler.runUntil(
      this.#scheduler.nowMs + 3 * pollMs + settleMs + this.#clocks.errorMs + day,
    );
  }

  /** The commands without an answer, of clients that do not give up. */
  #unanswered(): readonly Attempt['sent'][] {
    const answered = new Set(
      this.#journal.attempts.filter(({ outcome }) => outcome !== undefined).map(({ sent }) => sent),
    );
    const patient = this.plan.steps.filter(({ triesMax }) => triesMax > 1);
    return patient
      .flatMap(({ number }) => this.#commands.get(number) ?? [])
      .filter((sent) => !answered.has(sent));
  }

  async #take(step: Step): Promise<void> {
    if (step.kind === 'rebuild') {
      this.#rebuild(step);
      return;
    }
    const naturalKey = this.#running.naturalKey(step.case);
    const found = await this.#disk.caseOf(naturalKey);
    const nowMs = this.#clocks.nowMs(step.process);
    const sent = this.#running.sentIn(step, { naturalKey, found, nowMs }, this.#draws);
    const taken = step.kind === 'reuse' ? this.#commands.values().next().value?.commandId : undefined;
    const named = { ...sent, commandId: taken ?? `c-${step.number}` };
    const second = this.#isProposed(step, named) ? named.confirmation?.by : undefined;
    if (second !== undefined) {
      this.#proposing.begin(step, { ...named, confirmation: undefined }, second);
      return;
    }
    this.#commands.set(step.number, named);
    this.#try(step, named, 1);
    if (step.againMs !== undefined) {
      this.#scheduler.after(step.againMs, () => {
        this.#send(named, (step.process + 1) % this.#processes.length);
      });
    }
  }

  /** Half of the steps of two persons come without the second one, who is asked later. */
  #isProposed(step: Step, { command, confirmation }: SentCommand): boolean {
    const found = this.#running.workflow.commands.get(command);
    const waits = found !== undefined && confirmation !== undefined && needsSecondPerson(found);
    return waits && step.kind !== 'reuse' && this.#draws(step.number)('proposes', 2) === 0;
  }

  /** Sends it until it is answered, or the client has had enough. */
  #try(step: Step, sent: Attempt['sent'], count: number): void {
    const attempt = this.#send(sent, (step.process + count - 1) % this.#processes.length);
    this.#scheduler.after(this.plan.settings.patienceMs * count, () => {
      if (attempt.outcome === undefined && count < step.triesMax) this.#try(step, sent, count + 1);
      else if (attempt.outcome?.accepted === true && step.readsBack)
        this.#readBack(attempt.process, attempt.outcome);
    });
  }

  #send(sent: Attempt['sent'], process: number): Attempt {
    const attempt = this.#journal.begin(sent, process, this.#scheduler.nowMs);
    const answer = this.#processes[process]?.handle(sent);
    if (answer !== undefined) this.#follow(attempt, answer);
    return attempt;
  }

  #follow(attempt: Attempt, answer: Promise<CommandOutcome>): void {
    const { sent, process } = attempt;
    this.#trace(`process ${process} is sent ${told(sent)}`);
    answer.then(
      (outcome) => {
        this.#journal.answered(attempt, outcome);
        this.#trace(`process ${process} answers ${sent.commandId}: ${toldOutcome(outcome)}`);
      },
      (error: unknown) => {
        this.#journal.failed(attempt, error);
        this.#trace(`process ${process} does not answer ${sent.commandId}: ${String(error)}`);
        if (!(error instanceof StoreUnavailableError)) this.#errors.push(`${sent.command}: ${String(error)}`);
      },
    );
  }

  /** A reader that waits for its own write must see it. */
  #readBack(process: number, { caseId, revision, position }: Accepted): void {
    const { engine } = this.#processes[process] ?? {};
    if (engine === undefined) return;
    const { queries } = engine;
    const look = async () => {
      await queries.waitFor(reader, { atLeast: position, timeoutMs: readBackMs });
      const listed = await queries.listedCase(reader, { caseId });
      this.#journal.readBacks.push({ caseId, written: revision, seen: listed && BigInt(listed.revision) });
    };
    // An error that the views lag or cannot be read counts as an answer.
    look().catch((error: unknown) => {
      this.#failed(process, error);
    });
  }

  #rebuild(step: Step): void {
    const view = this.#projections[step.number % this.#projections.length]?.view.name ?? '';
    this.#trace(`process ${step.process} is to rebuild ${view}`);
    this.#processes[step.process]?.runner?.rebuild(view);
  }

  #failed(process: number, error: unknown): void {
    const { code, message } = error as Partial<EngineError>;
    this.#trace(`process ${process}: ${message ?? String(error)}`);
    const inner =
      error instanceof AggregateError ? (error.errors as readonly Partial<EngineError>[]) : [{ code }];
    const isExpected = inner.every(({ code: one }) => one !== undefined && expectedCodes.has(one));
    if (!isExpected) this.#errors.push(`process ${process}: ${String(error)}`);
  }

  #changed(process: number, what: string): void {
    this.#trace(`process ${process} ${what}`);
    if (what !== 'crashes') return;
    this.#scheduler.after(0, async () => {
      this.#views.push(await this.#seenViews(0n));
    });
  }

  /** A poll is delayed until something else happens, and never comes before its time. */
  #untilNextPoll(ms: number): number {
    const { nowMs } = this.#scheduler;
    const next = this.plan.steps.find(({ atMs }) => atMs >= nowMs + ms);
    return next === undefined ? ms : next.atMs - nowMs + this.#draws(next.number)('poll at', 20);
  }

  #seenViews(reached: bigint): Promise<ViewsSeen> {
    return seenViews(this.#disk.views, this.#projections, reached);
  }

  async #evidence(): Promise<Evidence> {
    const { settleMs, reacting, pollMs, gatherMs } = this.plan.settings;
    const reactingMs = Array.from({ length: reacting }, (_, number) => this.#clocks.nowMs(number));
    const dueBefore = instantOf(Math.min(...reactingMs) - settleMs - 2 * pollMs);
    // The views need not have what is recorded from here on, such as a deadline that passes now.
    const settled = (await this.#disk.read()).at(-1)?.position ?? logStart;
    await this.#scheduler.runUntil(this.#scheduler.nowMs + 2 * pollMs + gatherMs + minute);
    const states = await this.#states();
    const log = await this.#disk.read();
    this.#views.push(await this.#seenViews(settled));
    const { workflow } = this.workload;
    const ports = { keys: simulatedKeys, clock: this.#clocks.of('store'), ids: countedIds(0, 0) };
    const past = await seenPast({ disk: this.#disk, workflow, ports }, this.#draws(0));
    return {
      workflow,
      log,
      attempts: this.#journal.attempts,
      readBacks: this.#journal.readBacks,
      made: this.#journal.made,
      ends: this.#journal.ends,
      views: this.#views,
      states,
      past,
      errors: this.#errors,
      clockErrorMs: this.#clocks.errorMs,
      dueBefore,
    };
  }

  /** Each case as a running process shows it. */
  async #states(): Promise<readonly ReportedState[]> {
    const engine = this.#processes[0]?.engine;
    const told: ReportedState[] = [];
    for (const { caseId, revision: atLeast } of await this.#disk.cases()) {
      void engine?.queries.case(reader, { caseId }).then(
        (state) => {
          if (state !== undefined) told.push({ caseId, atLeast, revision: state.revision, ...state.folded });
        },
        (error: unknown) => {
          this.#errors.push(`case ${caseId}: ${String(error)}`);
        },
      );
    }
    await this.#scheduler.runUntil(this.#scheduler.nowMs + minute);
    return told;
  }
}

/** The errors that faults may cause; any other error is a bug. */
const expectedCodes: ReadonlySet<string> = new Set([
  'STORE_UNAVAILABLE',
  'CHECKPOINT_CONFLICT',
  'LEASE_LOST',
  'VIEW_BEHIND',
]);

function told({
  command,
  commandId,
  actor,
  target,
  expectedRevision,
  occurredAt,
  input,
}: SentCommand): string {
  const where = 'caseId' in target ? target.caseId : (target.naturalKey ?? 'a new case');
  const more = [
    expectedRevision === undefined ? '' : ` at revision ${expectedRevision}`,
    occurredAt === undefined ? '' : `, said to be of ${occurredAt}`,
  ];
  return (
    `${command} (${commandId ?? ''}) for ${where} by ${actor.id}${more.join('')} ` + JSON.stringify(input)
  );
}

function toldOutcome(outcome: CommandOutcome): string {
  if (!outcome.accepted) {
    const { code, refusals = [] } = outcome.refusal;
    return [`refused, ${code}`, ...refusals.map((guard) => guard.code)].join(' ');
  }
  const { revision, position, state, repeated } = outcome;
  return `accepted${repeated ? ' before' : ''}, revision ${revision}, position ${position}, ${state}`;
}
