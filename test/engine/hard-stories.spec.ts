import { describe, expect, it } from '@jest/globals';
import { testReader } from '@safeconduct/engine/testing';
import { prefixIdentity } from '@safeconduct/stores';
import { days, hours, plus } from '@safeconduct/workflow';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bulkImport } from '../../apps/server/src/import/bulk-import.js';
import { commandFiles } from '../../apps/server/src/import/command-files.js';
import { officerCase } from '../../workflows/officer-case/index.js';
import { personsOf } from '../../workflows/officer-case/testing/actors.js';
import { samples } from '../../workflows/officer-case/testing/samples.js';
import {
  codesOf,
  fateOf,
  inViews,
  irregularitiesOf,
  lastEvents,
  ledTo,
  openTo,
  populationOf,
} from './testing/led-case.js';

const minute = 60_000;
const said = { statement: 'I have changed my mind', heardBy: 'the driver' };

// Each of the hard stories of the procedure ends in a stated fate: a state with a next date and its role, or an outcome.
describe('a return', () => {
  it('that the person withdraws a minute before the handover is none; words that arrive after it dispute it', async () => {
    const before = await ledTo('camped.returning.inTransit');
    await before.done('WithdrawConsent', { input: said });
    before.wait(minute);
    expect(codesOf(await before.send('ConfirmHandover'))).toEqual(['WRONG_STATE']);
    expect(await fateOf(before)).toMatchObject({
      ...{ state: 'camped.settled', place: 'ROAD' },
      next: { bringBack: ['crossing', plus(before.arrivedAt, days(1))] },
    });

    const after = await ledTo('camped.returning.inTransit');
    after.wait(minute);
    await after.done('ConfirmHandover');
    const heardAt = after.wait(hours(2));
    await after.done('WithdrawConsent', { input: said, occurredAt: after.arrivedAt });
    expect(await lastEvents(after, 2)).toMatchObject([
      { type: 'ReturnConsentWithdrawn', data: said, saidAt: after.arrivedAt },
      { type: 'HandoverDisputed', data: { ground: 'consentWithdrawn' }, saidAt: after.arrivedAt },
    ]);
    expect(await irregularitiesOf(after)).toEqual(['handoverDisputed']);
    const { state, next } = await fateOf(after);
    expect([state, next['alert']?.[0]]).toEqual(['returned.alert', 'protection']);
    expect(String(next['alert']?.[1]) <= plus(heardAt, days(7))).toBe(true);
  });

  it('under a hold that arrives on the way does not cross: the transport turns round within four hours', async () => {
    const led = await ledTo('camped.returning.inTransit');
    await led.done('PlaceHold');
    led.wait(minute);
    expect(await led.send('ConfirmHandover')).toMatchObject({
      refusal: { refusals: [{ code: 'HOLD_ACTIVE', inputs: { holdNo: 'HOLD-1', kind: 'legal' } }] },
    });
    expect(await openTo(led)).not.toContain('ConfirmHandover');
    expect(await fateOf(led)).toMatchObject({
      next: { heldOnTheWay: ['crossing', plus(led.arrivedAt, hours(4))] },
    });
    const turnedAt = led.wait(hours(1));
    await led.done('AbortMovement', { input: { reason: 'hold' } });
    expect(await fateOf(led)).toMatchObject({
      ...{ state: 'camped.returning.manifested', place: 'ROAD' },
      next: {
        bringBack: ['crossing', plus(turnedAt, days(1))],
        holdReview: ['supervisor', expect.anything()],
      },
    });
    expect(codesOf(await led.send('StartMovement'))).toEqual(['HOLD_ACTIVE']);
    await led.done('ConfirmBroughtBack');
    expect((await fateOf(led)).place).toBe('QAIM');
  });

  it('with a consent of thirty days is stopped before the manifest and at the crossing, and consented to anew', async () => {
    const led = await ledTo('camped.returning.cleared');
    led.wait(days(31));
    expect(codesOf(await led.send('AddToManifest'))).toEqual(['CONSENT_EXPIRED']);
    expect(codesOf(await led.send('GiveReturnConsent'))).toEqual(['COUNSELLING_TOO_OLD']);
    await led.done('HoldCounselling');
    await led.done('GiveReturnConsent');
    expect(await fateOf(led)).toMatchObject({
      state: 'camped.returning.consented',
      next: { returnConsent: ['caseOfficer', plus(led.now(), days(30))] },
    });

    const onTheWay = await ledTo('camped.returning.inTransit');
    onTheWay.wait(days(30));
    expect(codesOf(await onTheWay.send('ConfirmHandover'))).toEqual(['CONSENT_EXPIRED']);
    await onTheWay.done('AbortMovement', { input: { reason: 'consent' } });
    expect(await fateOf(onTheWay)).toMatchObject({
      ...{ state: 'camped.settled', place: 'ROAD' },
      next: { bringBack: ['crossing', plus(onTheWay.now(), days(1))] },
    });
  });

  it('goes no further with a finding that is old, and on the way with any newest finding that is not clean', async () => {
    const old = await ledTo('camped.returning.verified');
    expect((await fateOf(old)).next['riskAssessment']?.[0]).toBe('protection');
    old.wait(days(91));
    expect(codesOf(await old.send('ClearReturn'))).toEqual(['RISK_ASSESSMENT_TOO_OLD']);
    const listed = await ledTo('camped.returning.cleared');
    listed.wait(days(91));
    expect(codesOf(await listed.send('AddToManifest'))).toContain('RISK_ASSESSMENT_TOO_OLD');

    const unclear = await ledTo('camped.returning.inTransit');
    await unclear.done('AssessRisk', { variant: 1 });
    expect(codesOf(await unclear.send('ConfirmHandover'))).toEqual(['RISK_NOT_EXCLUDED']);
    expect(await fateOf(unclear)).toMatchObject({
      next: { heldOnTheWay: ['crossing', plus(unclear.arrivedAt, hours(4))] },
    });

    // A danger is recorded however old the counselling is.
    const real = await ledTo('camped.returning.inTransit');
    real.wait(days(31));
    await real.done('AssessRisk', { variant: 2 });
    expect(await fateOf(real)).toMatchObject({
      ...{ state: 'camped.settled', place: 'ROAD' },
      next: { bringBack: ['crossing', plus(real.now(), days(1))] },
    });
    expect(codesOf(await real.send('ConfirmHandover'))).toEqual(['WRONG_STATE']);
  });

  it('is consented to after counselling only: held at all, with a lawyer offered, and lately', async () => {
    const led = await ledTo('entered.screened');
    await led.steps('PlaceInFacility', 'RequestReturn');
    expect(codesOf(await led.send('GiveReturnConsent'))).toEqual(['NOT_COUNSELLED']);
    expect(await fateOf(led)).toMatchObject({
      state: 'camped.returning.requested',
      next: {
        counselling: ['protection', plus(led.now(), days(14))],
        returnDecision: ['supervisor', plus(led.now(), days(30))],
      },
    });
    await led.done('HoldCounselling', { variant: 1 });
    expect(codesOf(await led.send('GiveReturnConsent'))).toEqual(['COUNSELLED_WITHOUT_LAWYER']);
    led.wait(minute);
    await led.done('HoldCounselling');
    led.wait(days(31));
    expect(codesOf(await led.send('GiveReturnConsent'))).toEqual(['COUNSELLING_TOO_OLD']);
    await led.steps('HoldCounselling', 'GiveReturnConsent');
    expect((await fateOf(led)).state).toBe('camped.returning.consented');
  });

  it('under an assurance that ends too soon does not cross, and falls back where it ends', async () => {
    const led = await ledTo('pendingAssurance.returning.inTransit');
    const { assurance } = (await fateOf(led)).facts as {
      readonly assurance: { readonly instrument: { readonly validUntil: string } };
    };
    const { validUntil } = assurance.instrument;
    led.wait(Date.parse(validUntil) - Date.parse(led.now()) - days(3));
    expect(codesOf(await led.send('ConfirmHandover'))).toContain('ASSURANCE_ENDS_TOO_SOON');
    const [, dueAt = ''] = (await fateOf(led)).next['assuranceValidity'] ?? [];
    led.wait(days(4));
    await led.done('ExpireAssurance', { input: { deadline: 'assuranceValidity', dueAt } });
    expect(await fateOf(led)).toMatchObject({
      ...{ state: 'pendingAssurance.seeking', place: 'ROAD' },
      next: {
        bringBack: ['crossing', plus(led.now(), days(1))],
        assuranceReview: ['supervisor', expect.anything()],
      },
    });
  });
});

