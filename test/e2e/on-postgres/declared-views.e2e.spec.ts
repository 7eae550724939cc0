/** The same end to end, with events and views in PostgreSQL. */
import { onPostgres } from '../http/test-stores.js';

await onPostgres(() => import('../http/declared-views.e2e.spec.js'));
