import { FeedEvent } from '@safeconduct/contracts';

export interface Frame {
  readonly id: string | undefined;
  readonly event: string | undefined;
  readonly data: Record<string, string> | undefined;
}

/** A reader of the feed that uses only fetch. */
export class FeedFollower {
  readonly frames: Frame[] = [];
  text = '';
  ended = false;
  private readonly abort = new AbortController();

  constructor(url: string, headers: Readonly<Record<string, string>>) {
    void this.run(url, headers);
  }

  async until(isEnough: (frames: readonly Frame[]) => boolean): Promise<readonly Frame[]> {
    for (let waited = 0; waited < 5000; waited += 10) {
      if (isEnough(this.frames)) return this.frames;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`the feed did not come so far: ${this.text}`);
  }

  get events(): readonly FeedEvent[] {
    return this.frames.flatMap(({ event, data }) => (event === 'recorded' ? [FeedEvent.parse(data)] : []));
  }

  stop(): void {
    this.abort.abort();
  }

  private async run(url: string, headers: Readonly<Record<string, string>>): Promise<void> {
    try {
      const response = await fetch(url, { headers, signal: this.abort.signal });
      const decoder = new TextDecoder();
      let buffer = '';
      for await (const chunk of response.body ?? []) {
        const text = decoder.decode(chunk as Uint8Array, { stream: true });
        this.text += text;
        const blocks = (buffer + text).split('\n\n');
        buffer = blocks.pop() ?? '';
        this.frames.push(...blocks.map(frameOf));
      }
    } catch {
      // Stopped by the test, or cut off by the server.
    }
    this.ended = true;
  }
}

function frameOf(block: string): Frame {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
  const data = field('data');
  return {
    id: field('id'),
    event: field('event'),
    data: data === undefined ? undefined : (JSON.parse(data) as Record<string, string>),
  };
}

const open: FeedFollower[] = [];

/** Begins to follow the feed at an address. */
export function follow(url: string, headers: Readonly<Record<string, string>>): FeedFollower {
  const follower = new FeedFollower(url, headers);
  open.push(follower);
  return follower;
}

/** Ends what was begun. */
export function stopFollowing(): void {
  for (const follower of open.splice(0)) follower.stop();
}

/** Whether so many events have come. */
export const recorded = (count: number) => came('recorded', count);

/** Whether so many frames of a kind have come. */
export const came =
  (kind: string, count = 1) =>
  (frames: readonly Frame[]) =>
    frames.filter(({ event }) => event === kind).length >= count;
