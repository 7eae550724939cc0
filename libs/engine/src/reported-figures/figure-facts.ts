import type { ActorInRole, Instant } from '@safeconduct/workflow';
import { personMetadata, RecordedEnvelope } from '../events/metadata.js';
import type { NewEvent, RecordedEvent } from '../ports/event-store.js';
import type { FigureContent, FigureStep, ReportedFigure } from './figure.js';

// Storage format: these names and shapes are in the log for ever.

interface FigureReported {
  readonly figure: string;
  readonly content: FigureContent;
}

interface FigureCorrected extends FigureReported {
  readonly reason: string;
}

interface FigureWithdrawn {
  readonly figure: string;
  readonly reason: string;
}

export type FigureFact =
  | { readonly type: 'FigureReported'; readonly data: FigureReported }
  | { readonly type: 'FigureCorrected'; readonly data: FigureCorrected }
  | { readonly type: 'FigureWithdrawn'; readonly data: FigureWithdrawn };

const schemaVersion = 1;
const factTypes: ReadonlySet<string> = new Set<FigureFact['type']>([
  'FigureReported',
  'FigureCorrected',
  'FigureWithdrawn',
]);

interface Recording {
  readonly eventId: string;
  readonly by: ActorInRole;
  readonly occurredAt: Instant;
}

/** The event that records a fact. */
export const figureEvent = (
  { type, data }: FigureFact,
  { eventId, by, occurredAt }: Recording,
): NewEvent => ({
  ...{ eventId, type, schemaVersion, occurredAt },
  metadata: personMetadata({ actor: by, command: type }),
  data: JSON.stringify(data),
});

/** The figures after one more event; an event of a later release changes nothing. */
export function figuresAfter(
  figures: ReadonlyMap<string, ReportedFigure>,
  recorded: RecordedEvent,
): ReadonlyMap<string, ReportedFigure> {
  if (!factTypes.has(recorded.type)) return figures;
  const fact = { type: recorded.type, data: JSON.parse(recorded.data) as unknown } as FigureFact;
  const known = figures.get(fact.data.figure);
  const { actor: by } = new RecordedEnvelope(recorded.metadata);
  const at = recorded.occurredAt;
  if (fact.type === 'FigureReported') {
    const { figure: id, content } = fact.data;
    return new Map(figures).set(id, { id, content, recorded: { at, by }, corrections: [] });
  }
  return known === undefined
    ? figures
    : new Map(figures).set(known.id, changed(known, fact, { at, by, reason: fact.data.reason }));
}

function changed(
  before: ReportedFigure,
  { type, data }: Exclude<FigureFact, { type: 'FigureReported' }>,
  step: FigureStep,
): ReportedFigure {
  switch (type) {
    case 'FigureCorrected': {
      const corrections = [...before.corrections, { ...step, was: before.content }];
      return { ...before, content: data.content, corrections };
    }
    case 'FigureWithdrawn':
      return { ...before, withdrawal: step };
  }
}
