/** The thread that places one diagram. */
import type { Diagram } from '@safeconduct/workflow';
import { parentPort, workerData } from 'node:worker_threads';
import { layoutOf } from './layout.js';

parentPort?.postMessage(await layoutOf(workerData as Diagram));
