import { queryOptions } from '@tanstack/react-query';
import type { EmergencyAccess } from '@safeconduct/contracts';
import { answerOf, api } from './client.js';
import { withFreshSignIn } from './sign-in.js';

export type { EmergencyAccess };

/** The emergency access that somebody took, the newest first. */
export const ownAccessQuery = (person: string | null) =>
  queryOptions({
    queryKey: ['emergency', person],
    queryFn: async ({ signal }) => {
      const { items } = await answerOf(api.GET('/api/v1/emergency-access', { signal }));
      return items.filter((access) => access.person === person);
    },
  });

export type EmergencyTrigger = EmergencyAccess['trigger'];

/** What somebody asks for, of a case that they know by its id or by its reference. */
interface AskedAccess {
  readonly of: { readonly caseId: string } | { readonly reference: string; readonly workflow: string };
  readonly trigger: EmergencyTrigger;
  readonly text: string;
  readonly classes: string[];
  readonly minutes: number;
}

/** Takes it; where that needs a new sign-in, asks for it first. @throws ProblemError OfflineError */
export const takeAccess = ({ of, ...asked }: AskedAccess): Promise<EmergencyAccess> =>
  withFreshSignIn(() =>
    answerOf(
      'caseId' in of
        ? api.POST('/api/v1/cases/{caseId}/emergency-access', { params: { path: of }, body: asked })
        : api.POST('/api/v1/emergency-access', { body: { ...of, ...asked } }),
    ),
  );

/** Ends it before its time. @throws ProblemError OfflineError */
export const endAccess = (grantId: string): Promise<EmergencyAccess> =>
  answerOf(api.POST('/api/v1/emergency-access/{grantId}/end', { params: { path: { grantId } } }));
