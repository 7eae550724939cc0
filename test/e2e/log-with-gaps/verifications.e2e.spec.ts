/** The same end to end, on a log whose positions have gaps. */
import { useLogWithGaps } from '../http/test-stores.js';

useLogWithGaps();
await import('../http/verifications.e2e.spec.js');
