import type { Workflow } from '@safeconduct/workflow';
import { ReadNotPermittedError } from '../errors.js';
import { refused } from '../commands/handle.js';
import { isCaseId } from '../events/streams.js';
import type { KeyRing } from '../ports/key-ring.js';
import { onlyCase, type FoundCase } from '../queries/find-cases.js';
import type { CaseCommands, LogQueries } from '../queries/log-queries.js';
import { isSystem, type Reader } from '../queries/reader.js';
import { guardedProposalsOfCase } from './guarded-proposals.js';
import { guardedReads } from './guarded-reads.js';
import { pseudonymOf } from './pseudonym.js';
import {
  availabilityFor,
  caseFor,
  eventFor,
  foldedDifferencesFor,
  stepFor,
  withheldOfRules,
} from './shown-events.js';
import { wholeSight } from './policy.js';
import { seenCase, type SeenCase, type StandingPorts } from './standing.js';
import type { Eye } from './withheld.js';

export interface GuardPorts extends StandingPorts {
  readonly keys: KeyRing;
}

/**
 * The queries of the log behind the policy. A case that a reader does not see is answered as one that does not exist; of
 * a case that they see, what they may not see is left out. What is about no single case is told to the system alone,
 * unless it says nothing of any case.
 */
export const guardedLog = (inner: LogQueries, ports: GuardPorts): LogQueries => ({
  head: (reader) => inner.head(reader),
  eventCount: (reader, asked) => inner.eventCount(reader, asked),
  // It answers each with what they took or review.
  emergencyAccess: (reader, asked) => inner.emergencyAccess(reader, asked),
  ...forSystem(inner),
  ...guardedNames(inner, ports),
  ...guardedCases(inner, ports),
  ...guardedHistories(inner, ports),
  ...guardedSending(inner, ports),
  ...guardedErasure(inner, ports),
  ...guardedProposalsOfCase(inner, ports),
  ...guardedReads(inner, ports),
});

type Names = Pick<LogQueries, 'findCases' | 'findCase' | 'casesSeen'>;

/** Which cases there are. */
function guardedNames(inner: LogQueries, ports: GuardPorts): Names {
  const findCases: LogQueries['findCases'] = async (reader, asked) => {
    const found = await inner.findCases(reader, asked);
    if (isSystem(reader)) return found;
    const isByReference = !isCaseId(asked.reference.toLowerCase());
    const seen: FoundCase[] = [];
    for (const one of found) {
      const sight = (await seenCase(ports, reader, one.caseId))?.sight;
      // Whoever does not see the reference of a case is not told whose it is either.
      if (sight !== undefined && (!isByReference || sight.sees('identity'))) seen.push(one);
    }
    return seen;
  };
  return {
    findCases,
    findCase: async (reader, asked) => onlyCase(await findCases(reader, asked))?.caseId,

    async casesSeen(reader, { caseIds }) {
      if (isSystem(reader)) return inner.casesSeen(reader, { caseIds });
      const names = new Map<string, string | null>();
      for (const caseId of new Set(caseIds)) {
        const seen = await seenCase(ports, reader, caseId);
        if (seen !== undefined)
          names.set(caseId, seen.sight.sees('identity') ? seen.reference : pseudonymOf(ports.keys, caseId));
      }
      return names;
    },
  };
}

/** Asks of one case: what a reader sees is shown to them, and a case that they do not see is none. */
const casesOf =
  (ports: GuardPorts) =>
  async <Answer, None>(
    reader: Reader,
    caseId: string,
    { ask, show, none }: Guarded<Answer, None>,
  ): Promise<Answer | None> => {
    if (isSystem(reader)) return ask();
    const seen = await seenCase(ports, reader, caseId);
    return seen === undefined ? none : show(await ask(), eyeOf(ports, seen, caseId), seen.workflow);
  };

type Cases = Pick<LogQueries, 'workflowOf' | 'openedAt' | 'case' | 'commands' | 'replay' | 'compare'>;

/** Single cases. */
function guardedCases(inner: LogQueries, ports: GuardPorts): Cases {
  const ofCase = casesOf(ports);
  return {
    workflowOf: (reader, asked) =>
      ofCase(reader, asked.caseId, {
        ask: () => inner.workflowOf(reader, asked),
        show: same,
        none: undefined,
      }),

    openedAt: (reader, asked) =>
      ofCase(reader, asked.caseId, { ask: () => inner.openedAt(reader, asked), show: same, none: undefined }),

    case: (reader, asked) =>
      ofCase(reader, asked.caseId, {
        ask: () => inner.case(reader, asked),
        show: (found, eye) => found && caseFor(found, eye),
        none: undefined,
      }),

    commands: (reader, asked) =>
      ofCase(reader, asked.caseId, {
        ask: () => inner.commands(reader, asked),
        show: (found, eye) => found && commandsFor(found, eye),
        none: undefined,
      }),

    replay: (reader, asked) =>
      ofCase(reader, asked.caseId, {
        ask: () => inner.replay(reader, asked),
        show: (replay, eye, workflow) =>
          replay && { ...replay, steps: replay.steps.map((step) => stepFor(workflow, step, eye)) },
        none: undefined,
      }),

    compare: (reader, asked) =>
      ofCase(reader, asked.caseId, {
        ask: () => inner.compare(reader, asked),
        show: (all, eye, workflow) => foldedDifferencesFor(workflow, all, eye),
        none: [],
      }),
  };
}

