import { describe, expect, it, jest } from '@jest/globals';
import { explain, judge, planOf, runPlan, violationsIn, Workload } from '@safeconduct/simulation';
import { defineWorkflow, versioned, type Upcaster, type Workflow } from '@safeconduct/workflow';
import { z } from 'zod';
import { template } from '../../workflows/_template/index.js';

jest.setTimeout(300_000);

const seed = Number(process.env['SIMULATION_SEED'] ?? 1);
const { source } = template;
const earlier = new Workload(template);

/** Version 2: a note says by which channel it came, and an office is named in a decision. */
function second(noteBefore: Upcaster): Workflow {
  const channels = ['desk', 'post'] as const;
  const NoteAdded = source.events['NoteAdded'] as z.ZodObject;
  const RequestGranted = source.events['RequestGranted'] as z.ZodObject;
  const { AddNote, GrantRequest } = source.commands as unknown as Readonly<
    Record<string, { readonly input: z.ZodObject }>
  >;
  const noted = NoteAdded.extend({ channel: z.enum([...channels, 'unknown']) });
  const granted = RequestGranted.extend({ by: z.strictObject({ office: z.string() }) });
  interface Facts {
    readonly notes: number;
    readonly channels?: readonly string[];
  }
  return defineWorkflow({
    ...source,
    version: 2,
    events: {
      ...source.events,
      NoteAdded: versioned(noted, [noteBefore]),
      RequestGranted: versioned(granted, [(old) => ({ ...old, by: { office: 'unknown' } })]),
    },
    evolve: {
      ...source.evolve,
      NoteAdded: (facts: Facts, { channel }: { readonly channel: string }) => ({
        ...facts,
        notes: facts.notes + 1,
        // A note may be entered late, so the order of entry does not count.
        channels: [...(facts.channels ?? []), channel].sort(),
      }),
    },
    commands: {
      ...source.commands,
      // A form of version 1 is still taken: a client may repeat what it sent before the upgrade.
      AddNote: {
        ...AddNote,
        input: AddNote?.input.extend({ channel: z.enum(channels).optional() }),
        decide: ({ channel = 'unknown', ...note }: Record<string, unknown>) => [
          { type: 'NoteAdded', data: { ...note, channel } },
        ],
      },
      GrantRequest: {
        ...GrantRequest,
        decide: (input: object) => [{ type: 'RequestGranted', data: { ...input, by: { office: 'B' } } }],
      },
    },
  } as never);
}

const later = new Workload(second((old) => ({ ...old, channel: 'unknown' })));

describe(`a history that begins under one version and goes on under the next (SIMULATION_SEED=${seed})`, () => {
  it('breaks nothing, and has events of both', async () => {
    const versions = new Set<string>();
    let both = 0;
    for (let each = seed; each < seed + 20; each += 1) {
      const evidence = await runPlan(planOf(each), later, { earlier });
      expect({ seed: each, broken: violationsIn(evidence) }).toEqual({ seed: each, broken: [] });
      const streams = new Map<string, Set<string>>();
      for (const { stream, type, schemaVersion, metadata } of evidence.log) {
        if (!stream.startsWith('case-')) continue;
        versions.add(`${type} ${schemaVersion}`);
        const version = metadata['workflowVersion'] ?? '';
        streams.set(stream, (streams.get(stream) ?? new Set()).add(version));
      }
      both += [...streams.values()].filter((found) => found.size === 2).length;
    }
    expect([...versions]).toEqual(expect.arrayContaining(['NoteAdded 1', 'NoteAdded 2']));
    // Cases that were opened under the first version and went on under the second.
    expect(both).toBeGreaterThan(5);
  });

  it('is found out when an upcaster does not always give the same', async () => {
    let count = 0;
    const impure = new Workload(
      second((old) => ({ ...old, channel: (count += 1) % 2 === 0 ? 'desk' : 'post' })),
    );
    let broken = 0;
    for (let each = 1; broken === 0; each += 1) {
      if ((await judge(planOf(each), impure, { earlier })).length > 0) broken = each;
    }
    const failure = await explain(broken, later, { earlier });
    expect(broken).toBeLessThan(30);
    // With the right upcaster the same history is sound.
    expect(failure).toBeUndefined();
  });
});
