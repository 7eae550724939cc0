import { table, type Column } from '../../apps/server/src/console/table.js';
import type { Machine } from './machine.js';
import type { Line, Measurement, Unit } from './measurement.js';
import type { Spread, Target } from './statistics.js';

/** The result of a run, and the shape of the JSON document. */
export interface Report {
  readonly begunAt: string;
  readonly machine: Machine;
  readonly repeat: number;
  readonly measurements: readonly Measured[];
  /** What this run did not measure. */
  readonly leftOut: readonly string[];
}

export interface Measured {
  readonly name: string;
  readonly about: string;
  readonly lines: readonly Line[];
}

const columns: readonly Column[] = [
  { title: 'what' },
  { title: 'measured', align: 'right' },
  { title: 'beside it' },
  { title: 'measured', align: 'right' },
  { title: 'ratio (least..most)', align: 'right' },
  { title: 'target', align: 'right' },
  { title: 'verdict' },
];

/** One measurement as text for a terminal. */
export const measurementText = ({ name, about, lines }: Measured): string =>
  [`${name}: ${about}`, '', table(columns, lines.map(cells)), ''].join('\n');

function cells({ what, unit, measured, beside, ratio, target, verdict }: Line): readonly string[] {
  return [
    what,
    `${digits(measured.median)} ${unit}`,
    beside?.what ?? '',
    beside === undefined ? '' : `${digits(beside.measured.median)} ${unit}`,
    spreadText(ratio ?? measured),
    target === undefined ? '' : targetText(target, ratio === undefined ? unit : undefined),
    verdict ?? '',
  ];
}

const spreadText = ({ min, median, max }: Spread): string =>
  `${digits(median)} (${digits(min)}..${digits(max)})`;

function targetText(target: Target, unit: Unit | undefined): string {
  const limit = 'atLeast' in target ? `>= ${target.atLeast}` : `<= ${target.atMost}`;
  return unit === undefined ? limit : `${limit} ${unit}`;
}

const gibibyte = 2 ** 30;

/** What the figures depend on, in one line. */
export const machineText = ({ cores, processor, memoryBytes, system, node, flushMs }: Machine): string =>
  [
    `${cores} cores (${processor})`,
    `${Math.round(memoryBytes / gibibyte)} GiB`,
    system,
    `Node ${node}`,
    `one flush of 4 KiB ${digits(flushMs)} ms`,
  ].join(', ');

/** The number of targets met, and the targets missed. */
export function summaryText({ measurements, leftOut }: Report): string {
  const judged = measurements.flatMap(({ name, lines }) =>
    lines.filter(({ verdict }) => verdict !== undefined).map((line) => ({ name, ...line })),
  );
  const missed = judged.filter(({ verdict }) => verdict === 'missed');
  return [
    `${judged.length - missed.length} of ${judged.length} targets met`,
    ...missed.map(({ name, what }) => `  missed: ${name}, ${what}`),
    ...leftOut.map((what) => `left out: ${what}`),
  ].join('\n');
}

const figures = 3;

/** Three significant digits, with thousands grouped. */
function digits(value: number): string {
  const rounded = Number(value.toPrecision(figures));
  return rounded.toLocaleString('en-US', { maximumFractionDigits: 6 });
}

/** A measurement without its function. */
export const measuredOf = ({ name, about }: Measurement, lines: readonly Line[]): Measured => ({
  name,
  about,
  lines,
});
