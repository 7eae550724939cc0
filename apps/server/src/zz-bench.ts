import { ProjectionRunner, casesProjection, listCases, type EventStore, type RecordedEvent } from '@safeconduct/engine';
import { openSqliteViews } from '@safeconduct/stores';
import { officerCase } from '../../../workflows/officer-case/index.js';
import { mkdtempSync } from 'node:fs';
const N = Number(process.argv[2] ?? 1_000_000);
const leaves = officerCase.chart.leaves; const places = ['QAIM','RUTBA','BAGHDAD'];
const first = ['Ahmad','Ibrahim','Basil','Wail','Omar','Khalid','Hasan','Ali','Zaid','Yusuf','Samir','Tariq'];
const last = Array.from({length: 400}, (_, i) => 'al-Name' + String.fromCharCode(97 + i % 26, 97 + (i / 26 | 0)));
const ar = ['أحمد','إبراهيم','باسل','وائل','عمر','خالد','حسن','علي','زيد','يوسف','سمير','طارق'];
const event = (n: number): RecordedEvent => { const r = (n * 2654435761) >>> 0; const leaf = leaves[r % leaves.length]!; const d = new Date(Date.UTC(2024, 11, 7) + (r % 40_000_000) * 1000).toISOString();
 return { position: BigInt(n + 1), revision: 0n, stream: `case-${String(r).padStart(10,'0')}-${n}`, eventId: String(n), type: 'EntryRegistered', schemaVersion: 1, occurredAt: d, recordedAt: d,
  data: JSON.stringify({ registrationNo: `QAIM-2024-${String(n).padStart(7,'0')}`, nameLatin: `${first[r % 12]} ${first[(r >> 4) % 12]} ${last[(r >> 8) % 400]}`, nameArabic: `${ar[r % 12]} ${ar[(r >> 4) % 12]} الفارس` }),
  metadata: { workflow: 'officer-case', state: leaf, ...(r % 4 ? { place: places[r % 3]! } : {}), assignee: `co-${r % 200}`, due: JSON.stringify({ review: d }) } } as never; };
const events = { head: async () => BigInt(N), readAll: async ({ after, limit }: any) => Array.from({ length: Math.min(limit, N - Number(after)) }, (_, i) => event(Number(after) + i)) } as unknown as EventStore;
const folder = mkdtempSync('/tmp/sc-bench-');
const views = openSqliteViews({ folder, mode: 'write' });
let t = performance.now();
await new ProjectionRunner({ events, views, register: new Map([['officer-case', officerCase]]), projections: [casesProjection] }, { batchSize: 5000 }).catchUp();
console.log(`filled ${N} in ${((performance.now() - t) / 1000).toFixed(0)} s`);
const db = views.query;
const time = async (name: string, filter: any, range: any = {}) => { const ts: number[] = []; let page: any; let after: any;
  for (let i = 0; i < 12; i++) { const t0 = performance.now(); page = await listCases(db, filter, { limit: 50, after, ...range }); ts.push(performance.now() - t0); if (i % 3 === 2) after = page.next ?? undefined; }
  ts.sort((a, b) => a - b); console.log(name.padEnd(46), `median ${ts[6]!.toFixed(1)} ms  max ${ts[11]!.toFixed(1)} ms  (${page.cases.length}, total ${page.total})`); };
await time('all by reference', {});
for (const by of ['due','since','updated']) for (const descending of [false, true]) await time(`all by ${descending ? '-' : ''}${by}`, {}, { order: { by, descending } });
await time('state camped by due', { workflow: 'officer-case', state: 'camped' }, { order: { by: 'due', descending: false } });
await time('leaf + facility by -updated', { state: 'camped.settled', place: 'RUTBA' }, { order: { by: 'updated', descending: true } });
await time('outcome none', { outcome: 'NOTHING' });
await time('assignee by reference', { assignee: 'co-7' }); await time('assignee + state by due', { assignee: 'co-7', state: 'camped' }, { order: { by: 'due', descending: false } });
await time('assignee by -updated', { assignee: 'co-7' }, { order: { by: 'updated', descending: true } });
await time('due before', { dueBefore: '2025-01-01T00:00:00.000Z' }, { order: { by: 'due', descending: false } });
await time('due before by reference', { dueBefore: '2024-12-08T00:00:00.000Z' });
await time('q reference', { search: 'QAIM-2024-0500000' }); await time('q reference prefix', { search: 'QAIM-2024' });
await time('q frequent name (ahmad)', { search: 'ahmad' }); await time('q two names', { search: 'ahmad namebc' }); await time('q arabic', { search: 'احمد الفارس' });
await time('q rare + state by due', { search: 'namebc', state: 'camped' }, { order: { by: 'due', descending: false } });
await time('q nothing', { search: 'zzz' }); await time('q two frequent', { search: 'ahmad omar', state: 'relocating' });
await views.close();
