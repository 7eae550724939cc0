import { rulesClass } from '@safeconduct/workflow';
import {
  totalOf,
  type CaseException,
  type ExceptionGroup,
  type ExceptionQueries,
  type ExceptionsRequest,
  type SeenExceptions,
} from '../queries/exceptions.js';
import type { Queries } from '../queries/queries.js';
import { isSystem, type Reader } from '../queries/reader.js';
import { shownNow } from './guarded-case-list.js';
import type { GuardPorts } from './guarded-log.js';
import { seesProposal } from './guarded-proposals.js';

/**
 * What does not go on by itself, behind the policy: only in cases that the reader sees, only proposals and emergency access
 * that are theirs to see, and which rules failed only where they see the rules.
 */
export function guardedExceptions(inner: Queries, ports: GuardPorts): ExceptionQueries {
  const { policy } = ports;
  async function exceptions(reader: Reader, request: ExceptionsRequest): Promise<readonly ExceptionGroup[]> {
    if (isSystem(reader)) return inner.exceptions(reader, request);
    const seen: SeenExceptions = {
      visible: policy.visibleTo(reader, request.now) ?? [],
      seesProposal: (one) => seesProposal(ports, reader, { ...one, isOfOpenCase: one.reference !== null }),
    };
    const groups = await inner.exceptions(reader, { ...request, ...seen });
    return groups.map((group) => ({ ...group, items: group.items.map((one) => shown(reader, one)) }));
  }

  function shown(reader: Reader, one: CaseException): CaseException {
    const { listed, refusal } = one;
    const seesRules = policy.seesAlways(reader, () => [rulesClass]);
    return {
      ...one,
      listed: listed && shownNow(ports, reader, listed),
      refusal: refusal && (seesRules ? refusal : { ...refusal, guards: [] }),
    };
  }

  return {
    exceptions,
    countExceptions: async (reader, request) => totalOf(await exceptions(reader, { ...request, limit: 1 })),
  };
}
