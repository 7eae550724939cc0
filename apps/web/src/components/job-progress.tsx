import '../style/jobs.css';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { cancelJob, jobItemsQuery, repeatJob, type ItemStatus, type Job } from '../api/bulk.js';
import { whenJob } from '../api/live.js';
import { useLocale } from '../language/locale.js';
import { Button, Chip, Skeleton } from './basics.js';
import { CaseLink } from './case-link.js';
import { Failure } from './said.js';
import { Unfolded } from './unfolded.js';

const tones = {
  queued: undefined,
  running: 'here',
  done: 'done',
  failed: 'danger',
  cancelled: 'warn',
} as const;

/** What the state of a job is called. A job never reads as done while one of its cases or rows is missing. */
export function JobState({ job }: { readonly job: Job }) {
  const { t } = useLocale();
  const isPartly = job.state === 'done' && job.rejected > 0;
  return (
    <Chip tone={isPartly ? 'warn' : tones[job.state]}>
      {t(isPartly ? 'job.state.partly' : `job.state.${job.state}`)}
    </Chip>
  );
}

interface Props {
  readonly job: Job;
  /** Called with the job that was started for what this one has left. */
  readonly onAgain: (job: Job) => void;
}

/** How far a job has come, what became of each case, and what can be done about it. */
export function JobProgress({ job, onAgain }: Props) {
  const { t, format } = useLocale();
  const left = job.total - job.accepted - job.alreadyThere;
  const rest = Math.max(0, job.total - job.done);
  return (
    <div className="stack tight job-progress">
      <p className="row" role="status">
        <JobState job={job} />
        <span>
          {t('job.sofar', { done: job.done, total: job.total })}
          {job.endedAt === null && job.perSecond !== null && ` · ${t('job.rate', { count: job.perSecond })}`}
          {job.secondsLeft !== null && ` · ${t('job.left', { count: job.secondsLeft })}`}
        </span>
      </p>
      <progress aria-label={t('job.progress')} value={job.done} max={Math.max(1, job.total)} />
      <p className="small soft">
        {t('job.figures', {
          accepted: format.number(job.accepted + job.alreadyThere),
          refused: format.number(job.rejected),
          rest: format.number(rest),
        })}
      </p>
      {job.problem !== null && <p className="job-problem">{job.problem}</p>}
      <JobActions job={job} left={left} onAgain={onAgain} />
      {job.rejectedRows !== null && (
        <p>
          <a href={job.rejectedRows} download>
            {t('job.rejectedRows')}
          </a>
        </p>
      )}
      {job.items !== null && job.rejected > 0 && <JobItems job={job} status="refused" isOpen />}
      {job.items !== null && rest > 0 && job.endedAt !== null && <JobItems job={job} status="waiting" />}
      {job.items !== null && job.accepted > 0 && <JobItems job={job} status="done" />}
    </div>
  );
}

function JobActions({ job, left, onAgain }: Props & { readonly left: number }) {
  const { t } = useLocale();
  const queries = useQueryClient();
  const told = async () => {
    await queries.invalidateQueries({ queryKey: ['jobs'] });
  };
  const cancelling = useMutation({ mutationFn: cancelJob, onSuccess: told });
  const [key] = useState(() => crypto.randomUUID());
  const repeating = useMutation({
    mutationFn: repeatJob,
    onSuccess: async (next) => {
      await told();
      onAgain(next);
    },
  });
  const canRepeat = job.items !== null && job.endedAt !== null && left > 0;
  return (
    <>
      <div className="row">
        {job.endedAt === null && (
          <Button
            kind="danger"
            isPending={cancelling.isPending}
            onPress={() => {
              cancelling.mutate(job.id);
            }}
          >
            {t('job.cancel')}
          </Button>
        )}
        {canRepeat && (
          <Button
            isPending={repeating.isPending}
            onPress={() => {
              repeating.mutate({ jobId: job.id, key: `${job.id}.${key}` });
            }}
          >
            {t('job.again', { count: left })}
          </Button>
        )}
      </div>
      {cancelling.isError && <Failure error={cancelling.error} again={() => cancelling.mutate(job.id)} />}
      {repeating.isError && (
        <Failure
          error={repeating.error}
          again={() => repeating.mutate({ jobId: job.id, key: `${job.id}.${key}` })}
        />
      )}
    </>
  );
}

interface ItemsProps {
  readonly job: Job;
  readonly status: ItemStatus;
  readonly isOpen?: boolean;
}

/** The cases of a job that came to one end, each with its reason. They are read when they are looked at. */
function JobItems({ job, status, isOpen = false }: ItemsProps) {
  const { t } = useLocale();
  return (
    <Unfolded summary={t(`job.items.${status}`)} isOpen={isOpen}>
      {() => <ItemList job={job} status={status} />}
    </Unfolded>
  );
}

function ItemList({ job, status }: ItemsProps) {
  const { t } = useLocale();
  const items = useInfiniteQuery(jobItemsQuery(job, status));
  if (items.isError) return <Failure error={items.error} again={() => void items.refetch()} />;
  if (items.data === undefined) return <Skeleton lines={3} />;
  return (
    <>
      <ul className="stack tight job-items">
        {items.data.pages
          .flatMap((page) => page.items)
          .map(({ caseId, reference, title, reason }, index) => (
            <li key={caseId ?? index}>
              <CaseLink caseId={caseId} reference={reference} />
              {title !== null && (
                <span className="small">
                  {' '}
                  · {reason === null || reason === title ? title : `${title}: ${reason}`}
                </span>
              )}
            </li>
          ))}
      </ul>
      {items.hasNextPage && (
        <Button kind="quiet" isPending={items.isFetchingNextPage} onPress={() => void items.fetchNextPage()}>
          {t('job.more')}
        </Button>
      )}
    </>
  );
}

/** Reads the jobs that are shown again when the feed tells that one has changed. */
export function useLiveJobs(): void {
  const queries = useQueryClient();
  useEffect(
    () =>
      whenJob(() => {
        void queries.invalidateQueries({ queryKey: ['jobs', 'list'] });
        void queries.invalidateQueries({ queryKey: ['jobs', 'one'] });
      }),
    [queries],
  );
}
