import { setTimeout as sleep } from 'node:timers/promises';
import { Random } from '../e2e/http/fuzz/random.js';
import type { ChaosStore } from './chaos-store.js';
import { Client } from './client.js';
import { compare } from './findings.js';
import { registerAt } from '../e2e/registered-at.js';
import { Intents, staffOfCases } from './intents.js';
import { LogOnDisk } from './log-on-disk.js';
import { growthOf, megabytesOf } from './memory.js';
import { pace } from './pace.js';
import { Promised } from './promised.js';
import { ServerAccess } from './server-access.js';
import { ServerProcess } from './server-process.js';
import { verifyProblem } from './verify.js';
import { operator } from '../e2e/operator.js';

export interface SoakOptions {
  readonly seconds: number;
  /** Commands a second. */
  readonly rate: number;
  readonly seed: number;
  readonly store: ChaosStore;
  readonly tell?: (line: string) => void;
}

export interface SoakReport {
  readonly acknowledged: number;
  /** Commands that the clients sent with an old revision or in a wrong state, and expected to be refused. */
  readonly refused: number;
  readonly lost: number;
  readonly doubled: number;
  readonly events: number;
  /** How often somebody looked at lists and the ledger meanwhile. */
  readonly reads: number;
  /** The memory of the server in megabytes, 100 times in all. */
  readonly megabytes: readonly number[];
  /** The last quarter of these, as a ratio to the one before. */
  readonly growth: number;
  /** The problems found, one sentence each. */
  readonly problems: readonly string[];
}

const clientCount = 64;
const samples = 100;
const readEveryMs = 500;
const asked = [
  'population?workflow=officer-case',
  'cases?workflow=officer-case&limit=50&sort=-updated',
  'inbox?limit=50',
];

/**
 * A server under a steady load of commands, with somebody who looks at lists beside it. It is stopped as an operator
 * stops it; then the log is compared with every answer.
 */
export async function soak({ seconds, rate, seed, store, tell }: SoakOptions): Promise<SoakReport> {
  const server = new ServerProcess({ args: [...store.args, '--no-demo'], env: store.env });
  const [promised, log, access] = [new Promised(), new LogOnDisk(), new ServerAccess(pace(rate))];
  const clients = Array.from({ length: clientCount }, (_, index) => {
    const random = new Random(seed * 1000 + index);
    return new Client(access, promised, new Intents(`${seed}-${index}`, random));
  });
  const reader = new Reader(await server.ready);
  await registerAt(server.url, staffOfCases);
  access.open(server.url);
  for (const client of clients) client.start();
  reader.start();

  const megabytes: number[] = [];
  for (let sample = 1; sample <= samples; sample += 1) {
    await sleep((seconds * 1000) / samples);
    megabytes.push(megabytesOf(server.pid));
    if (sample % 10 === 0)
      tell?.(`${sample} %: ${promised.acknowledged.size} acknowledged, ${megabytes.at(-1)} MB`);
  }

  await Promise.all(clients.map((client) => client.stop()));
  await reader.stop();
  const code = await server.stop();
  await log.follow(store);
  const { lost, doubled, problems } = compare(promised, log);
  const others = [
    ...(code === 0 ? [] : [`the server ended with ${code}`]),
    ...server.errors.map((line) => `the server logged ${line}`),
    ...(await verifyProblem(store)),
    ...reader.problems,
  ];
  return {
    ...{ acknowledged: promised.acknowledged.size, refused: promised.refused.size },
    ...{ lost, doubled, events: log.position },
    ...{ reads: reader.reads, megabytes, growth: growthOf(megabytes) },
    problems: [...problems, ...others],
  };
}

/** Somebody who looks at what screens show, one question after the other. */
class Reader {
  readonly problems: string[] = [];
  reads = 0;
  #goesOn = true;
  #done: Promise<void> | undefined;

  constructor(private readonly url: string) {}

  start(): void {
    this.#done = this.#read();
  }

  async stop(): Promise<void> {
    this.#goesOn = false;
    await this.#done;
  }

  async #read(): Promise<void> {
    for (; this.#goesOn; this.reads += 1) {
      const question = asked[this.reads % asked.length] ?? '';
      const answer = await fetch(`${this.url}/api/v1/${question}`, {
        headers: operator(this.url),
      });
      const text = await answer.text();
      if (!answer.ok) this.problems.push(`${question} was answered with ${answer.status} ${text}`);
      await sleep(readEveryMs);
    }
  }
}
