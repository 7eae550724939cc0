/** The thread that places one diagram. */
import { parentPort, workerData } from 'node:worker_threads';
import { layoutOf, type LayoutRequest } from './layout.js';

parentPort?.postMessage(await layoutOf(workerData as LayoutRequest));
