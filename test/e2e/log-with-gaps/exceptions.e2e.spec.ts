/** The same end to end, on a log whose positions have gaps. */
import { useLogWithGaps } from '../http/test-stores.js';

useLogWithGaps();
await import('../http/exceptions.e2e.spec.js');
