// @ts-check
/** What an administrator does for the accounts of others. */

import { ask } from './ask.js';
import { onSubmit } from './forms.js';
import { freshly } from './fresh.js';
import { byId, filled, said } from './page.js';
import { showOnce } from './secret.js';

/** @import { EndedSessions, Invitation } from '@safeconduct/contracts' */

export function showAdministration() {
  byId('administration', HTMLElement).hidden = false;
}

onSubmit(byId('administer', HTMLFormElement), async ({ person = '' }, { submitter }) => {
  const path = `/people/${encodeURIComponent(person)}`;
  byId('invitation-made', HTMLElement).hidden = true;
  if (submitter instanceof HTMLButtonElement && submitter.value === 'end') {
    /** @type {EndedSessions} */
    const { ended } = await ask('DELETE', `${path}/sessions`);
    return filled(said.script.sessionsEnded, { count: String(ended) });
  }
  /** @type {Invitation | undefined} */
  const invitation = await freshly(() => ask('POST', `${path}/invitation`, {}));
  if (invitation !== undefined) showOnce('invitation-made', invitation.code, invitation.endsAt);
  return undefined;
});
