import { useEffect } from 'react';

/** Names the page in its tab. No name of a person: titles stay in the history of the browser. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Safeconduct`;
  }, [title]);
}