describe('a relocation', () => {
  it('that is accepted gives way to the wish to return, and never leads to the country of origin', async () => {
    const led = await ledTo('relocating.accepted');
    expect(codesOf(await led.send('RequestReturn'))).toEqual(['WRONG_STATE']);
    await led.done('StateIntention', { input: { intention: 'return' } });
    led.wait(minute);
    await led.done('WithdrawRelocation');
    await led.done('RequestReturn');
    expect(await fateOf(led)).toMatchObject({
      state: 'camped.returning.requested',
      next: { returnDecision: ['supervisor', plus(led.now(), days(30))] },
    });

    const wished = await ledTo('relocating.assessed');
    const consent = (country: string) =>
      wished.send('GiveRelocationConsent', { input: { country, declarationNo: 'RD-1' } });
    expect(codesOf(await consent('SY'))).toEqual(['COMMAND_INVALID']);
    expect(codesOf(await consent('SE'))).toEqual(['COUNTRY_NOT_WISHED']);
    const resettled = await ledTo('camped.settled');
    const input = { countries: ['OM'], channel: 'UNHCR', reason: 'thirdCountry' };
    await resettled.done('OpenRelocation', { input });
    expect(codesOf(await resettled.send('AssessRelocation'))).toEqual(['RENUNCIATION_NOT_VERIFIED']);
    expect((await fateOf(resettled)).next).toHaveProperty('custodyReview');
  });
});

