/** How much one request, one reader or one file may take. Tests set smaller ones. */
export interface HttpLimits {
  readonly bodyBytes: number;
  /** How deep objects and lists may nest in a body. */
  readonly jsonDepth: number;
  /** How long a body may take to arrive. */
  readonly bodyMs: number;
  /** The same for a bulk file. */
  readonly importMs: number;
  readonly importBytes: number;
  /** How long a read waits for the views to reach `atLeast`. */
  readonly viewsWaitMs: number;
  /** How old an event may be that the views lack, before the server calls itself not ready. */
  readonly viewsStaleMs: number;
  /** How many requests a person may send in a minute. */
  readonly requestsPerMinute: number;
  /** How often credentials from one address may be refused in a minute before the address has to wait. */
  readonly refusedPerMinute: number;
  /** How often it may be tried in a minute from one address to sign in, for whomever. */
  readonly signInsPerMinute: number;
  readonly feedReaders: number;
  /** How often the feed says that it is alive, and asks whether its reader is still signed in. */
  readonly feedPulseMs: number;
  /** How long a reader of the feed may leave what was sent to it unread. */
  readonly feedStalledMs: number;
  /** How long requests under way may still take when the server stops. */
  readonly stopMs: number;
}

const kibi = 1024;
const second = 1000;

export const defaultLimits: HttpLimits = {
  bodyBytes: kibi * kibi,
  jsonDepth: 32,
  bodyMs: 10 * second,
  importMs: 1800 * second,
  importBytes: kibi * kibi * kibi,
  viewsWaitMs: 5 * second,
  viewsStaleMs: 30 * second,
  requestsPerMinute: 6000,
  refusedPerMinute: 60,
  signInsPerMinute: 120,
  feedReaders: 200,
  feedPulseMs: 5 * second,
  feedStalledMs: 30 * second,
  stopMs: 5 * second,
};