type Histories = Pick<LogQueries, 'history' | 'historyBackwards' | 'historySteps'>;

/** The events of single cases. */
function guardedHistories(inner: LogQueries, ports: GuardPorts): Histories {
  const ofCase = casesOf(ports);
  return {
    history: (reader, asked) =>
      ofCase(reader, asked.caseId, {
        ask: () => inner.history(reader, asked),
        show: (events, eye) => events.map((event) => eventFor(event, eye)),
        none: [],
      }),

    historyBackwards: (reader, asked) =>
      ofCase(reader, asked.caseId, {
        ask: () => inner.historyBackwards(reader, asked),
        show: (events, eye) => events.map((event) => eventFor(event, eye)),
        none: [],
      }),

    async *historySteps(reader, asked) {
      const { caseId } = asked;
      const seen = isSystem(reader) ? whole : await seenCase(ports, reader, caseId);
      if (seen === undefined) return;
      const eye = eyeOf(ports, seen, caseId);
      for await (const step of inner.historySteps(reader, asked))
        yield step.map((event) => eventFor(event, eye));
    },
  };
}

/**
 * What goes with sending. Of a case that they see a sender is told everything (`Told`). Of another one they could learn
 * without leaving a trace, so they are told nothing.
 */
const guardedSending = (inner: LogQueries, ports: GuardPorts): Pick<LogQueries, 'dryRun' | 'changes'> => ({
  // Who acted and when is told to whoever sees the case.
  async changes(reader, asked) {
    const isSeen = isSystem(reader) || (await seenCase(ports, reader, asked.caseId)) !== undefined;
    return isSeen ? inner.changes(reader, asked) : [];
  },

  async dryRun(reader, asked) {
    const { target } = asked.sent;
    const isSeen =
      isSystem(reader) ||
      ('caseId' in target && (await seenCase(ports, reader, target.caseId)) !== undefined);
    return isSeen ? inner.dryRun(reader, asked) : refused({ code: 'CASE_NOT_FOUND' });
  },
});

/** The certificate of an erasure is for everybody who sees the case. */
const guardedErasure = (inner: LogQueries, ports: GuardPorts): Pick<LogQueries, 'erasure'> => ({
  async erasure(reader, asked) {
    if (isSystem(reader)) return inner.erasure(reader, asked);
    const seen = await seenCase(ports, reader, asked.caseId);
    const found = seen && (await inner.erasure(reader, asked));
    if (found === undefined) return undefined;
    const eye = eyeOf(ports, seen as SeenCase, asked.caseId);
    const reference = eye.sight.sees('identity') ? found.reference : eye.pseudonym();
    return { ...found, reference, fact: eventFor(found.fact, eye) };
  },
});

const eyeOf = ({ keys }: GuardPorts, { sight }: Pick<SeenCase, 'sight'>, caseId: string): Eye => ({
  sight,
  pseudonym: () => pseudonymOf(keys, caseId),
});

const whole = { sight: wholeSight };

interface Guarded<Answer, None> {
  readonly ask: () => Promise<Answer>;
  readonly show: (answer: Answer, eye: Eye, workflow: Workflow) => Answer;
  /** The answer for a case that does not exist. */
  readonly none: None;
}

const same = <Answer>(answer: Answer): Answer => answer;

function commandsFor({ state, commands }: CaseCommands, eye: Eye): CaseCommands {
  const { workflow } = state;
  return {
    state: caseFor(state, eye),
    commands: commands.map((one) => availabilityFor(workflow, one, eye)),
    withheld: withheldOfRules(workflow, eye),
  };
}

/** The queries that read the events of all cases. */
const forSystem = (inner: LogQueries): Pick<LogQueries, 'verifyLog' | 'openCases' | 'log' | 'follow'> => ({
  verifyLog: (reader, onProgress) => {
    mustBeSystem(reader);
    return inner.verifyLog(reader, onProgress);
  },
  openCases: (reader, asked) => {
    mustBeSystem(reader);
    return inner.openCases(reader, asked);
  },
  log: (reader, range) => {
    mustBeSystem(reader);
    return inner.log(reader, range);
  },
  follow: (reader, consumer, options) => {
    mustBeSystem(reader);
    return inner.follow(reader, consumer, options);
  },
});

/** @throws ReadNotPermittedError  a person reads what is the work of the system */
export function mustBeSystem(reader: Reader): void {
  if (!isSystem(reader)) throw new ReadNotPermittedError(reader.operation, reader.purpose);
}