describe('a person', () => {
  it('who is registered twice is found by name, and the registration in error is closed and counted as nobody', async () => {
    const led = await ledTo('entered.intake');
    const registered = samples.RegisterEntry.inputs(led.now())[0] as object;
    const again = (registrationNo: string) =>
      led.send('RegisterEntry', { input: { ...registered, registrationNo } });
    expect(codesOf(await again('qaim\u20111'))).toEqual(['CASE_EXISTS']);
    const second = await again('QAIM-2');
    const found = await inViews(led, (queries) =>
      queries.listCases(testReader, { search: { text: 'sealed name' }, limit: 10 }),
    );
    expect(found.cases.map(({ reference }) => reference)).toEqual(['QAIM-1', 'QAIM-2']);
    expect(await populationOf(led)).toMatchObject({ total: 2, persons: 2 });
    led.wait(days(1));
    const { caseId = '' } = second;
    const outcome = await led.send('VoidRegistration', { target: { caseId } });
    expect(outcome).toMatchObject({ accepted: true, state: 'resolved' });
    expect(await populationOf(led)).toMatchObject({
      ...{ total: 2, persons: 1 },
      outcomes: { REGISTERED_IN_ERROR: 1 },
    });
  });

  it('who returned a week ago is entered now at the true time, whatever was entered meanwhile', async () => {
    const led = await ledTo('camped.returning.inTransit');
    const crossedAt = led.arrivedAt;
    led.wait(days(6));
    await led.done('PlaceHold', {
      ...personsOf({ by: 'med-1' }),
      input: { kind: 'medical', holdNo: 'M-1', ground: 'g' },
    });
    await led.done('AssignOfficer');
    const enteredAt = led.wait(days(1));
    await led.done('ConfirmHandover', { occurredAt: crossedAt });
    expect(await fateOf(led)).toMatchObject({
      state: 'returned.monitoring',
      next: { contact: ['monitor', expect.stringMatching(/^2025-01-1/)] },
    });
    const then = { at: plus(crossedAt, days(3)) };
    const occurred = await populationOf(led, { ...then, clock: 'occurred' });
    const recorded = await populationOf(led, { ...then, clock: 'recorded' });
    expect([occurred, recorded].map(({ states }) => states)).toMatchObject([{ returned: 1 }, { camped: 1 }]);
    const now = await populationOf(led, { at: enteredAt, clock: 'recorded' });
    expect(now.states).toMatchObject({ returned: 1, camped: 0 });
  });

  it.each([
    ['dies', 'RecordDeath', 'resolved', 'DECEASED'],
    ['leaves alone', 'RecordSpontaneousDeparture', 'resolved', 'SPONTANEOUS_DEPARTURE'],
    ['is handed over to a court', 'TransferToJustice', 'resolved', 'TRANSFERRED_JUSTICE'],
    ['is forced across', 'RecordIrregularCrossing', 'returned.alert', undefined],
    ['disappears', 'ReportMissing', 'camped.settled', undefined],
  ] as const)('who %s is in the log by %s', async (_fate, command, state, outcome) => {
    const led = await ledTo('camped.settled');
    await led.done(command);
    expect(await fateOf(led)).toMatchObject({ state, outcome });
    const [last] = await lastEvents(led, 1);
    if (command === 'RecordIrregularCrossing') {
      expect(last?.failed).toContain('CONSENT_MISSING');
      expect(await irregularitiesOf(led)).toEqual(['crossedIrregularly']);
      expect((await fateOf(led)).next).toEqual({ alert: ['protection', plus(led.now(), days(7))] });
    }
    if (command !== 'ReportMissing') return;
    expect(await fateOf(led)).toMatchObject({
      place: 'MISSING',
      next: { missingSearch: ['supervisor', plus(led.now(), days(3))] },
    });
    await led.steps('RecordSearch', 'RecordSearch', 'RecordSearch');
    led.wait(days(31));
    await led.done('CloseAsAbsconded');
    expect(await fateOf(led)).toMatchObject({ state: 'resolved', outcome: 'ABSCONDED' });
  });

  it('who came back is the same person, enters again and is screened within three days', async () => {
    const led = await ledTo('returned.monitoring');
    await led.done('CloseMonitoring');
    led.wait(days(10));
    await led.done('RecordReEntry');
    expect(await fateOf(led)).toMatchObject({
      ...{ state: 'entered.intake', outcome: undefined, facts: { episode: 2, registrationNo: 'QAIM-1' } },
      next: { screening: ['caseOfficer', plus(led.now(), days(3))] },
    });
    expect(await populationOf(led)).toMatchObject({ total: 1, persons: 1, states: { entered: 1 } });
  });

  it('whose permit to stay ended a year ago has a date with the authority, may state another wish, and goes home', async () => {
    const led = await ledTo('resolved');
    const stay = { validUntil: '2026-12-31' };
    expect(await fateOf(led)).toMatchObject({ outcome: 'REMAINS_IN_HOST', place: 'QAIM', facts: { stay } });
    led.wait(Date.parse('2027-12-31T00:00:00Z') - Date.parse(led.now()));
    const [role, dueAt] = (await fateOf(led)).next['stayPermit'] ?? [];
    expect([role, String(dueAt) < led.now()]).toEqual(['authority', true]);
    await led.done('StateIntention', { input: { intention: 'return' } });
    await led.done('ReopenCase', personsOf({ by: 'sup-1', confirmedBy: 'pro-1' }));
    expect(await fateOf(led)).toMatchObject({
      ...{ state: 'camped.settled', outcome: undefined, place: 'QAIM' },
      next: {
        custodyReview: ['supervisor', expect.anything()],
        counselling: ['protection', expect.anything()],
      },
    });
  });
});

