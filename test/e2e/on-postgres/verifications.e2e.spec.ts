/** The same end to end, asked of two servers with events and views in PostgreSQL. */
import { onPostgres } from '../http/test-stores.js';

await onPostgres(() => import('../http/verifications.e2e.spec.js'));
