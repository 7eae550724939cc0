import type { SentCommand } from '@safeconduct/engine';
import type { Draw } from '@safeconduct/workflow';
import { pick } from '../plan.js';
import { marked } from './values.js';

type Shape = (sent: SentCommand) => Partial<SentCommand>;

/** Ways to send something that fits neither its form nor what stands beside it. */
const shapes: readonly Shape[] = [
  () => ({ input: undefined }),
  () => ({ input: `${marked}no form` }),
  () => ({ input: [`${marked}a list`, 7] }),
  ({ input }) => ({ input: { ...(input as object), unknown: { deep: [`${marked}unknown`] } } }),
  ({ input }) => ({ input: Object.fromEntries(Object.keys(input as object).map((name, at) => [name, at])) }),
  () => ({ occurredAt: '2025-01-02T11:50' }),
  () => ({ purpose: `${marked}purpose` }),
  () => ({ onBehalfOf: `${marked}other` }),
  ({ actor }) => ({ confirmation: { by: actor, at: `${marked}noon` } }),
  () => ({ unread: { header: [`${marked}unread`] } }),
];

/** The same command in a shape that only a command takes that is always heard. */
export const inStrangeShape = (sent: SentCommand, draw: Draw): SentCommand => ({
  ...sent,
  ...pick(draw, 'strange shape', shapes)(sent),
});