describe('a manifest', () => {
  it('is one of two persons with two roles, whoever sends it, and names both beside the sender', async () => {
    const led = await ledTo('camped.returning.cleared');
    led.wait(days(1));
    const answered = (by: string, confirmedBy?: string) =>
      led.send('AddToManifest', { confirmation: undefined, ...personsOf({ by, confirmedBy }) });
    expect(codesOf(await answered('sup-1', 'sup-1'))).toEqual(['NOT_PERMITTED']);
    expect(codesOf(await answered('co-1', 'co-1'))).toEqual(['SECOND_PERSON_INVALID']);
    expect(codesOf(await answered('co-1', 'co-2'))).toEqual(['SECOND_PERSON_INVALID']);
    expect(codesOf(await answered('co-1'))).toEqual(['SECOND_PERSON_REQUIRED']);
    await led.done('AddToManifest', { importedBy: 'sys-import' });
    const history = await led.engine.queries.history(testReader, { caseId: led.caseId });
    expect(history.at(-1)?.envelope).toMatchObject({
      ...{ actor: { id: 'co-1', role: 'caseOfficer' }, importedBy: 'sys-import' },
      confirmation: { by: { id: 'sup-1', role: 'supervisor' } },
    });
    expect((await fateOf(led)).next['returnConsent']?.[0]).toBe('caseOfficer');
  });
});

