/** The program of the reading thread: answers one statement after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { codeOf, messageOf } from '../../store-error.js';
import { readerOf } from '../open-reader.js';
import type { Answer, Question } from './messages.js';

const reader = readerOf(workerData as string);

parentPort?.on('message', (question: Question) => {
  if (question === 'close') {
    reader.close();
    parentPort?.close();
  } else {
    parentPort?.postMessage(answerTo(question));
  }
});

function answerTo({ id, sql, parameters }: Exclude<Question, 'close'>): Answer {
  try {
    return { id, rows: reader.all(sql, parameters) };
  } catch (error) {
    return { id, failed: { code: codeOf(error), message: messageOf(error) } };
  }
}
