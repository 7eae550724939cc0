import { useQuery } from '@tanstack/react-query';
import { jobQuery } from '../../api/bulk.js';
import { Skeleton } from '../../components/basics.js';
import { JobProgress, useLiveJobs } from '../../components/job-progress.js';
import { Failure } from '../../components/said.js';

interface Props {
  readonly id: string;
  /** Another job was started for what this one has left. */
  readonly onJob: (id: string) => void;
}

/** How a job goes on. It goes on without whoever looks at it. */
export function FollowedJob({ id, onJob }: Props) {
  const job = useQuery(jobQuery(id));
  useLiveJobs();
  if (job.isError) return <Failure error={job.error} again={() => void job.refetch()} />;
  if (job.data === undefined) return <Skeleton lines={3} />;
  return <JobProgress job={job.data} onAgain={(next) => onJob(next.id)} />;
}
