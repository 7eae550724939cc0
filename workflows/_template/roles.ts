/** Who may do something. `system` is the engine itself: it sends what a passed deadline asks for. */
export const roles = ['clerk', 'head', 'system'] as const;
export type Role = (typeof roles)[number];
