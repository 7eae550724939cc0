import { memo, useMemo, useRef } from 'react';
import type { ReplayStep } from '../../api/past-case.js';
import type { WorkflowFile } from '../../api/queries.js';
import { useLocale } from '../../language/locale.js';
import { eventTitle } from '../../components/titles.js';
import { changeFrom, isChange, nearestTo, placesOf, ticksShown } from './track.js';

interface Props {
  readonly steps: readonly ReplayStep[];
  readonly index: number;
  readonly compared: number | undefined;
  readonly byTime: boolean;
  readonly workflow: WorkflowFile | undefined;
  readonly onGo: (index: number) => void;
}

const percent = (place: number): string => `${Math.round(place * 10_000) / 100}%`;

/** The history of the case as a track: each event a tick, and the one that is looked at. Arrows follow the reading direction. */
export function Scrubber({ steps, index, compared, byTime, workflow, onGo }: Props) {
  const { t, pick, format, direction } = useLocale();
  const track = useRef<HTMLDivElement>(null);
  const places = useMemo(() => placesOf(steps, byTime), [steps, byTime]);
  const step = steps[index];
  const goTo = ({ clientX }: { readonly clientX: number }): void => {
    const box = track.current?.getBoundingClientRect();
    if (box === undefined) return;
    const place = (clientX - box.left) / box.width;
    onGo(nearestTo(direction === 'rtl' ? 1 - place : place, places));
  };
  return (
    <div
      className="scrubber"
      role="slider"
      tabIndex={0}
      ref={track}
      aria-label={t('replay.scrubber')}
      aria-valuemin={1}
      aria-valuemax={steps.length}
      aria-valuenow={index + 1}
      aria-valuetext={
        step === undefined
          ? ''
          : t('replay.at', {
              number: index + 1,
              count: steps.length,
              event: eventTitle(workflow, step.type, pick),
              time: format.time(step.occurredAt),
            })
      }
      onKeyDown={(event) => {
        const next = afterKey(event.key, { steps, index, direction });
        if (next === undefined) return;
        event.preventDefault();
        onGo(next);
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        goTo(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) goTo(event);
      }}
    >
      <Ticks {...{ steps, places, workflow }} />
      {compared !== undefined && (
        <span className="thumb compared" style={{ insetInlineStart: percent(places[compared] ?? 0) }} />
      )}
      <span className="thumb" style={{ insetInlineStart: percent(places[index] ?? 0) }} />
    </div>
  );
}

interface TicksProps extends Pick<Props, 'steps' | 'workflow'> {
  readonly places: readonly number[];
}

/** Drawn once for a history, not with each move along it. */
const Ticks = memo(function Ticks({ steps, places, workflow }: TicksProps) {
  const { pick, format } = useLocale();
  return ticksShown(steps, places).map((at) => {
    const { type, occurredAt, revision } = steps[at] as ReplayStep;
    return (
      <span
        key={revision}
        className={isChange(steps, at) ? 'tick change' : 'tick'}
        style={{ insetInlineStart: percent(places[at] ?? 0) }}
        title={`${eventTitle(workflow, type, pick)} · ${format.time(occurredAt)}`}
      />
    );
  });
});

interface Place {
  readonly steps: readonly ReplayStep[];
  readonly index: number;
  readonly direction: 'ltr' | 'rtl';
}

/** The event to which a key leads; undefined for a key that does something else. */
export function afterKey(key: string, { steps, index, direction }: Place): number | undefined {
  const last = steps.length - 1;
  const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const backward = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
  if (key === forward || key === 'ArrowUp') return Math.min(last, index + 1);
  if (key === backward || key === 'ArrowDown') return Math.max(0, index - 1);
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  if (key === 'PageUp') return changeFrom(steps, index, 1);
  if (key === 'PageDown') return changeFrom(steps, index, -1);
  return undefined;
}
