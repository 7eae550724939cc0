/** A thread of `safeconduct simulate`, started by it for a registered workflow. */
import { simulateInThread } from '@safeconduct/simulation';
import { workflows } from '@safeconduct/workflows';

simulateInThread(workflows);
