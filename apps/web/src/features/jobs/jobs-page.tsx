import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { jobQuery, jobsQuery, type Job } from '../../api/bulk.js';
import { useLocale } from '../../language/locale.js';
import { Button, Name, Skeleton } from '../../components/basics.js';
import { JobProgress, JobState, useLiveJobs } from '../../components/job-progress.js';
import { Empty, Failure } from '../../components/said.js';
import { useWorkflow } from '../../components/state-name.js';
import { commandTitle } from '../../components/titles.js';
import { useTitle } from '../../components/use-title.js';

/** Long work: what runs, what has ended, and what became of each case. */
export function JobsPage() {
  const { t } = useLocale();
  const { job: shown } = useSearch({ from: '/jobs' });
  const jobs = useInfiniteQuery(jobsQuery);
  const navigate = useNavigate();
  useLiveJobs();
  useTitle(t('nav.jobs'));
  const show = (job: string | undefined) => {
    void navigate({ to: '/jobs', search: job === undefined ? {} : { job }, replace: true });
  };
  const items = jobs.data?.pages.flatMap((page) => page.items) ?? [];
  const isBeside = shown !== undefined && !items.some(({ id }) => id === shown);
  return (
    <div className="page stack">
      <h1>{t('nav.jobs')}</h1>
      {jobs.isError && <Failure error={jobs.error} again={() => void jobs.refetch()} />}
      {jobs.isPending && <Skeleton lines={6} />}
      {jobs.data !== undefined && items.length === 0 && (
        <Empty title={t('job.none')}>
          <p className="soft">{t('job.noneText')}</p>
        </Empty>
      )}
      {isBeside && <OtherJob id={shown} onShow={show} />}
      <ul className="stack tight jobs">
        {items.map((job) => (
          <li key={job.id}>
            <JobCard job={job} isShown={job.id === shown} onShow={show} />
          </li>
        ))}
      </ul>
      {jobs.hasNextPage && (
        <div>
          <Button isPending={jobs.isFetchingNextPage} onPress={() => void jobs.fetchNextPage()}>
            {t('job.more')}
          </Button>
        </div>
      )}
    </div>
  );
}

type Show = (job: string | undefined) => void;

/** A job that an address names and that is not among those that were read. */
function OtherJob({ id, onShow }: { readonly id: string; readonly onShow: Show }) {
  const job = useQuery(jobQuery(id));
  if (job.isError) return <Failure error={job.error} again={() => void job.refetch()} />;
  return job.data === undefined ? <Skeleton lines={3} /> : <JobCard job={job.data} isShown onShow={onShow} />;
}

interface CardProps {
  readonly job: Job;
  readonly isShown: boolean;
  readonly onShow: Show;
}

function JobCard({ job, isShown, onShow }: CardProps) {
  const { t, pick, format } = useLocale();
  const workflow = useWorkflow(job.workflow);
  const title = commandTitle(workflow, job.command, pick);
  const isOpen = isShown || job.endedAt === null;
  return (
    <article className="card stack tight" aria-label={title}>
      <div className="row spread">
        <h2>{title}</h2>
        <Button
          kind="quiet"
          aria-expanded={isOpen}
          aria-label={t(isOpen ? 'job.hide' : 'job.show', { title })}
          onPress={() => {
            onShow(isShown ? undefined : job.id);
          }}
        >
          {t(isOpen ? 'job.less' : 'job.details')}
        </Button>
      </div>
      <p className="small soft">
        {t(`job.kind.${job.kind}`)}
        {job.dryRun && ` · ${t('job.dryRun')}`}
        {' · '}
        <Name>{job.actor ?? ''}</Name> · {format.time(job.createdAt)}
      </p>
      {isOpen ? (
        <JobProgress
          job={job}
          onAgain={({ id }) => {
            onShow(id);
          }}
        />
      ) : (
        <p className="row">
          <JobState job={job} />
          <span>
            {t('job.figures', {
              accepted: format.number(job.accepted + job.alreadyThere),
              refused: format.number(job.rejected),
              rest: format.number(Math.max(0, job.total - job.done)),
            })}
          </span>
        </p>
      )}
    </article>
  );
}
