/** The same end to end, asked of two servers with events and views in PostgreSQL. */
import { onPostgres } from '../http/test-stores.js';

await onPostgres(() => import('../http/exceptions.e2e.spec.js'));
