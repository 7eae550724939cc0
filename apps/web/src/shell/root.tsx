import { useQueryErrorResetBoundary, useSuspenseQuery } from '@tanstack/react-query';
import { Outlet, useNavigate } from '@tanstack/react-router';
import { Suspense } from 'react';
import { RouterProvider } from 'react-aria-components';
import { languageKnown, useManner } from '../api/preferences.js';
import { usePurpose } from '../api/purpose.js';
import { metaQuery, sessionQuery, workflowsQuery } from '../api/queries.js';
import { queryClient } from '../api/query-client.js';
import { InLanguage, loadTexts } from '../language/locale.js';
import { Boundary } from './boundary.js';
import { PageWaiting } from './page-states.js';
import { Shell } from './shell.js';
import { BeforeSession } from './before-session.js';

// What every screen needs is asked for at once, before the first of them is drawn.
for (const query of [sessionQuery, metaQuery, workflowsQuery]) {
  // Whoever needs it is told why there is none.
  queryClient.query(query as never).catch(() => undefined);
}
languageKnown()
  .then(loadTexts)
  .catch(() => undefined);

/** Every screen: inside the shell, in the language of whoever is signed in. */
export function Root() {
  const { reset } = useQueryErrorResetBoundary();
  return (
    <Boundary onReset={reset} failed={(error, again) => <BeforeSession error={error} again={again} />}>
      <Suspense fallback={<div className="first-wait" aria-busy="true" />}>
        <SignedIn />
      </Suspense>
    </Boundary>
  );
}

function SignedIn() {
  useSuspenseQuery(metaQuery);
  const manner = useManner();
  const navigate = useNavigate();
  const { chosen } = usePurpose();
  return (
    <InLanguage manner={manner}>
      <RouterProvider navigate={(href) => void navigate({ href })}>
        <Shell>
          {/* Nothing that a screen remembers of what was read for another purpose stays. */}
          <Suspense key={chosen} fallback={<PageWaiting />}>
            <Outlet />
          </Suspense>
        </Shell>
      </RouterProvider>
    </InLanguage>
  );
}
