/** What controllers are given, for injection. */
export const installationToken = Symbol('installation');
export const limitsToken = Symbol('limits');
export const loggerToken = Symbol('logger');
