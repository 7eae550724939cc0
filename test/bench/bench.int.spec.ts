import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measurements, runBench } from './bench.js';
import type { Scale } from './measurement.js';
import { measurementText, summaryText, type Report } from './report.js';
import { verdictOf } from './statistics.js';

/** The least of everything: this test checks that the benchmark runs, not how fast. */
const least: Scale = {
  repeat: 1,
  seconds: 0.02,
  callers: [1, 64],
  connections: [1, 64],
  cases: 70,
  persons: 12,
  sizes: [20],
  samples: 4,
};
const withinMs = 240_000;

let cache: string;
let report: Report;

beforeAll(async () => {
  cache = mkdtempSync(join(tmpdir(), 'bench-cache-'));
  report = await runBench({
    only: [],
    scale: least,
    cache,
    tell: () => {},
  });
}, withinMs);

afterAll(() => {
  rmSync(cache, { recursive: true, force: true });
});

describe('the report of the benchmark', () => {
  it('has every measurement, each with figures', () => {
    const possible = measurements.filter(({ needs }) => needs?.() === undefined);
    expect(report.measurements.map(({ name }) => name)).toEqual(possible.map(({ name }) => name));
    for (const { name, lines } of report.measurements) {
      expect({ name, lines: lines.length }).not.toEqual({ name, lines: 0 });
      for (const { what, measured } of lines) {
        expect({ name, what, isNumber: Number.isFinite(measured.median) }).toMatchObject({ isNumber: true });
      }
    }
  });

  it('gives a verdict wherever there is a target, and the one that follows from the figures', () => {
    const judged = report.measurements.flatMap(({ lines }) =>
      lines.filter(({ target }) => target !== undefined),
    );
    expect(judged.length).toBeGreaterThan(0);
    for (const { what, measured, ratio, target, verdict } of judged) {
      expect({ what, verdict }).toEqual({ what, verdict: target && verdictOf(ratio ?? measured, target) });
    }
  });

  it('judges the ratios that the project has promised', () => {
    const judged = report.measurements.flatMap(({ name, lines }) =>
      lines.flatMap(({ what, target }) => (target === undefined ? [] : [`${name}: ${what}`])),
    );
    expect(judged).toEqual(
      expect.arrayContaining([
        'commands: 64 callers',
        'commands: 1 caller waits',
        'http: 64 connections',
        'import: rows of 12 persons',
        'rebuild: events of 20 cases',
        'sealing: 64 callers, cases from entry to their end',
        'sealing: 64 callers open cases',
        'reading: lists of 50 to an auditor, with pseudonyms, 20 cases',
        'start: until ready, 20 cases',
      ]),
    );
  });

  it('is the same after it was written as JSON and read back', () => {
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it('says in words what it found and what this run left out', () => {
    const text = [...report.measurements.map(measurementText), summaryText(report)].join('\n');
    for (const { lines } of report.measurements) for (const { what } of lines) expect(text).toContain(what);
    expect(text).toMatch(/\d+ of \d+ targets met/);
    for (const { name, needs } of measurements) {
      const what = needs?.();
      if (what !== undefined)
        expect(text).toContain(`left out: ${name}, which was not run because it needs ${what}`);
    }
    expect(text).toContain('left out: caseloads of 10000 and 100000 and 1000000 cases');
  });
});
