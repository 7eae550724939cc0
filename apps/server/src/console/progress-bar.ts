import { humanDuration, humanNumber } from './human.js';

/** A progress bar on the last line of a terminal. */
export interface ProgressBar {
  /** Says how much is done by now, of the total. */
  update(done: number): void;
  /** Writes a line above the bar. */
  say(line: string): void;
  /** Removes the bar. The caller must call it when the work ends or fails; it may be called twice. */
  stop(): void;
}

/** The part of stderr that a bar needs. */
export interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const silentMs = 1000;
const betweenDrawsMs = 100;
const rateMemoryMs = 5000;
const eraseLine = '\r\u001b[2K';
const barColumns = 20;

/**
 * A progress bar. It appears after one second of work, changes at most ten times a second, and writes nothing
 * when the stream is not a terminal. It has no timer: it draws when `update` is called, so only its line has
 * to be removed. Own code, because cli-progress shows at once, has no such line for other output, and needs
 * more set up than is written here.
 */
export function progressBar(
  terminal: Terminal,
  {
    label,
    total,
    now = () => performance.now(),
  }: { label: string; total: number | undefined; now?: () => number },
): ProgressBar {
  const startedAt = now();
  const rate = movingRate(startedAt);
  let drawnAt = startedAt + silentMs - betweenDrawsMs;
  let drawn = '';

  const draw = (line: string): void => {
    terminal.write(eraseLine + line);
    drawn = line;
  };

  return {
    update(done) {
      const at = now();
      if (terminal.isTTY !== true || at - drawnAt < betweenDrawsMs) return;
      drawnAt = at;
      draw(barLine({ label, done, total, perSecond: rate(done, at) }).slice(0, (terminal.columns ?? 80) - 1));
    },
    say(line) {
      terminal.write(`${drawn === '' ? '' : eraseLine}${line}\n${drawn}`);
    },
    stop() {
      if (drawn !== '') draw('');
    },
  };
}

interface Progress {
  readonly label: string;
  readonly done: number;
  /** `undefined` when the total is not known beforehand; the bar then shows how much is done and how fast. */
  readonly total: number | undefined;
  readonly perSecond: number;
}

function barLine({ label, done, total, perSecond }: Progress): string {
  if (total === undefined) return `${label} ${humanNumber(done)}  ${humanNumber(perSecond)}/s`;
  // A total that was counted beforehand may be a little off; the bar never shows more than the total.
  const share = total > 0 ? Math.min(1, done / total) : 1;
  const filled = Math.round(share * barColumns);
  const bar = '='.repeat(filled).padEnd(barColumns);
  const counts = `${humanNumber(done)}/${humanNumber(Math.max(total, done))}`;
  const secondsLeft = Math.ceil(Math.max(0, total - done) / perSecond);
  const left = perSecond > 0 ? `, ${humanDuration(secondsLeft * 1000)} left` : '';
  return `${label} [${bar}] ${Math.floor(share * 100)}%  ${counts}  ${humanNumber(perSecond)}/s${left}`;
}

/** The current rate per second. Older measurements count less and less, so a change of pace shows soon. */
function movingRate(startedAt: number): (done: number, at: number) => number {
  let last = { done: 0, at: startedAt };
  let perSecond: number | undefined;
  return (done, at) => {
    const elapsedMs = at - last.at;
    const current = ((done - last.done) / elapsedMs) * 1000;
    const weight = 1 - Math.exp(-elapsedMs / rateMemoryMs);
    perSecond = perSecond === undefined ? current : perSecond + weight * (current - perSecond);
    last = { done, at };
    return perSecond;
  };
}
