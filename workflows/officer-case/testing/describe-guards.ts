import { describe, expect, it } from '@jest/globals';
import {
  fillText,
  inputFaults,
  inputText,
  languages,
  plus,
  type DecisionContext,
  type Guard,
} from '@safeconduct/workflow';
import type { Facts } from '../facts.js';
import { officerCase } from '../index.js';
import { actingOf } from './actors.js';
import { confirmed } from './case-run.js';
import { at, type Leaf } from './state-paths.js';

/**
 * A guard, the state in which it is asked, its answer, and the differences from the usual case in that state.
 */
export type Asked = readonly [Guard<Facts>, Leaf, string, Different?];

export interface Different {
  readonly but?: (facts: Facts) => Partial<Facts>;
  readonly input?: unknown;
  readonly by?: string;
  readonly confirmedBy?: string;
  /** Asked this much later than the last step. */
  readonly later?: number;
}

/**
 * Tests the guards of a track by rows. The rows of each guard must show that it holds and that it fails with
 * every code it lists.
 */
export function describeGuards(track: Readonly<Record<string, unknown>>, asked: readonly Asked[]): void {
  describe('the guards', () => {
    it.each(asked.map((each) => ({ guard: each[0].id, leaf: each[1], answer: each[2], each })))(
      '$guard in $leaf: $answer',
      ({ answer, each }) => {
        const answered = ask(each);
        expect(answered.ok ? 'holds' : answered.code).toBe(answer);
      },
    );

    it('are each shown above to hold and to fail with every code they list', () => {
      for (const { id, codes } of guardsIn(track)) {
        const answers = asked.filter(([guard]) => guard.id === id).map(([, , answer]) => answer);
        expect({ id, missing: ['holds', ...codes].filter((answer) => !answers.includes(answer)) }).toEqual({
          id,
          missing: [],
        });
      }
    });

    it('look at values of which the workflow says what they are', () => {
      for (const each of asked) {
        const { inputs } = ask(each);
        expect(inputFaults(officerCase, inputs)).toEqual([]);
        const codes = Object.entries(inputs).filter(
          ([name, value]) => officerCase.inputs[name] === 'text' && isCode(value),
        );
        expect(codes).toEqual([]);
      }
    });

    it('give the text of each code the values it speaks of', () => {
      for (const each of asked) {
        const answered = ask(each);
        if (answered.ok) continue;
        for (const language of languages) {
          const text = officerCase.texts[language].codes[answered.code] ?? '';
          expect(fillText(text, answered.inputs)).not.toMatch(/[{}]/);
        }
      }
    });
  });
}

/** Whether it has a text, so that it is no text itself. */
const isCode = (value: unknown): boolean =>
  inputText(officerCase.texts.en, 'code', String(value)) !== undefined;

/** The guards among what a `guards.ts` exports. */
export function guardsIn(track: Readonly<Record<string, unknown>>): readonly Guard<Facts>[] {
  return Object.values(track).filter((value): value is Guard<Facts> => Object.hasOwn(value as object, 'ask'));
}

function ask([guard, leaf, , { but, input, by = 'co-9', confirmedBy, later = 0 } = {}]: Asked) {
  const { folded, now } = at(leaf);
  if (folded === undefined) throw new Error(`${leaf} is no state of an open case`);
  const context: DecisionContext = {
    ...{ input, state: leaf, now: plus(now, later), actor: actingOf(by) },
    confirmation: confirmedBy === undefined ? undefined : confirmed(actingOf(confirmedBy), now),
  };
  return guard.ask({ ...folded.facts, ...but?.(folded.facts) }, context);
}

/** Facts without one of them. */
export function none(field: keyof Facts): () => Partial<Facts> {
  return () => ({ [field]: undefined });
}
