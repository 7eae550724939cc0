/** The same end to end, with events and views in PostgreSQL. */
import { onPostgres } from '../http/test-stores.js';

await onPostgres(() => import('../http/fuzz/writing.e2e.spec.js'));
