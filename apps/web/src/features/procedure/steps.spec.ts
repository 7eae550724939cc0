import { describe, expect, it } from '@jest/globals';
import type { WorkflowFile } from '../../api/queries.js';
import { procedureSearch } from './procedure-search.js';
import { statesOfStep, stepsOf } from './steps.js';

const state = (path: string, isLeaf: boolean, commands: readonly string[] = []) => ({
  path,
  isLeaf,
  commands,
});
const step = (command: string, roles: readonly string[], confirmedBy: readonly string[] | null = null) => ({
  ...{ command, roles, confirmedBy },
});
const workflow = {
  states: [
    state('entered', true, ['Place']),
    state('camped', false),
    state('camped.settled', true, ['Ask', 'Move']),
    state('camped.returning', false),
    state('camped.returning.asked', true, ['Withdraw', 'Move']),
    state('camped.returning.cleared', true, ['Withdraw', 'Move']),
    state('campedElsewhere', true, []),
  ],
  commands: [
    step('Place', ['intake']),
    step('Ask', ['caseOfficer']),
    step('Move', ['supervisor'], ['protection']),
    step('Withdraw', ['caseOfficer', 'counsel']),
  ],
} as unknown as WorkflowFile;

const named = (steps: ReturnType<typeof stepsOf>) => steps.map(({ command }) => command);

describe('the states of a step', () => {
  it('are the outermost ones in all of which it is possible', () => {
    expect(statesOfStep(workflow, 'Move')).toEqual(['camped']);
    expect(statesOfStep(workflow, 'Withdraw')).toEqual(['camped.returning']);
    expect(statesOfStep(workflow, 'Ask')).toEqual(['camped.settled']);
    expect(statesOfStep(workflow, 'Unknown')).toEqual([]);
  });
});

describe('the steps of the procedure', () => {
  it('are narrowed to those of a state with all states inside it', () => {
    expect(named(stepsOf(workflow, { state: 'camped' }))).toEqual(['Ask', 'Move', 'Withdraw']);
    expect(named(stepsOf(workflow, { state: 'camped.returning' }))).toEqual(['Move', 'Withdraw']);
    expect(named(stepsOf(workflow, { state: 'campedElsewhere' }))).toEqual([]);
    expect(named(stepsOf(workflow, {}))).toHaveLength(4);
  });

  it('are narrowed to those that a role sends or confirms', () => {
    expect(named(stepsOf(workflow, { role: 'protection' }))).toEqual(['Move']);
    expect(named(stepsOf(workflow, { role: 'counsel', state: 'camped' }))).toEqual(['Withdraw']);
  });
});

describe('the address of the procedure', () => {
  it('is read without what it cannot be', () => {
    expect(procedureSearch({ part: 'roles', role: 'supervisor', state: 'a b', q: 'x' })).toEqual({
      part: 'roles',
      role: 'supervisor',
    });
    expect(procedureSearch({ part: 'other', workflow: 5 })).toEqual({});
  });
});
