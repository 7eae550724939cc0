import { useEffect } from 'react';
import { ProblemError } from '../api/problem.js';
import { InLanguage } from '../language/locale.js';
import { Failure } from '../components/said.js';

const signInStatus = 401;

/** Nobody is signed in, or the server does not say who is: to the page where one signs in, and back here afterwards. */
export function BeforeSession({ error, again }: { readonly error: unknown; readonly again: () => void }) {
  const mustSignIn = error instanceof ProblemError && error.problem.status === signInStatus;
  useEffect(() => {
    if (mustSignIn) location.replace(signInAddress());
  }, [mustSignIn]);
  if (mustSignIn) return null;
  return (
    <InLanguage
      manner={{ language: deviceLanguage(), numerals: 'western', calendar: 'gregorian', zone: 'UTC' }}
    >
      <main className="alone">
        <Failure error={error} again={again} />
      </main>
    </InLanguage>
  );
}

const deviceLanguage = () => (navigator.language.startsWith('ar') ? 'ar' : 'en');

/** Where one signs in and comes back to the page that is shown. */
export const signInAddress = (): string =>
  `/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`;
