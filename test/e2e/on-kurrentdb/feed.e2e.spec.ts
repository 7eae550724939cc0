/** The same end to end, with events in KurrentDB and views in a folder. */
import { onKurrentdb } from '../http/test-stores.js';

await onKurrentdb(() => import('../http/feed.e2e.spec.js'));
