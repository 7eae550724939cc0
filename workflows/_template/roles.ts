/** The roles. `system` is the engine itself: it sends the command of a passed deadline. */
export const roles = ['clerk', 'head', 'system'] as const;
export type Role = (typeof roles)[number];
