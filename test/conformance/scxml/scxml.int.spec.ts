import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DurableStore } from './durable.js';
import { enabledByXstate } from './enabled-by-xstate.js';
import { leftOutScripts } from './left-out.js';
import { suite } from './suite.js';
import { charted, throughTheEngine } from './through-the-engine.js';
import { throughTheLog, type Verdict } from './through-the-log.js';

const names = suite.map(({ name }) => name);
const run = names.filter((name) => !leftOutScripts.has(name));
const charts = suite.flatMap((script, index) => charted(script, index) ?? []);

describe('the scripts of @scion-scxml/test-framework', () => {
  const durable = new DurableStore();
  let byLog: ReadonlyMap<string, Verdict>;
  let byEngine: ReadonlyMap<string, Verdict>;

  beforeAll(async () => {
    byLog = await throughTheLog(suite, durable);
    byEngine = await throughTheEngine(charts, durable);
  });
  afterAll(() => durable.remove());

  describe('give the same configurations when the log is folded anew after a restart at every step', () => {
    it.each(run)('%s', (name) => {
      expect(byLog.get(name)).toBe('passed');
    });
  });

  describe('give the same configurations as cases of the engine, by the table and by XState', () => {
    it.each(charts.map(({ script }) => script.name))('%s', (name) => {
      expect(byEngine.get(name)).toBe('passed');
    });
  });

  it(`are ${names.length}: ${run.length} are run and ${leftOutScripts.size} are left out, which still fail`, () => {
    expect(names).toHaveLength(316);
    expect([...byLog].filter(([, verdict]) => verdict !== 'passed').map(([name]) => name)).toEqual(
      names.filter((name) => leftOutScripts.has(name)),
    );
    expect(names).toEqual(expect.arrayContaining([...leftOutScripts]));
  });

  it('that XState runs are all run, but for the one that needs HTTP', () => {
    expect(enabledByXstate).toHaveLength(169);
    expect(names).toEqual(expect.arrayContaining([...enabledByXstate]));
    expect(enabledByXstate.filter((name) => leftOutScripts.has(name))).toEqual(['w3c-ecma/test201.txml']);
  });
});
