/** What the address of the jobs says. */
export interface JobsSearch {
  /** The job of which all is shown. */
  readonly job?: string;
}

const jobId = /^[0-9a-f-]{36}$/;

/** Reads the address. What it cannot be is left out. */
export function jobsSearch({ job }: Readonly<Record<string, unknown>>): JobsSearch {
  return typeof job === 'string' && jobId.test(job) ? { job } : {};
}
