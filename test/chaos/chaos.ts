import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Random } from '../e2e/http/fuzz/random.js';
import { writeBatch, type Batch } from './batch.js';
import { sqliteChaosStore, type ChaosStore } from './chaos-store.js';
import { CliImporter, importedAgain } from './cli-importer.js';
import { Client } from './client.js';
import { ServerAccess } from './server-access.js';
import { compare } from './findings.js';
import { HttpImporter } from './http-importer.js';
import { Intents, staffOfCases } from './intents.js';
import { registerAt } from '../e2e/registered-at.js';
import { LogOnDisk } from './log-on-disk.js';
import { Promised } from './promised.js';
import { planRound, type Round } from './rounds.js';
import { ServerProcess } from './server-process.js';
import { verifyProblem } from './verify.js';

export interface ChaosOptions {
  readonly kills: number;
  readonly seed: number;
  /** An empty folder: the files of the imports go there, and the data folder where the store has one. */
  readonly folder: string;
  /** Left out: the embedded store, in a data folder. */
  readonly store?: ChaosStore;
  readonly clients?: number;
  /** Persons of a batch that is imported. */
  readonly persons?: number;
  readonly tell?: (line: string) => void;
}

export interface ChaosReport {
  readonly kills: number;
  readonly acknowledged: number;
  readonly repeated: number;
  readonly lost: number;
  readonly doubled: number;
  readonly events: number;
  readonly jobs: number;
  readonly deadlines: number;
  /** The problems found, one sentence each. */
  readonly problems: readonly string[];
}

const verifyEvery = 50;
const tellEvery = 10;
const startsRemembered = 5;
const firstGuessMs = 1500;
const deadlinesWithinMs = 60_000;
const withoutViewsUpTo = 30_000;

/**
 * Kills the real server under load, again and again, and checks each time that the log has everything that
 * was acknowledged.
 */
export async function chaos(options: ChaosOptions): Promise<ChaosReport> {
  const run = new ChaosRun(options);
  await run.begin();
  for (let kill = 1; kill <= options.kills; kill += 1) await run.round(kill);
  return run.finish();
}

class ChaosRun {
  private readonly random: Random;
  private readonly store: ChaosStore;
  /** Of several servers those that are not killed in this round. */
  private companions: ServerProcess[] = [];
  private readonly crashSeenBy = new Set<ServerProcess>();
  private readonly access = new ServerAccess();
  private readonly promised = new Promised();
  private readonly log = new LogOnDisk();
  private readonly clients: readonly Client[];
  private readonly jobs: HttpImporter;
  private readonly commandLine: CliImporter;
  private readonly problems: string[] = [];
  private readonly starts: number[] = [];
  private batches = 0;

  constructor(private readonly options: ChaosOptions) {
    const { folder, seed, clients = 8 } = options;
    this.store = options.store ?? sqliteChaosStore(join(folder, 'data'));
    this.random = new Random(seed);
    this.clients = Array.from({ length: clients }, (_, index) => {
      const intents = new Intents(`${seed}-${index}`, new Random(seed * 1000 + index));
      return new Client(this.access, this.promised, intents);
    });
    const nextBatch = () => this.nextBatch();
    this.jobs = new HttpImporter(this.access, nextBatch);
    this.commandLine = new CliImporter(this.store, nextBatch);
    for (const client of this.clients) client.start();
    this.jobs.start();
  }

  /** Registers those who work on the cases. */
  async begin(): Promise<void> {
    const server = this.serve('http');
    await registerAt(await server.ready, staffOfCases);
    await server.stop();
  }

  /** One life of the server. */
  async round(kill: number): Promise<void> {
    const round = planRound(this.random, this.startMs());
    if (round.withoutViews && this.isAlone && this.log.position < withoutViewsUpTo)
      await this.store.removeViews();
    await this.startCompanions();
    const server = this.serve(round.roles);
    await this.live(server, round);
    this.access.close();
    await server.kill();
    await this.access.idle();
    await this.commandLine.settle({ kill: round.commandLine === 'killed' });
    await this.look(server);
    if (round.allKilled) await this.killCompanions();
    if (kill % verifyEvery === 0) {
      // Somebody has to fill the views up to where the log ends.
      await this.startCompanions();
      await this.verify();
    }
    if (kill % tellEvery === 0) this.tell(kill);
  }

  /** Does not kill the last server: work under way ends, deadlines pass, and everything is compared. */
  async finish(): Promise<ChaosReport> {
    const server = this.serve('http,projections,reactions');
    this.access.open(await server.ready);
    for (const client of this.clients) await client.stop();
    await this.jobs.stop();
    await this.commandLine.finish();
    for (const batch of [...this.jobs.ended, ...this.commandLine.ended]) await this.importAgain(batch);
    await this.untilDeadlinesPassed();
    for (const one of [server, ...this.companions]) {
      const code = await one.stop();
      if (code !== 0) this.problems.push(`the server ended with ${code}`);
      await this.look(one);
    }
    await this.verify();
    await this.readAgain();
    return this.report();
  }

