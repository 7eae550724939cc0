/** The pages on which people sign in, and what they load. Nobody has to have signed in to see them. */
export const signInPages = ['/sign-in', '/account', '/sign-in/scripts/:name'] as const;
