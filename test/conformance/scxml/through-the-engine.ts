import { createEngine, type Engine } from '@safeconduct/engine';
import { countingIds, fixedKeyRing, testReader } from '@safeconduct/engine/testing';
import { defineWorkflow, type Workflow } from '@safeconduct/workflow';
import { z } from 'zod';
import { chartIn, type OurChart } from './chart.js';
import { readDocument } from './document.js';
import type { DurableStore } from './durable.js';
import type { Script } from './suite.js';
import type { Verdict } from './through-the-log.js';

/**
 * A script whose chart is one of ours, as a workflow: each event is a command that yields an event of that
 * name.
 */
export interface Charted {
  readonly script: Script;
  readonly ids: OurChart['ids'];
  readonly workflow: Workflow;
}

/** The script as a workflow, when its chart lies within our chart language. */
export function charted(script: Script, index: number): Charted | undefined {
  const events = [...new Set(script.events.map(({ event }) => event.name))];
  const ours = chartIn(readDocument(script.file), events);
  return ours && { script, ids: ours.ids, workflow: workflowOf(`scxml-${index}`, events, ours.chart) };
}

/**
 * Runs scripts as cases: every event is a command that the engine handles. After each step the store is
 * closed and opened again and a new engine is made. The state of the chart is that of the case in the new
 * engine, and that of its replay through XState.
 */
export async function throughTheEngine(
  all: readonly Charted[],
  durable: DurableStore,
): Promise<ReadonlyMap<string, Verdict>> {
  const verdicts = new Map<string, Verdict>(all.map(({ script }) => [script.name, 'passed']));
  const ids = countingIds();
  const stepsMax = Math.max(...all.map(({ script }) => script.events.length));
  for (let step = 0; step <= stepsMax; step += 1) {
    const going = all.filter(
      ({ script }) => script.events.length >= step && verdicts.get(script.name) === 'passed',
    );
    const before = engineOver(durable);
    await Promise.all(going.map((it) => take(before, it, step)));
    await durable.restart();
    const after = engineOver(durable);
    for (const it of going) {
      const failed = await judge(after, it, step);
      if (failed !== undefined) verdicts.set(it.script.name, { failed });
    }
  }
  return verdicts;

  function engineOver({ store, clock }: DurableStore): Engine {
    const ports = { events: store, keys: fixedKeyRing(), clock, ids };
    return createEngine(
      ports,
      all.map(({ workflow }) => workflow),
    );
  }
}

const actor = { id: 'sender-1', roles: ['sender'] };
const openCommand = 'Open';

/**
 * Step 0 opens the case. An event for which the chart has no transition is refused, which SCXML calls
 * ignored.
 */
async function take(engine: Engine, { script, workflow }: Charted, step: number): Promise<void> {
  const command = step === 0 ? openCommand : (script.events[step - 1]?.event.name ?? '');
  const target = { workflow: workflow.name, naturalKey: script.name };
  const input = step === 0 ? { script: script.name } : {};
  const outcome = await engine.handle({ target, command, input, actor });
  if (!outcome.accepted && outcome.refusal.code !== 'WRONG_STATE') {
    throw new Error(`${script.name}, step ${step}: ${outcome.refusal.code}`);
  }
}

async function judge(
  engine: Engine,
  { script, ids, workflow }: Charted,
  step: number,
): Promise<string | undefined> {
  const caseId =
    (await engine.queries.findCase(testReader, { reference: script.name, workflow: workflow.name })) ?? '';
  const [state, replay] = [
    await engine.queries.case(testReader, { caseId }),
    await engine.queries.replay(testReader, { caseId }),
  ];
  const expected = script.events[step - 1]?.nextConfiguration ?? script.initialConfiguration;
  const found = state?.folded.state ?? '';
  if (replay?.diverged !== null) return `XState diverges at revision ${String(replay?.diverged)}`;
  if (replay.steps.at(-1)?.state !== found)
    return `XState is in '${String(replay.steps.at(-1)?.state)}', not in '${found}'`;
  const id = ids.get(found) ?? '';
  return expected.join(' ') === id
    ? undefined
    : `is in '${id}' after ${step} events, not in '${expected.join(' ')}'`;
}

const nothing = z.strictObject({});
const opened = z.strictObject({ script: z.string() });

function workflowOf(name: string, names: readonly string[], chart: OurChart['chart']): Workflow {
  const command = (type: string) => ({ input: nothing, roles: ['sender'], guards: [], yields: [type] });
  const each = <Value>(make: (name: string) => Value) =>
    Object.fromEntries(names.map((it) => [it, make(it)]));
  const source = {
    name,
    version: 1,
    roles: ['sender'],
    events: { Opened: opened, ...each(() => nothing) },
    initialFacts: {},
    evolve: {},
    chart,
    commands: { [openCommand]: { ...command('Opened'), input: opened, opens: 'script' }, ...each(command) },
    deadlines: {},
    summary: () => ({}),
    subject: {},
    texts: {},
  };
  return defineWorkflow(source as never);
}
