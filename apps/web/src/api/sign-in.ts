import { answerOf, api } from './client.js';
import { ProblemError } from './problem.js';

/** Signs in again with what was typed. @throws ProblemError  what is wrong, or that a code is asked for too */
export const signIn = (person: string, password: string, code: string | undefined) =>
  answerOf(api.POST('/api/v1/session', { body: { person, password, ...(code !== undefined && { code }) } }));

type Asked = { readonly why: 'ended' | 'decisive'; readonly done: (isSignedIn: boolean) => void };

let ask: ((asked: Asked) => void) | undefined;

/** The part of the shell that asks. */
export function setAsking(asking: ((asked: Asked) => void) | undefined): void {
  ask = asking;
}
export type { Asked };

/** Asks whoever is there to sign in once more. @returns whether they did */
export const askToSignIn = (why: Asked['why']): Promise<boolean> =>
  new Promise((done) => {
    if (ask === undefined) done(false);
    else ask({ why, done });
  });

/** Asks the server; where it wants somebody who has just signed in, asks them to, and then the server again. */
export async function withFreshSignIn<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    const isStale = error instanceof ProblemError && error.problem.code === 'FRESH_SIGN_IN_REQUIRED';
    if (isStale && (await askToSignIn('decisive'))) return ask();
    throw error;
  }
}
