import { beforeEach, describe, expect, it } from '@jest/globals';
import { defineWorkflow, personal, versioned } from '@safeconduct/workflow';
import { z } from 'zod';
import { template } from '../../../../workflows/_template/index.js';
import { SubjectErasedError } from '../errors.js';
import type { NewEvent, RecordedEvent } from '../ports/event-store.js';
import { positionOf } from '../ports/position.js';
import type { SubjectKeys } from '../ports/subject-keys.js';
import { derivedSubjectKeys } from '../testing/derived-subject-keys.js';
import { fixedKeyRing } from '../testing/fixed-key-ring.js';
import { registerOf, type CaseEvent, type RefusalEvent } from './case-event.js';
import {
  eventCodec,
  type CaseDraft,
  type EventCodec,
  type ProposalDraft,
  type RefusalDraft,
} from './codec.js';
import type { ProposalEvent } from './proposal-event.js';
import { shownData } from './shown-data.js';
import { caseStream, proposalsStream, refusalsStream } from './streams.js';

const at = '2025-03-01T08:00:00.000Z';
const erasedAt = '2026-03-01T08:00:00.000Z';
const caseId = '00000000-0000-8000-8000-0000000000ca';

const relatives = personal('witness', z.array(z.string()));
const step = z.strictObject({ words: personal('narrative', z.string()), no: z.number() });
const RequestOpened = z.strictObject({
  requestNo: z.string(),
  name: personal('identity', z.string()),
  nameArabic: personal('identity', z.string()).optional(),
  relatives: relatives.optional(),
  steps: z.array(step).optional(),
});

const withOpening = (opening: unknown) =>
  defineWorkflow({
    ...template.source,
    events: { ...template.source.events, RequestOpened: opening },
  } as never);
const workflow = withOpening(RequestOpened);

const data = {
  requestNo: 'R-1',
  name: 'Samir',
  nameArabic: 'سامر',
  relatives: ['Layla', 'Omar'],
  steps: [
    { words: 'came at night', no: 1 },
    { words: 'left', no: 2 },
  ],
};

const common = {
  ...{ workflow: 'template', fingerprint: 'f', command: 'OpenRequest', commandId: 'k' },
  ...{
    actor: { id: 'clerk-1', role: 'clerk' },
    confirmation: undefined,
    onBehalfOf: undefined,
    importedBy: undefined,
    proposal: undefined,
  },
};

const opening = (given: unknown = data): CaseDraft => ({
  ...{
    kind: 'case',
    caseId,
    eventId: 'e-1',
    type: 'RequestOpened',
    schemaVersion: 1,
    occurredAt: at,
    data: given,
  },
  envelope: {
    ...common,
    ...{
      workflowVersion: 1,
      commandHash: 'h',
      correlationId: 'k',
      causationId: undefined,
      saidAt: undefined,
    },
    ...{ freeOfOrder: false, purpose: undefined, state: 'open', due: undefined, guards: [] },
    summary: { place: undefined, outcome: undefined, assignee: undefined, tags: undefined },
  },
});

const recordedIn = (stream: string, event: NewEvent): RecordedEvent => ({
  ...event,
  ...{ stream, revision: 0n, position: positionOf(1), recordedAt: at, occurredAt: at },
});

const codecWith = (subjects: SubjectKeys, of = workflow): EventCodec =>
  eventCodec(registerOf([of]), { ...fixedKeyRing(), subjects });

