import type { Actor } from '../index.js';

/**
 * An actor for tests, whose one role is what their id begins with: `clerk-1` is a clerk. The engine's own ids
 * begin with `sys-`, which is the role `system`.
 */
export function namedActor(id: string): Actor {
  const role = id.slice(0, Math.max(0, id.indexOf('-')));
  if (role === '') return { id, roles: [] };
  return { id, roles: [role === 'sys' ? 'system' : role] };
}
