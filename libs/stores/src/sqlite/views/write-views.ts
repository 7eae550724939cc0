import type Database from 'better-sqlite3';
import { Worker } from 'node:worker_threads';
import { storeError } from '../store-error.js';
import type { Answer } from '../thread/messages.js';
import { WritingThread } from '../thread/writing-thread.js';
import { perform } from './perform.js';
import type { ViewRequest } from './requests.js';
import { ViewWriter } from './view-writer.js';
import { viewsFile } from './views-file.js';

/** Has a request carried out, and answers with what came of it. */
export type Ask = <Result>(request: ViewRequest) => Promise<Result>;

/** A thread of its own does the writing, so that commands need not wait while thousands of rows are written. */
export function writeInThread(folder: string): Ask {
  const thread = new WritingThread<ViewRequest>(new Worker(new URL('./writer.js', import.meta.url)), folder);
  return async <Result>(request: ViewRequest) => {
    const answer = await new Promise<Answer<Result>>((resolve) => {
      thread.send(request, resolve);
    });
    if (request.kind === 'close') await thread.ended;
    if ('done' in answer) return answer.done;
    const { code, message } = answer.failed;
    throw storeError(viewsFile(folder), Object.assign(new Error(message), { code }));
  };
}

/** Views in memory belong to one connection and so to one thread. */
export function writeHere(db: Database.Database): Ask {
  const writer = new ViewWriter(db);
  return <Result>(request: ViewRequest) =>
    new Promise<Result>((resolve) => {
      resolve(perform(writer, request) as Result);
    });
}
