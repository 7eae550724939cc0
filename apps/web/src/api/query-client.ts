import { QueryClient } from '@tanstack/react-query';
import { caseKey, countsQuery, metaQuery, sessionQuery, workflowsQuery } from './queries.js';
import { whenEmergencyReadingChanges } from './emergency-reading.js';
import { whenErased, whenProposed, whenRecorded, whenReset } from './live.js';
import { OfflineError, ProblemError } from './problem.js';
import { whenPurposeChanges } from './purpose.js';

const serverFault = 500;
const triesMax = 2;

/** What was answered. It is in the memory of the page alone, and gone with it. */
export const queryClient = new QueryClient({
  defaultOptions: {
    // Without a connection a request fails at once and says so, instead of waiting in silence.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      staleTime: 10_000,
      gcTime: 300_000,
      retry: (tries, error) => tries < triesMax && mayPass(error),
      refetchOnWindowFocus: true,
    },
  },
});

/** Whether the same request may succeed a moment later. */
const mayPass = (error: Error): boolean =>
  error instanceof OfflineError || (error instanceof ProblemError && error.problem.status >= serverFault);

whenRecorded(({ caseId }) => {
  void queryClient.invalidateQueries({ queryKey: caseKey(caseId) });
});
whenProposed((caseId) => {
  for (const queryKey of [[...caseKey(caseId), 'proposals'], ['proposals'], countsQuery.queryKey])
    void queryClient.invalidateQueries({ queryKey });
});
// Another log is another world, and of a person who is erased nothing may stay: lists and search results have names too.
for (const when of [whenReset, whenErased])
  when(() => {
    void queryClient.resetQueries();
  });

/** What they answer is the same whatever somebody reads for, and every screen stands on it. */
const ofNoPurpose = [sessionQuery, metaQuery, workflowsQuery].map(({ queryKey: [first] }): unknown => first);
whenPurposeChanges(() => {
  void queryClient.resetQueries({ predicate: ({ queryKey: [first] }) => !ofNoPurpose.includes(first) });
});
// What was read of a case under emergency access is taken away with it; under it there is more to be read.
whenEmergencyReadingChanges((caseId) => {
  for (const queryKey of [caseKey(caseId), ['drafts', caseId]]) void queryClient.resetQueries({ queryKey });
});
