/** The pages on which people sign in, and what they load. Nobody has to have signed in to see them. */
export const signInPages = ['/sign-in', '/account', '/sign-in/scripts/:name'] as const;

/** Where the way to an issuer begins. */
export const issuerStart = '/oidc/start';

/** Those on the way to an issuer and back, and the address at which the issuer says that somebody signed out. */
export const issuerPages = [issuerStart, '/oidc/callback', '/oidc/back-channel-logout'] as const;
