import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Verification } from '@safeconduct/contracts';
import { Button, Chip } from '../../components/basics.js';
import { Failure } from '../../components/said.js';
import { StaffName } from '../../components/staff-name.js';
import { useLocale } from '../../language/locale.js';
import { cancelVerification, verificationsQuery } from './verification-query.js';
import { FoundProblems } from './found-problems.js';

interface Props {
  readonly verification: Verification;
}

/** One check of the log: how far it is, or what it found. */
export function VerificationCard({ verification }: Props) {
  const { t, format } = useLocale();
  const { actor, createdAt, endedAt, findings, problem } = verification;
  const begun = format.time(createdAt);
  return (
    <article className="card stack tight job-progress" aria-label={t('verification.of', { time: begun })}>
      <p className="row" role="status">
        <Outcome verification={verification} />
        <span>
          {begun}
          {actor !== null && (
            <>
              {' · '}
              <StaffName id={actor} />
            </>
          )}
        </span>
      </p>
      {endedAt === null && <UnderWay verification={verification} />}
      {problem !== null && (
        <p className="job-problem" dir="auto">
          {problem}
        </p>
      )}
      {findings !== null && <Counts findings={findings} />}
      {findings !== null && findings.problems > 0 && (
        <FoundProblems id={verification.id} count={findings.problems} />
      )}
    </article>
  );
}

/** What came of it: that it came to its end does not mean that all is well. */
function Outcome({ verification: { state, findings } }: Props) {
  const { t } = useLocale();
  if (state !== 'done' || findings === null) {
    const tone = state === 'failed' ? 'danger' : state === 'running' ? 'here' : undefined;
    return <Chip tone={tone}>{t(`job.state.${state}`)}</Chip>;
  }
  if (findings.problems === 0) return <Chip tone="done">{t('verification.sound')}</Chip>;
  return <Chip tone="danger">{t('verification.problems', { count: findings.problems })}</Chip>;
}

function UnderWay({ verification: { id, step, done, total, secondsLeft } }: Props) {
  const { t } = useLocale();
  const queries = useQueryClient();
  const cancelling = useMutation({
    mutationFn: () => cancelVerification(id),
    onSuccess: () => queries.invalidateQueries({ queryKey: verificationsQuery.queryKey }),
  });
  return (
    <>
      <p>
        {step !== null && t(`verification.step.${step}`)}
        {secondsLeft !== null && ` · ${t('job.left', { count: secondsLeft })}`}
      </p>
      <progress aria-label={t('job.progress')} value={done} max={Math.max(1, total)} />
      <div>
        <Button
          kind="danger"
          isPending={cancelling.isPending}
          onPress={() => {
            cancelling.mutate();
          }}
        >
          {t('verification.cancel')}
        </Button>
      </div>
      {cancelling.isError && <Failure error={cancelling.error} again={() => cancelling.mutate()} />}
    </>
  );
}

function Counts({ findings }: { readonly findings: NonNullable<Verification['findings']> }) {
  const { t, format } = useLocale();
  const { events, cases, reads, otherDefinitions, isDamaged } = findings;
  return (
    <>
      <p>
        {t('verification.counts', { events: format.number(events), cases: format.number(cases) })}
        {reads !== null && ` ${t('verification.reads', { count: format.number(reads) })}`}
      </p>
      {otherDefinitions > 0 && (
        <p className="small soft">{t('verification.otherDefinitions', { count: otherDefinitions })}</p>
      )}
      {isDamaged && <p className="job-problem">{t('verification.damaged')}</p>}
    </>
  );
}