describe('a list', () => {
  it('of permissions to stay is asked row by row, and who may stay keeps the place', async () => {
    const led = await ledTo('camped.settled');
    const other = { ...(samples.RegisterEntry.inputs(led.now())[0] as object), registrationNo: 'QAIM-2' };
    const { caseId = '' } = await led.send('RegisterEntry', { input: other });
    const folder = mkdtempSync(join(tmpdir(), 'hard-stories-'));
    try {
      const rows = ['QAIM-1', 'QAIM-2', 'QAIM-3'].map(
        (registrationNo) => `${registrationNo},aut-1,sup-1,${led.now()},P-1,2026-12-31`,
      );
      const path = join(folder, '01-GrantStay.csv');
      writeFileSync(
        path,
        ['registrationNo,by,confirmedBy,occurredAt,permitNo,validUntil', ...rows].join('\n'),
      );
      const ports = {
        ...{ engine: led.engine, identity: prefixIdentity([officerCase]), workflow: officerCase },
        sender: { id: 'sys-import', mayForOthers: true, reader: testReader },
      };
      const options = { fallbackFolder: folder, keepRejected: true, tell: () => {} };
      expect(await bulkImport(ports, await commandFiles([path]), options)).toMatchObject({
        ...{ accepted: 1, rejected: 2, rejectedByCode: { WRONG_STATE: 1, CASE_NOT_FOUND: 1 } },
      });
      expect(readFileSync(`${path}.rejected.csv`, 'utf8')).toContain('WRONG_STATE');
    } finally {
      rmSync(folder, { recursive: true });
    }
    expect(await fateOf(led)).toMatchObject({
      ...{ state: 'resolved', outcome: 'REMAINS_IN_HOST', place: 'QAIM' },
      next: { stayPermit: ['authority', expect.anything()] },
    });
    const entered = await led.engine.queries.case(testReader, { caseId });
    expect(Object.keys(entered?.due ?? {})).toContain('screening');
  });

  it('that is not named after a command is refused in one sentence that says how', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hard-stories-'));
    try {
      writeFileSync(join(folder, '1.jsonl'), '');
      await expect(commandFiles([join(folder, '1.jsonl')])).rejects.toMatchObject({
        name: 'UsageError',
        message: expect.stringMatching(/must be named after its command: .* such as 01-RegisterEntry\.csv$/),
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
