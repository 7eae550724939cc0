import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

/** A shell that stays open, so that what one example sets the next one knows. */
export class Shell {
  private readonly child: ChildProcessByStdio<Writable, Readable, Readable>;
  private output = '';
  private count = 0;

  constructor(cwd: string, env: Readonly<Record<string, string | undefined>>) {
    this.child = spawn('sh', [], { cwd, env, stdio: 'pipe' });
    this.child.stdout.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.child.stderr.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
  }

  /** Runs a command and answers what it printed. */
  async run(command: string): Promise<string> {
    const marker = `--- end ${(this.count += 1)} ---`;
    this.output = '';
    this.child.stdin.write(`${command}\nprintf '\\n${marker}\\n'\n`);
    while (!this.output.includes(marker)) await new Promise((resolve) => setTimeout(resolve, 10));
    return this.output.slice(0, this.output.indexOf(`\n${marker}`));
  }

  close(): void {
    this.child.stdin.end();
  }
}