describe('the codec of events', () => {
  let keys: SubjectKeys;
  let codec: EventCodec;

  beforeEach(() => {
    keys = derivedSubjectKeys('test');
    codec = codecWith(keys);
  });

  const encoded = async (draft: CaseDraft | RefusalDraft = opening()): Promise<NewEvent> =>
    (await codec.encode([draft]))[0] as NewEvent;
  const decoded = async (event: NewEvent, by = codec, stream = caseStream(caseId)): Promise<CaseEvent> =>
    (await by.decode([recordedIn(stream, event)]))[0] as CaseEvent;

  it('records no personal value in the clear, and reads them back in their places', async () => {
    const event = await encoded();
    for (const value of ['Samir', 'سامر', 'Layla', 'Omar', 'came at night', 'left'])
      expect(JSON.stringify(event)).not.toContain(value);
    const read = await decoded(event);
    expect(JSON.stringify(read.data)).toBe(JSON.stringify(data));
    expect(shownData(read)).toEqual({ data, recordedData: null, erasedAt: null });
    expect(read.envelope.form).toBe('sealed-1');
  });

  it('leaves the data that it was given as they were', async () => {
    const given = structuredClone(data);
    await encoded(opening(given));
    expect(given).toEqual(data);
  });

  it('keeps what is not personal in the clear, with stand-ins beside it', async () => {
    expect(JSON.parse((await encoded()).data)).toMatchObject({
      data: {
        ...{ requestNo: 'R-1', name: 'sealed', nameArabic: 'sealed', relatives: [] },
        steps: [
          { words: 'sealed', no: 1 },
          { words: 'sealed', no: 2 },
        ],
      },
      sealed: [
        { class: 'identity', paths: ['name', 'nameArabic'] },
        { class: 'witness', paths: ['relatives'] },
        { class: 'narrative', paths: ['steps.0.words', 'steps.1.words'] },
      ],
    });
  });

  it('expects no keys for a case that is opened, and looks for those of any other', async () => {
    const asked: (readonly [string, boolean | undefined])[] = [];
    const make: SubjectKeys['make'] = (subject, isNew) => {
      asked.push([subject, isNew]);
      return derivedSubjectKeys('test').make(subject);
    };
    const noted = codecWith({ ...keys, make });
    const heard: RefusalDraft = {
      ...{ kind: 'refusal', caseId: 'other', eventId: 'e-2', envelope: common },
      data: { code: 'HEARD_UNDECIDED', state: null, revision: '-1', refusals: [], heard: 'words' },
    };
    await noted.encode([opening(), heard, opening()]);
    expect(asked).toEqual([
      [caseId, true],
      ['other', false],
    ]);
  });

  it('seals the same data otherwise each time', async () => {
    expect((await encoded()).data).not.toBe((await encoded()).data);
  });

  it('records an event without personal values as it always did, and asks for no key', async () => {
    const none: SubjectKeys = { find: fails, make: fails, destroy: fails, forget: () => {} };
    const [event] = await codecWith(none).encode([
      { ...opening({ decisionNo: 'D' }), type: 'RequestGranted' },
    ]);
    expect(event).toMatchObject({ data: '{"decisionNo":"D"}', metadata: { form: 'json-1' } });
  });

  it('reads what was recorded before anything was sealed', async () => {
    const { metadata, ...event } = await encoded();
    const old = { ...event, data: JSON.stringify(data), metadata: { ...metadata, form: 'json-1' } };
    expect((await decoded(old)).data).toEqual(data);
  });

  it('answers without a promise where the keys are at hand', () => {
    const [event] = codec.encode([opening()]) as readonly NewEvent[];
    const read = codec.decode([recordedIn(caseStream(caseId), event as NewEvent)]);
    expect(read).not.toBeInstanceOf(Promise);
  });

  it('opens seals before upcasters see the data', async () => {
    const event = await encoded();
    const renamed = RequestOpened.omit({ name: true }).extend({ latin: personal('identity', z.string()) });
    const later = withOpening(versioned(renamed, [({ name, ...rest }) => ({ ...rest, latin: name })]));
    const read = await decoded(event, codecWith(keys, later));
    expect(read.data).toMatchObject({ requestNo: 'R-1', latin: 'Samir' });
    expect(read.recordedData).toEqual(data);
  });

  it.each<[string, (event: NewEvent) => NewEvent]>([
    ['another event', (event) => ({ ...event, eventId: 'e-2' })],
    ['an event of another type', (event) => ({ ...event, type: 'NoteAdded' })],
    ['another version of the event', (event) => ({ ...event, schemaVersion: 2 })],
    [
      'another field',
      (event) => ({ ...event, data: event.data.replace('"name","nameArabic"', '"nameArabic","name"') }),
    ],
    ['another class', (event) => ({ ...event, data: event.data.replace('"witness"', '"medical"') })],
  ])('refuses a seal that was moved to %s, with SEAL_BROKEN', async (_where, moved) => {
    const read = await decoded(moved(await encoded()));
    expect(() => read.recordedData).toThrow(expect.objectContaining({ code: 'SEAL_BROKEN' }));
    // The rest of it can be shown.
    expect(shownData(read)).toMatchObject({ data: null, recordedData: { requestNo: 'R-1', name: 'sealed' } });
  });

  it('refuses a seal that was moved to another case, and one whose keys are others, with SEAL_BROKEN', async () => {
    const other = await decoded(await encoded(), codec, caseStream(caseId.replace('ca', 'cb')));
    expect(() => other.data).toThrow(/the key store has key .* for its case; put the right key store back/);
    const foreign = await decoded(await encoded(), codecWith(derivedSubjectKeys('other')));
    expect(() => foreign.data).toThrow(expect.objectContaining({ code: 'SEAL_BROKEN' }));
    const lost = { ...keys, find: () => new Map() };
    const keyless = await decoded(await encoded(), codecWith(lost));
    expect(() => keyless.data).toThrow(/the key store has none for its case/);
  });

  it.each(['{}', '{"data":{}}', '{"data":{},"sealed":{}}'])(
    'refuses data that are not of their form, %s, with SEAL_BROKEN',
    async (text) => {
      const read = await decoded({ ...(await encoded()), data: text });
      expect(() => read.data).toThrow(expect.objectContaining({ code: 'SEAL_BROKEN' }));
    },
  );

  describe('after the keys of a person were destroyed', () => {
    const erased = async (event: NewEvent) => {
      await keys.destroy(caseId, erasedAt);
      return decoded(event);
    };

    it('reads a defined value of the same kind in place of each personal one, and says when', async () => {
      const read = await erased(await encoded());
      expect(read.data).toEqual({
        ...{ requestNo: 'R-1', name: 'erased', nameArabic: 'erased', relatives: [] },
        steps: [
          { words: 'erased', no: 1 },
          { words: 'erased', no: 2 },
        ],
      });
      expect(shownData(read)).toMatchObject({ recordedData: null, erasedAt });
    });

    it('says of an event without personal values that nothing of it was erased', async () => {
      const read = await erased(await encoded({ ...opening({ decisionNo: 'D' }), type: 'RequestGranted' }));
      expect(shownData(read)).toEqual({ data: { decisionNo: 'D' }, recordedData: null, erasedAt: null });
    });

    it('records nothing personal of them any more, with SUBJECT_ERASED', async () => {
      await keys.destroy(caseId, erasedAt);
      await expect(encoded()).rejects.toThrow(SubjectErasedError);
    });
  });

  describe('of a step that waits for a second person', () => {
    const proposal = (): ProposalDraft<'StepProposed'> => ({
      ...{ kind: 'proposal', caseId, eventId: 'p-1', type: 'StepProposed' },
      data: {
        ...{ input: { reason: 'came at night' }, contentHash: 'c', occurredAt: null, expiresAt: at },
        ...{ state: 'open', revision: '0' },
      },
      envelope: {
        ...common,
        ...{ workflowVersion: 1, commandHash: 'h', correlationId: 'k', purpose: undefined, proposal: 'P-1' },
      },
    });

    it('seals the input, and nothing else', async () => {
      const [event] = (await codec.encode([proposal()])) as readonly [NewEvent];
      expect(event.data).not.toContain('came at night');
      expect(JSON.parse(event.data)).toMatchObject({ data: { contentHash: 'c', state: 'open' } });
      const [read] = await codec.decode([recordedIn(proposalsStream(caseId), event)]);
      expect((read as ProposalEvent).dataOf('StepProposed')).toEqual(proposal().data);
    });

    it('is not recorded of a person who was erased, with SUBJECT_ERASED', async () => {
      await keys.destroy(caseId, erasedAt);
      expect(() => codec.encode([proposal()])).toThrow(SubjectErasedError);
    });
  });

  describe('of a refusal', () => {
    const refusal = (heard?: unknown): RefusalDraft => ({
      ...{ kind: 'refusal', caseId, eventId: 'r-1', envelope: common },
      data: {
        code: 'HEARD_UNDECIDED',
        state: 'open',
        revision: '1',
        refusals: [],
        ...(heard !== undefined && { heard }),
      },
    });
    const read = async (event: NewEvent) =>
      (await codec.decode([recordedIn(refusalsStream(caseId), event)]))[0] as RefusalEvent;

    it('seals what was heard, and nothing else', async () => {
      const event = await encoded(refusal({ statement: 'I stay' }));
      expect(event.data).not.toContain('I stay');
      const found = await read(event);
      expect(found.data).toMatchObject({ code: 'HEARD_UNDECIDED', state: 'open', revision: '1' });
      expect(found.heard).toEqual({ statement: 'I stay' });
      expect(await encoded(refusal())).toMatchObject({ metadata: { form: 'json-1' } });
    });

    it('has what was heard no more when the keys were destroyed, and is recorded without it', async () => {
      const event = await encoded(refusal({ statement: 'I stay' }));
      await keys.destroy(caseId, erasedAt);
      expect((await read(event)).heard).toBeNull();
      const later = await encoded(refusal({ statement: 'I stay' }));
      expect(later.data).not.toContain('I stay');
      expect((await read(later)).data.code).toBe('HEARD_UNDECIDED');
    });
  });
});

const fails = () => Promise.reject(new Error('no key is needed'));