  private serve(roles: string): ServerProcess {
    const env = { SAFECONDUCT_ROLES: roles, SAFECONDUCT_SETTLE_SECONDS: '0' };
    const { store } = this;
    return new ServerProcess({ env: { ...store.env, ...env }, args: [...store.args, '--no-demo'] });
  }

  private get isAlone(): boolean {
    return this.companions.length === 0;
  }

  private get companionUrls(): readonly string[] {
    return this.companions.map(({ url }) => url);
  }

  /** The servers that work beside the one that is killed, and go on over several rounds. */
  private async startCompanions(): Promise<void> {
    while (this.companions.length < this.store.servers - 1) {
      const companion = this.serve('http,projections,reactions');
      await companion.ready;
      this.companions.push(companion);
    }
  }

  private async crashDatabase(server: ServerProcess): Promise<void> {
    if (this.store.crash === undefined) return;
    for (const one of [server, ...this.companions]) this.crashSeenBy.add(one);
    await this.store.crash();
  }

  private async killCompanions(): Promise<void> {
    for (const companion of this.companions.splice(0)) {
      await companion.kill();
      await this.look(companion);
    }
  }

  private async live(server: ServerProcess, { killed, commandLine, databaseCrashes }: Round): Promise<void> {
    const begun = Date.now();
    if (!this.isAlone) this.access.open(...this.companionUrls);
    const answers = server.ready.then((url) => {
      this.starts.push(Date.now() - begun);
      this.access.open(url, ...this.companionUrls);
    });
    if (killed.during === 'start') {
      answers.catch(() => {});
      await sleep(killed.afterMs);
      return;
    }
    await answers;
    if (commandLine !== 'none') this.commandLine.begin();
    if (databaseCrashes) await this.crashDatabase(server);
    await sleep(killed.afterMs);
  }

  /** How long a start takes on this machine: the median of the last ones. */
  private startMs(): number {
    const last = this.starts.slice(-startsRemembered).sort((left, right) => left - right);
    return last[Math.floor(last.length / 2)] ?? firstGuessMs;
  }

  private async look(server: ServerProcess): Promise<void> {
    await this.log.follow(this.store);
    this.promised.lookUp((key) => this.log.byCommand.has(key));
    // A server says that its database has gone; that is no fault of its own.
    if (!this.crashSeenBy.has(server))
      this.problems.push(...server.errors.map((line) => `the server logged ${line}`));
  }

  private async verify(): Promise<void> {
    this.problems.push(...(await verifyProblem(this.store)));
    await this.log.follow(this.store);
  }

  private nextBatch(): Batch {
    this.batches += 1;
    const name = `batch-${this.options.seed}-${this.batches}`;
    const crossedAt = new Date(Date.now() - 60_000).toISOString();
    return writeBatch(this.options.folder, { name, persons: this.options.persons ?? 150, crossedAt });
  }

  private async importAgain(batch: Batch): Promise<void> {
    await this.log.follow(this.store);
    const missing = batch.tokens.filter((token) => !this.log.tokens.has(token)).length;
    if (missing > 0) this.problems.push(`${missing} rows of ${batch.name} are not in the log`);
    const problem = await importedAgain(this.store, batch);
    if (problem !== undefined) this.problems.push(problem);
  }

  /** Every case of the clients was registered long ago, so the deadline of its screening passes, once. */
  private async untilDeadlinesPassed(): Promise<void> {
    const opened = [...this.promised.acknowledged.values()].filter(
      ({ command }) => command === 'RegisterEntry',
    );
    const missing = () => opened.filter(({ caseId }) => !this.log.overdue.has(`case-${caseId}`)).length;
    for (const until = Date.now() + deadlinesWithinMs; missing() > 0 && Date.now() < until;) {
      await sleep(500);
      await this.log.follow(this.store);
    }
    if (missing() > 0) this.problems.push(`${missing()} of ${opened.length} deadlines did not pass`);
  }

  /** The events read in parts between the kills must equal those read at the end. */
  private async readAgain(): Promise<void> {
    const again = new LogOnDisk();
    await again.follow(this.store);
    if (again.digest() !== this.log.digest()) this.problems.push('what was recorded earlier has changed');
  }

  private tell(kill: number): void {
    const { acknowledged, repeated } = this.promised;
    const [found, position] = [compare(this.promised, this.log), this.log.position];
    this.options.tell?.(
      `${kill} kills: ${acknowledged.size} acknowledged, ${repeated} repeated, ${position} events, ` +
        `${found.lost} lost, ${found.doubled} doubled, ${found.problems.length + this.problems.length} ` +
        'problems',
    );
  }

  private report(): ChaosReport {
    const { lost, doubled, problems } = compare(this.promised, this.log);
    return {
      kills: this.options.kills,
      acknowledged: this.promised.acknowledged.size,
      repeated: this.promised.repeated,
      lost,
      doubled,
      events: this.log.position,
      jobs: this.jobs.jobs,
      deadlines: this.log.overdue.size,
      problems: [...problems, ...this.jobs.problems, ...this.problems],
    };
  }
}
