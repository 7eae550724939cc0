import { describe } from '@jest/globals';
import type { ViewQueriesAdapter } from './adapter.js';
import { auditCountFacts } from './audit-count-facts.js';
import { auditFacts } from './audit-facts.js';
import { entryFacts } from './entry-facts.js';
import { declaredFacts } from './declared-facts.js';
import { ledgerFacts, pastListFacts } from './ledger-facts.js';
import { listFacts } from './list-facts.js';
import { proposalFacts } from './proposal-facts.js';
import { rankFacts } from './rank-facts.js';
import { textFacts } from './text-facts.js';
import { timeFacts } from './time-facts.js';
import { visibleFacts } from './visible-facts.js';

/** What every view store must answer: each question is judged by looking at every row or at every event. */
export function viewQueriesContract(name: string, adapter: ViewQueriesAdapter): void {
  describe(`view queries contract: ${name}`, () => {
    listFacts(adapter);
    visibleFacts(adapter);
    textFacts(adapter);
    rankFacts(adapter);
    pastListFacts(adapter);
    ledgerFacts(adapter);
    timeFacts(adapter);
    declaredFacts(adapter);
    auditFacts(adapter);
    auditCountFacts(adapter);
    entryFacts(adapter);
    proposalFacts(adapter);
  });
}

/** The lists of now and of past moments alone, for an adapter that looks for cases in several ways. */
export function caseListContract(name: string, adapter: ViewQueriesAdapter): void {
  describe(`view queries contract, lists: ${name}`, () => {
    listFacts(adapter);
    visibleFacts(adapter);
    pastListFacts(adapter);
  });
}
