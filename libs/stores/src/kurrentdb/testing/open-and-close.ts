/** Opens a store, uses all of it, and closes it; then nothing must keep this process alive. */
import { logStart, StoreUnavailableError } from '@safeconduct/engine';
import { openKurrentEvents } from '../kurrent-events.js';

const [url = '', callMs = '5000'] = process.argv.slice(2);

try {
  const events = await openKurrentEvents({ url, callMs: Number(callMs) });
  const heard = new Promise((resolve) => events.onAppended(resolve));
  const eventId = '00000000-0000-7000-8000-000000000001';
  const event = { eventId, type: 'NoteAdded', schemaVersion: 1, metadata: {}, data: '{}' };
  await events.append([{ stream: 'case-1', expected: 'noStream', events: [event] }]);
  await heard;
  const { length } = await events.readAll({ after: logStart, limit: 100 });
  await events.close();
  console.log(JSON.stringify({ read: length }));
} catch (error) {
  if (!(error instanceof StoreUnavailableError)) throw error;
  console.log(JSON.stringify({ code: error.code }));
}
