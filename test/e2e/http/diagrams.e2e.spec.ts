import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bodyOf, problemIn, testServer, type TestServer } from './http-server.js';

let server: TestServer;
const url = '/api/v1/workflows/officer-case/diagram.json';
const get = (query = '', headers: Readonly<Record<string, string>> = {}) =>
  server.ask({ url: url + query, headers: { as: 'co-01', ...headers } });
const diagram = async (query = '', headers: Readonly<Record<string, string>> = {}) =>
  bodyOf('getDiagramData', await get(query, headers));

beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

describe('the diagram of a workflow as data', () => {
  it('has at the top the states that a case goes through, across the page in the order of the chart', async () => {
    const { boxes, arrows, width, height, direction } = await diagram('?level=top');
    const order = boxes.toSorted((one, other) => one.x - other.x);
    const states = ['entered', 'camped', 'pendingAssurance', 'relocating', 'returned', 'resolved'];
    expect(order.map(({ path }) => path)).toEqual(states);
    expect(boxes.filter(({ isInitial }) => isInitial).map(({ path }) => path)).toEqual(['entered']);
    expect(boxes.find(({ path }) => path === 'resolved')).toMatchObject({ kind: 'state', isEnd: true });
    expect(boxes.find(({ path }) => path === 'camped')).toMatchObject({ kind: 'compound', parent: null });
    expect([width > height, direction]).toEqual([true, 'ltr']);
    const placed = arrows.find(({ from, to }) => from === 'entered' && to === 'camped');
    expect(placed).toMatchObject({ event: 'PlacedInFacility', command: 'PlaceInFacility', count: 1 });
    const closed = arrows.find(({ from, to }) => from === 'camped' && to === 'resolved');
    expect(closed).toMatchObject({ event: null, command: null, guards: [] });
    expect(closed?.count).toBe(closed?.events.length);
    expect(closed?.events).toEqual(expect.arrayContaining(['PersonDeceased', 'StayGranted']));
  });

  it('has everything in the picture, and each arrow with a way, a label and what triggers it', async () => {
    const { boxes, arrows, width, height } = await diagram('?level=camped.returning');
    for (const { x, y, width: breadth, height: depth } of [
      ...boxes,
      ...arrows.flatMap(({ label }) => label ?? []),
    ]) {
      expect([x >= 0, y >= 0]).toEqual([true, true]);
      expect([x + breadth <= width, y + depth <= height]).toEqual([true, true]);
    }
    expect(boxes.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['camped.returning', 'camped.returning.cleared', 'camped.settled', 'returned']),
    );
    expect(arrows.every(({ points, label }) => points.length > 1 && (label?.lines.length ?? 0) > 0)).toBe(
      true,
    );
    expect(arrows.find(({ event }) => event === 'ReturnCleared')).toMatchObject({
      from: 'camped.returning.verified',
      to: 'camped.returning.cleared',
      command: 'ClearReturn',
      guards: expect.arrayContaining(['G-RISK']),
    });
    expect(new Set(arrows.map(({ id }) => id)).size).toBe(arrows.length);
  });

  it('names the command that exists for an event which others yield too', async () => {
    const { arrows } = await diagram('?level=returned');
    expect(arrows.find(({ event }) => event === 'HandoverDisputed')?.command).toBe('ContestHandover');
  });

  it('is mirrored in Arabic, by the query or the header, with texts in both languages', async () => {
    const english = await diagram('?level=top');
    const arabic = await diagram('?level=top&language=ar');
    expect(arabic.direction).toBe('rtl');
    expect(await diagram('?level=top', { 'accept-language': 'ar' })).toEqual(arabic);
    expect(arabic.boxes.map(({ path, titles }) => [path, titles])).toEqual(
      english.boxes.map(({ path, titles }) => [path, titles]),
    );
    const idsOf = ({ arrows }: typeof english) =>
      arrows.map(({ id, from, to, events }) => [id, from, to, events]);
    expect(idsOf(arabic)).toEqual(idsOf(english));
    const xOf = ({ boxes }: typeof english, path: string) => boxes.find((box) => box.path === path)?.x ?? NaN;
    expect(xOf(english, 'entered')).toBeLessThan(xOf(english, 'resolved'));
    expect(xOf(arabic, 'entered')).toBeGreaterThan(xOf(arabic, 'resolved'));
    const { label } = arabic.arrows[0] ?? {};
    expect(label?.lines.join(' ')).toBe(arabic.arrows[0]?.titles.ar);
  });

  it('goes down or across, as asked', async () => {
    const down = await diagram('?level=top&direction=down');
    expect(down.height).toBeGreaterThan(down.width);
    expect(await diagram('?level=top&direction=across')).toEqual(await diagram('?level=top'));
  });

  it('is not sent again to who has it', async () => {
    const tag = (await get('?level=top')).headers['etag'] ?? '';
    expect((await get('?level=top', { 'if-none-match': tag })).status).toBe(304);
    expect((await get('?level=top&language=ar', { 'if-none-match': tag })).status).toBe(200);
    expect((await get('?level=entered', { 'if-none-match': tag })).status).toBe(200);
  });

  it('refuses a level that the workflow does not have, and says which it has', async () => {
    for (const level of ['nowhere', 'camped.settled', 'resolved']) {
      expect(problemIn(await get(`?level=${level}`))).toMatchObject({
        code: 'REQUEST_INVALID',
        issues: [
          { path: 'query.level', message: expect.stringContaining('top, entered, camped, camped.returning') },
        ],
      });
    }
    const other = await server.ask({
      url: '/api/v1/workflows/nothing/diagram.json',
      headers: { as: 'co-01' },
    });
    expect(problemIn(other).code).toBe('WORKFLOW_NOT_FOUND');
  });
});
