import type { CommandSources, Instant } from '@safeconduct/workflow';
import type { z } from 'zod';

/** How a command is sent when everything is in order. */
export interface Sample<Input = unknown> {
  readonly by: string;
  readonly confirmedBy?: string;
  /** Valid inputs at an instant: the usual one first, then the alternatives. */
  readonly inputs: (at: Instant) => readonly [Input, ...Input[]];
}

/** One sample for each command of a section; a command without one does not compile. */
export type SamplesOf<Commands extends CommandSources> = {
  readonly [Name in keyof Commands]: Sample<z.input<Commands[Name]['input']>>;
};

/** A personal value: a spec finds it wherever it appears outside a sealed field. */
export const sealed = (what: string): string => `SEALED ${what}`;

/** A personal value where the form takes a code only: the same search finds it. */
export const plantedLanguage = 'kmr';

export const hash = (digit: string): string => digit.repeat(64);

/** The command that the system sends when a deadline has passed at that instant. */
export const passed = (deadline: string): Sample<{ deadline: string; dueAt: Instant }> => ({
  by: 'sys-deadlines',
  inputs: (at) => [{ deadline, dueAt: at }],
});
