import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const loader = fileURLToPath(new URL('../../tools/typescript.mjs', import.meta.url));

type Answer = { readonly done: unknown } | { readonly failed: string };

/**
 * A program of the benchmark in a process of its own, so that its cost is not counted with another program.
 */
export class Child {
  readonly #process: ChildProcess;
  readonly #ended: Promise<unknown>;

  /** @param program a source file that calls `serveParent` */
  constructor(program: URL, flags: readonly string[] = []) {
    this.#process = fork(fileURLToPath(program), {
      execArgv: ['--import', loader, ...flags],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    });
    this.#ended = once(this.#process, 'exit');
  }

  /** Sends a request; one at a time. */
  async ask<Done>(question: object): Promise<Done> {
    const answered = new Promise<Answer>((resolve) => {
      this.#process.once('message', (answer) => {
        resolve(answer as Answer);
      });
      void this.#ended.then(() => {
        resolve({ failed: 'a program of the benchmark has ended before it answered' });
      });
    });
    this.#process.send(question);
    const answer = await answered;
    if ('failed' in answer) throw new Error(answer.failed);
    return answer.done as Done;
  }

  /** Stops it and waits until it has ended. */
  async stop(): Promise<void> {
    if (this.#process.connected) this.#process.disconnect();
    await this.#ended;
  }
}

/** The program's side: answers requests, and ends when its parent ends. */
export function serveParent<Question>(
  answer: (question: Question) => Promise<unknown>,
  close: () => Promise<void> = () => Promise.resolve(),
): void {
  process.on('message', (question: Question) => {
    answer(question).then(
      (done) => process.send?.({ done }),
      (error: unknown) => process.send?.({ failed: error instanceof Error ? error.message : String(error) }),
    );
  });
  process.on('disconnect', () => {
    void close().finally(() => process.exit());
  });
}
