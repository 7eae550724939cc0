import type { Operation, Scope } from '@safeconduct/contracts';
import { isFresh, type Principal } from '../../sign-in/principal.js';
import { HttpProblem } from '../problem.js';

type Asked = Pick<Operation, 'id' | 'method' | 'tag' | 'isDecisive' | 'isOfPeople' | 'onlyReads'>;

/** Why this principal may not ask for an operation, whatever their roles; `undefined` when they may. */
export function refusedOf(principal: Principal, operation: Asked | undefined): HttpProblem | undefined {
  const { means, scopes } = principal;
  const isPerson = means !== 'operator' && means !== 'token';
  if (operation?.isOfPeople === true && !isPerson)
    return new HttpProblem('SCOPE_MISSING', { scope: 'people' });
  const needed = operation && scopeOf(operation);
  if (scopes !== undefined && needed !== undefined && !scopes.includes(needed))
    return new HttpProblem('SCOPE_MISSING', { scope: needed });
  return operation?.isDecisive === true ? staleOf(principal) : undefined;
}

/** Why a principal may not take a decisive step now; `undefined` when they may. */
export const staleOf = (principal: Principal | undefined): HttpProblem | undefined =>
  principal !== undefined && isFresh(principal) ? undefined : new HttpProblem('FRESH_SIGN_IN_REQUIRED');

/** What a token has to be for, so that a program may ask an operation. */
export function scopeOf({ id, method, tag, onlyReads }: Asked): Scope {
  if (id === 'getMetrics') return 'metrics';
  if (tag === 'audit' || tag === 'verification') return 'audit';
  if (tag === 'jobs') return 'import';
  return method === 'GET' || onlyReads === true ? 'read' : 'send';
}
