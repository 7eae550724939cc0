export const roles = ['clerk', 'head', 'system'] as const;
export type Role = (typeof roles)[number];

/** Role by the prefix of an actor's id. `sys-` is the system itself: it sends what a passed deadline asks for. */
export const actors: Readonly<Record<string, Role>> = { 'clk-': 'clerk', 'head-': 'head', 'sys-': 'system' };
