/** The same end to end, with events and views in PostgreSQL. */
import { usePostgres } from '../http/test-stores.js';

await usePostgres();
await import('../http/client/client.e2e.spec.js');
