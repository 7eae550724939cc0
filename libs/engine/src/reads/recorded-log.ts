import { rulesClass } from '@safeconduct/workflow';
import { isPseudonym } from '../access/pseudonym.js';
import type { CaseEvent, Register } from '../events/case-event.js';
import { isCaseId } from '../events/streams.js';
import type { CaseMoment } from '../moment.js';
import { onlyCase } from '../queries/find-cases.js';
import type { LogQueries } from '../queries/log-queries.js';
import type { Reader } from '../queries/reader.js';
import { HandedOver } from './handed-over.js';
import { readsClass } from './read-entry.js';
import type { ReadRecorder } from './read-recorder.js';

export interface RecordedPorts {
  readonly recorder: ReadRecorder;
  readonly register: Register;
}

/**
 * The queries of the log, each answer entered in the log of reads before it is handed over. Each function is written down
 * here, so that a new one does not compile until it says what it enters. Not entered is what tells nothing of any
 * person: whether there is a case of an id, of which workflow, and since when; how long the log is; and what only loops of
 * the system ask.
 */
export const recordedLog = (inner: LogQueries, ports: RecordedPorts): LogQueries => ({
  head: (reader) => inner.head(reader),
  eventCount: (reader, asked) => inner.eventCount(reader, asked),
  workflowOf: (reader, asked) => inner.workflowOf(reader, asked),
  openedAt: (reader, asked) => inner.openedAt(reader, asked),
  verifyLog: (reader, onProgress) => inner.verifyLog(reader, onProgress),
  openCases: (reader, asked) => inner.openCases(reader, asked),
  log: (reader, range) => inner.log(reader, range),
  follow: (reader, consumer, options) => inner.follow(reader, consumer, options),
  ...recordedNames(inner, ports),
  ...recordedFile(inner, ports),
  ...recordedProposals(inner, ports),
  ...recordedHistories(inner, ports),
  ...recordedSending(inner, ports),
  ...recordedPast(inner, ports),
  ...recordedEntries(inner, ports),
  ...recordedEmergency(inner, ports),
});

/** What people wrote of an emergency is narrative of its case. */
const recordedEmergency = (
  inner: LogQueries,
  { recorder }: RecordedPorts,
): Pick<LogQueries, 'emergencyAccess'> => ({
  async emergencyAccess(reader, asked) {
    const grants = await inner.emergencyAccess(reader, asked);
    const cases = grants.map(({ caseId }) => caseId);
    if (grants.length > 0)
      await recorder.enter(reader, { cases, classes: ['narrative'], rows: grants.length });
    return grants;
  },
});

type Names = Pick<LogQueries, 'findCases' | 'findCase' | 'casesSeen'>;

function recordedNames(inner: LogQueries, { recorder }: RecordedPorts): Names {
  const findCases: LogQueries['findCases'] = async (reader, asked) => {
    const found = await inner.findCases(reader, asked);
    if (isCaseId(asked.reference.toLowerCase())) return found;
    const cases = found.map(({ caseId }) => caseId);
    const classes = cases.length === 0 ? [] : ['identity'];
    await recorder.enter(reader, { cases, classes, rows: cases.length, searched: asked.reference });
    return found;
  };
  return {
    findCases,
    findCase: async (reader, asked) => onlyCase(await findCases(reader, asked))?.caseId,

    // What the feed sends are the events of these cases.
    async casesSeen(reader, asked) {
      const seen = await inner.casesSeen(reader, asked);
      const isNamed = [...seen.values()].some((name) => name !== null && !isPseudonym(name));
      const classes = isNamed ? ['identity'] : [];
      if (seen.size > 0)
        await recorder.enter(reader, { cases: [...seen.keys()], classes, rows: asked.caseIds.length });
      return seen;
    },
  };
}

type File = Pick<LogQueries, 'case' | 'commands' | 'proposalsOfCase' | 'erasure'>;

/** One case as it is or was. */
function recordedFile(inner: LogQueries, { recorder, register }: RecordedPorts): File {
  return {
    async case(reader, { caseId, moment }) {
      const found = await inner.case(reader, { caseId, moment });
      const handed = new HandedOver(register);
      if (found !== undefined) handed.case(found);
      const { classes } = handed;
      await recorder.enter(reader, { cases: [caseId], classes, rows: found === undefined ? 0 : 1, moment });
      return found;
    },

    async commands(reader, asked) {
      const { caseId, moment } = asked;
      const found = await inner.commands(reader, asked);
      const handed = new HandedOver(register);
      if (found !== undefined) handed.case(found.state);
      if (found?.commands.some(({ guards }) => guards.some(({ holds }) => holds !== null)) === true)
        handed.rules();
      const { classes } = handed;
      await recorder.enter(reader, { cases: [caseId], classes, rows: found === undefined ? 0 : 1, moment });
      return found;
    },

    async erasure(reader, { caseId }) {
      const found = await inner.erasure(reader, { caseId });
      const handed = new HandedOver(register);
      if (found !== undefined) handed.event(found.fact);
      const { classes } = handed;
      await recorder.enter(reader, { cases: [caseId], classes, rows: found === undefined ? 0 : 1 });
      return found;
    },

    async proposalsOfCase(reader, { caseId }) {
      const found = await inner.proposalsOfCase(reader, { caseId });
      const handed = new HandedOver(register);
      // Whoever confirms is shown the whole step, whatever its classes are.
      for (const { envelope } of found) {
        const workflow = register.get(envelope.workflow);
        if (workflow !== undefined) handed.everything(workflow);
      }
      if (found.length > 0)
        await recorder.enter(reader, { cases: [caseId], classes: handed.classes, rows: found.length });
      return found;
    },
  };
}

