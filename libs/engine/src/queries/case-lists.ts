import type { Subject } from '@safeconduct/workflow';
import type { Register } from '../events/case-event.js';
import type { CasePage, ViewQueries } from '../ports/view-queries.js';
import { caseFacets, type GroupsOf } from './case-facets.js';
import { checkNames } from './check-names.js';
import { caseFilter, type CaseFilterPorts } from './case-filter.js';
import { possibleDuplicates } from './possible-duplicates.js';
import type { LogQueries } from './log-queries.js';
import type { CaseListName, CasesRequest, Queries } from './queries.js';
import { rankedCases } from './rank-cases.js';
import type { Reader } from './reader.js';
import { listedBySubject } from './subject-cursor.js';
import { workload } from './workload.js';

type CaseLists = Pick<Queries, CaseListName>;

const noCases: CasePage = { cases: [], next: null, total: { value: 0, relation: 'eq' } };

type Past = Pick<CasesRequest, 'moment' | 'earlier' | 'moved'>;

function checkPast(register: Register, { earlier, moved }: Past): void {
  if (earlier !== undefined)
    checkNames(register, { workflow: earlier.workflow, earlierState: earlier.state ?? undefined });
  if (moved !== undefined)
    checkNames(register, { workflow: moved.workflow, movedState: [moved.from, moved.to] });
}

/** The list of cases, its numbers, and one row of it. */
export function caseLists(
  ask: ViewQueries,
  ports: CaseFilterPorts & { readonly log: LogQueries },
): CaseLists {
  const { log } = ports;
  const groupsFor =
    (reader: Reader, { moment, earlier, moved }: Past = {}): GroupsOf =>
    async (search) => {
      const filter = await caseFilter(ports, reader, search);
      if (filter === undefined) return [];
      return moment === undefined
        ? ask.caseGroups(filter)
        : ask.caseGroupsAt(moment, { filter, earlier, moved });
    };
  return {
    async listCases(reader, { search, moment, earlier, moved, order, limit, after }) {
      const filter = await caseFilter(ports, reader, search);
      if (filter === undefined) return noCases;
      if (moment === undefined) return listedBySubject(ask, { filter, limit, after, order });
      checkPast(ports.register, { earlier, moved });
      return ask.listCasesAt(moment, {
        ...{ filter, earlier, moved, limit, after },
        descending: order?.descending,
      });
    },

    async countCases(reader, { search, moment, earlier, moved }) {
      const filter = await caseFilter(ports, reader, search);
      if (filter === undefined) return noCases.total;
      if (moment === undefined) return ask.countCases(filter);
      checkPast(ports.register, { earlier, moved });
      return (await ask.listCasesAt(moment, { filter, earlier, moved, limit: 1 })).total;
    },

    async caseFacets(reader, request) {
      checkPast(ports.register, request);
      return caseFacets(ports.register, groupsFor(reader, request), request);
    },

    workload: (reader, request) => workload(ports.register, groupsFor(reader), request),

    rankedCases: (reader, request) => rankedCases(ask, ports, { ...request, reader }),
    possibleDuplicates: (reader, request) => possibleDuplicates(ask, ports, { ...request, reader }),

    listedCase: (_reader, { caseId }) => ask.listedCase(caseId),

    async subjectOf(reader, { caseId }) {
      const listed = await ask.listedCase(caseId);
      if (listed !== undefined) return listed.subject ?? undefined;
      const workflow = await log.workflowOf(reader, { caseId });
      let newest: Subject | undefined;
      for await (const step of log.historySteps(reader, { caseId }))
        for (const { fact } of step) newest = workflow?.subject(fact.type, fact.data) ?? newest;
      return newest;
    },
  };
}
