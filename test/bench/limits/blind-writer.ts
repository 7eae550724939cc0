/** The thread of a blind log. */
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { parentPort, receiveMessageOnPort, type MessagePort } from 'node:worker_threads';

// The same page size and checkpoints as the log that is measured beside it.
const pageBytes = 8192;
const checkpointPages = 1000;

const port = parentPort as MessagePort;

port.once('message', (folder: string) => {
  const db = new Database(join(folder, 'blind.db'));
  db.pragma(`page_size = ${pageBytes}`);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma(`wal_autocheckpoint = ${checkpointPages}`);
  db.exec('CREATE TABLE blind (position INTEGER PRIMARY KEY, bytes TEXT NOT NULL) STRICT');
  const insert = db.prepare('INSERT INTO blind (bytes) VALUES (?)');
  const commit = db.transaction((batches: readonly string[][]) => {
    for (const batch of batches) for (const bytes of batch) insert.run(bytes);
  });
  port.on('message', (first: string[]) => {
    const batches = [first];
    for (let next = received(); next !== undefined; next = received()) batches.push(next);
    commit(batches);
    port.postMessage(batches.reduce((count, { length }) => count + length, 0));
  });
});

const received = () => receiveMessageOnPort(port)?.message as string[] | undefined;