/** That a step was proposed, and nothing of what it is made of. */
const recordedProposals = (
  inner: LogQueries,
  { recorder }: RecordedPorts,
): Pick<LogQueries, 'proposalsSeen'> => ({
  async proposalsSeen(reader, { caseId }) {
    const found = await inner.proposalsSeen(reader, { caseId });
    if (found.length > 0) await recorder.enter(reader, { cases: [caseId], rows: found.length });
    return found;
  },
});

type Histories = Pick<LogQueries, 'history' | 'historyBackwards' | 'historySteps'>;

/** The events of one case. */
function recordedHistories(inner: LogQueries, { recorder, register }: RecordedPorts): Histories {
  const enter = async (
    reader: Reader,
    { caseId, moment }: { readonly caseId: string; readonly moment?: CaseMoment | undefined },
    events: readonly CaseEvent[],
  ) => {
    const handed = new HandedOver(register);
    for (const event of events) handed.event(event);
    const { classes } = handed;
    await recorder.enter(reader, { cases: [caseId], classes, rows: events.length, moment });
    return events;
  };
  return {
    history: async (reader, asked) => enter(reader, asked, await inner.history(reader, asked)),
    historyBackwards: async (reader, asked) =>
      enter(reader, asked, await inner.historyBackwards(reader, asked)),
    async *historySteps(reader, asked) {
      for await (const step of inner.historySteps(reader, asked)) yield await enter(reader, asked, step);
    },
  };
}

/** What a command would lead to tells where the case is and what its rules say, and no value of its data. */
const recordedSending = (
  inner: LogQueries,
  { recorder }: RecordedPorts,
): Pick<LogQueries, 'dryRun' | 'changes'> => ({
  async changes(reader, asked) {
    const changes = await inner.changes(reader, asked);
    await recorder.enter(reader, { cases: [asked.caseId], classes: [], rows: changes.length });
    return changes;
  },

  async dryRun(reader, asked) {
    const found = await inner.dryRun(reader, asked);
    const { target } = asked.sent;
    const caseId = 'foreseen' in found ? found.caseId : 'caseId' in target ? target.caseId : undefined;
    const rows = 'refusal' in found && found.refusal.code === 'CASE_NOT_FOUND' ? 0 : 1;
    const cases = caseId === undefined ? [] : [caseId];
    await recorder.enter(reader, { cases, classes: rows === 0 ? [] : [rulesClass], rows });
    return found;
  },
});

/** What happened in one case, compared and replayed. */
function recordedPast(
  inner: LogQueries,
  { recorder, register }: RecordedPorts,
): Pick<LogQueries, 'replay' | 'compare'> {
  return {
    async replay(reader, asked) {
      const { caseId, moment } = asked;
      const found = await inner.replay(reader, asked);
      const steps = found?.steps ?? [];
      const handed = new HandedOver(register);
      const workflow = await inner.workflowOf(reader, { caseId });
      if (workflow !== undefined) for (const step of steps) handed.step(workflow, step);
      await recorder.enter(reader, { cases: [caseId], classes: handed.classes, rows: steps.length, moment });
      return found;
    },

    async compare(reader, asked) {
      const { caseId, to: moment } = asked;
      const found = await inner.compare(reader, asked);
      const handed = new HandedOver(register);
      const workflow = await inner.workflowOf(reader, { caseId });
      if (workflow !== undefined) for (const one of found) handed.change(workflow, one);
      await recorder.enter(reader, { cases: [caseId], classes: handed.classes, rows: found.length, moment });
      return found;
    },
  };
}

/** Who reads the log of reads stands in it as well. */
const recordedEntries = (
  inner: LogQueries,
  { recorder }: RecordedPorts,
): Pick<LogQueries, 'readEntries' | 'readFacets' | 'accessReport'> => ({
  async accessReport(reader, { caseId }) {
    const found = await inner.accessReport(reader, { caseId });
    const rows = found === undefined ? 0 : found.reads.length + found.decisions.length;
    const classes = found === undefined ? [] : [readsClass, rulesClass];
    await recorder.enter(reader, { cases: [caseId], classes, rows });
    return found;
  },

  async readEntries(reader, asked) {
    const found = await inner.readEntries(reader, asked);
    const { caseId } = asked.filter;
    const cases = caseId === undefined ? [] : [caseId];
    await recorder.enter(reader, { cases, classes: [readsClass], rows: found.length });
    return found;
  },

  // Numbers are entered as those of other lists are: where they are of one case.
  async readFacets(reader, asked) {
    const counted = await inner.readFacets(reader, asked);
    const { caseId } = asked.filter;
    if (caseId !== undefined && counted.facets.actor.length > 0)
      await recorder.enter(reader, { cases: [caseId], classes: [readsClass], rows: 1 });
    return counted;
  },
});
