import { draftsQuery } from './drafts.js';
import { languageKnown } from './preferences.js';
import { caseProposalsQuery } from './proposals.js';
import { caseQuery, commandsQuery, staffNamesQuery, timelineQuery } from './queries.js';
import { queryClient } from './query-client.js';

/** Asks for what the page of a case shows, while the page itself is still on its way. Whoever needs it is told why there is none. */
export async function askForCase(caseId: string): Promise<void> {
  await languageKnown();
  await Promise.all([
    queryClient.query(caseQuery(caseId)),
    queryClient.query(commandsQuery(caseId)),
    queryClient.query(caseProposalsQuery(caseId)),
    queryClient.query(draftsQuery(caseId)),
    queryClient.infiniteQuery(timelineQuery(caseId)),
    queryClient.query(staffNamesQuery),
  ]);
}
