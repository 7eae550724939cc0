import { epochMsOf, instantOf, type Instant } from '@safeconduct/workflow';
import { hostOffset } from '../limits.js';

/** Whole seconds since the day before the first crossing began, in the local time of the host country. */
export type LocalSeconds = number;

const hour = 3600;
const originMs = epochMsOf('2024-12-06T00:00:00.000Z');

/** The beginning of a day. */
export const dayOf = (date: string): LocalSeconds => (epochMsOf(`${date}T00:00:00.000Z`) - originMs) / 1000;

/** The beginning of the day of a time. */
export const startOfDay = (at: LocalSeconds): LocalSeconds => at - (at % (24 * hour));

export const hours = (count: number): number => count * hour;
export const minutes = (count: number): number => count * 60;
export const days = (count: number): number => count * 24 * hour;

/** A time as a command file has it: `2024-12-19T07:30:00+03:00`. */
export const iso = (seconds: LocalSeconds): string =>
  `${instantOf(originMs + seconds * 1000).slice(0, '2024-12-19T07:30:00'.length)}${hostOffset}`;

/** After the last step of a caseload: 12 January 2025, eight in the morning in the host country. */
export const caseloadEnd: Instant = '2025-01-12T05:00:00.000Z';
