import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { template } from '../../../workflows/_template/index.js';
import { officerCase } from '../../../workflows/officer-case/index.js';
import type { Actor } from './actor.js';
import { decideCommand } from './decision.js';
import { defineWorkflow, type Command, type Workflow } from './define-workflow.js';
import { fails, holds, type Guard } from './guard.js';
import { decideProposal, mayConfirm, needsSecondPerson } from './proposal.js';
import { unsatisfiablePairs } from './unsatisfiable-pairs.js';

const now = '2025-03-01T08:00:00.000Z';
const clerk: Actor = { id: 'clerk-1', roles: ['clerk'] };
const head: Actor = { id: 'head-1', roles: ['head'] };

/** The template in which granting asks these rules and may be confirmed by these roles. */
function granting(guards: readonly Guard<unknown>[], confirmedBy: readonly string[] = ['head']): Workflow {
  const { GrantRequest } = template.source.commands;
  return defineWorkflow({
    ...template.source,
    commands: { ...template.source.commands, GrantRequest: { ...GrantRequest, guards, confirmedBy } },
  } as never);
}

const guard = (id: string, ask: Guard<unknown>['ask']): Guard<unknown> => ({
  ...{ id, version: 1, codes: ['NO'], remedies: [], readsInput: true as const },
  ask,
});

function opened(workflow: Workflow) {
  const input = { requestNo: 'R-1', name: 'A', nameArabic: 'ا' };
  const opening = decideCommand(workflow, undefined, { command: workflow.opening, input, actor: clerk, now });
  if (!opening.accepted) throw new Error('not opened');
  return opening.events.at(-1)?.after;
}

function proposed(workflow: Workflow, actor = clerk) {
  const command = workflow.commands.get('GrantRequest') as Command;
  const input = { decisionNo: 'D-1' };
  return decideProposal(workflow, opened(workflow), { command, input, actor, now });
}

describe('a proposal', () => {
  it('is refused to who may not send its command, and where the state does not have it', () => {
    expect(proposed(template, head)).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
    const command = template.commands.get('GrantRequest') as Command;
    expect(decideProposal(template, undefined, { command, input: {}, actor: clerk, now })).toMatchObject({
      refusal: { code: 'WRONG_STATE' },
    });
  });

  it('is refused by a rule that fails whoever confirms, also when the rule looks at the second person', () => {
    const blind = guard('G-1', () => fails('NO'));
    const looking = guard('G-2', (_facts, { confirmation }) =>
      fails('NO', { by: confirmation?.by.role ?? '' }),
    );
    for (const rule of [blind, looking])
      expect(proposed(granting([rule]))).toMatchObject({
        refusal: { code: 'COMMAND_REFUSED', refusals: [{ guard: rule.id }] },
      });
  });

  it('names the roles with which it is possible', () => {
    const byHead = guard('G-1', (_facts, { confirmation }) =>
      confirmation?.by.role === 'head' ? holds : fails('NO'),
    );
    expect(proposed(granting([byHead], ['clerk', 'head']))).toEqual({
      accepted: true,
      actor: { id: 'clerk-1', role: 'clerk' },
      confirmableBy: ['head'],
    });
    expect(proposed(granting([], ['clerk', 'head']))).toMatchObject({ confirmableBy: ['clerk', 'head'] });
  });

  it('shows the refusal with the fewest rules that fail', () => {
    const never = guard('G-1', () => fails('NO'));
    const byHead = guard('G-2', (_facts, { confirmation }) =>
      confirmation?.by.role === 'head' ? holds : fails('NO'),
    );
    const decision = proposed(granting([never, byHead], ['clerk', 'head']));
    expect(decision).toMatchObject({ refusal: { refusals: [{ guard: 'G-1' }] } });
    expect('refusal' in decision && decision.refusal.refusals).toHaveLength(1);
  });
});

describe('who may confirm', () => {
  const command = { confirmedBy: ['head'] };

  it('is another person with the role who does not answer to the first', () => {
    expect(mayConfirm(command, head, clerk)).toBe(true);
    expect(mayConfirm(command, head, head)).toBe(false);
    expect(mayConfirm(command, { id: 'x', roles: ['clerk'] }, clerk)).toBe(false);
    expect(mayConfirm(command, { ...head, supervisors: ['chief-1', 'clerk-1'] }, clerk)).toBe(false);
    expect(mayConfirm(command, { ...head, supervisors: ['chief-1'] }, clerk)).toBe(true);
  });

  it('is never a subordinate of the sender, also when the confirmation comes with the command', () => {
    const grant = template.commands.get('GrantRequest') as Command;
    const decided = (by: Actor) =>
      decideCommand(template, opened(template), {
        ...{ command: grant, input: { decisionNo: 'D-1' }, actor: clerk, now, contentHash: 'h' },
        confirmation: { by, at: now, contentHash: 'h' },
      });
    expect(decided({ ...head, supervisors: ['clerk-1'] })).toMatchObject({
      refusal: { code: 'SECOND_PERSON_INVALID' },
    });
    expect(decided({ ...head, supervisors: ['head-2'] }).accepted).toBe(true);
  });
});

describe('a command that is always heard', () => {
  it('waits for nobody', () => {
    const heard = { confirmedBy: ['head'], alwaysHeard: true, input: z.strictObject({}) };
    expect(needsSecondPerson(heard as unknown as Command)).toBe(false);
    const waiting = [template, officerCase].flatMap(({ commands }) =>
      [...commands.values()].filter((one) => one.alwaysHeard && one.confirmedBy !== undefined),
    );
    expect(waiting).toEqual([]);
  });
});

describe('the commands that no two people can carry out', () => {
  const commandsOf = (people: readonly Actor[]) =>
    unsatisfiablePairs([template], people).map(({ command, senders, confirmers }) => [
      command,
      senders,
      confirmers,
    ]);

  it('are those without two different people, one of whom may confirm what the other sends', () => {
    expect(commandsOf([clerk, head])).toEqual([]);
    expect(commandsOf([clerk])).toEqual([['GrantRequest', 1, 0]]);
    expect(commandsOf([head])).toEqual([['GrantRequest', 0, 1]]);
    expect(commandsOf([{ id: 'both', roles: ['clerk', 'head'] }])).toEqual([['GrantRequest', 1, 1]]);
    expect(commandsOf([{ id: 'both', roles: ['clerk', 'head'] }, head])).toEqual([]);
  });

  it('are those too whose only confirmers answer to the only senders', () => {
    const subordinate = { ...head, supervisors: ['clerk-1'] };
    expect(commandsOf([clerk, subordinate])).toEqual([['GrantRequest', 1, 1]]);
    expect(commandsOf([clerk, subordinate, { id: 'clerk-2', roles: ['clerk'] }])).toEqual([]);
  });
});
