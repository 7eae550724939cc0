import { openDatabase } from '../src/postgres/database.js';
import { openPostgresJobs } from '../src/postgres/jobs/postgres-jobs.js';
import type { JobStore } from '../src/jobs/job-store.js';

/** The jobs of a database, with connections of their own, as one more server has them. */
export function jobsAt(url: string): JobStore {
  const database = openDatabase(url, { connections: 4, purpose: 'jobs' });
  const jobs = openPostgresJobs({ database });
  const close = jobs.close.bind(jobs);
  jobs.close = async () => {
    await close();
    await database.close();
  };
  return jobs;
}
