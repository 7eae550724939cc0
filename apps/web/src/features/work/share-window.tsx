import '../../style/form.css';
import '../../style/workload.css';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button } from '../../components/basics.js';
import { Failure } from '../../components/said.js';
import { StaffName } from '../../components/staff-name.js';
import { Window } from '../../components/window.js';
import type { Answers } from '../../form/data-of.js';
import type { FieldErrors } from '../../form/errors-of.js';
import type { Field } from '../../form/fields-of.js';
import { useLocale } from '../../language/locale.js';
import { ShareForm } from './share-form.js';
import { SharePreview } from './share-preview.js';
import { FollowedJob } from './followed-job.js';
import type { Giving } from './use-selection.js';
import { useSharing, type Sharing } from './use-sharing.js';
import type { OfficerLoad } from './workload-query.js';

/** Which cases are shared out. */
export interface SharedCases {
  /** What is asked of whoever shares them out; empty where it is known which they are. */
  readonly fields: readonly Field[];
  /** What is filled in already. */
  readonly answers: Answers;
  /** What is wrong with the answers. */
  readonly errorsOf: (data: Readonly<Record<string, unknown>>) => FieldErrors;
  /** Whether the most urgent ones come first. */
  readonly areByUrgency: boolean;
  /** The ids, in the order in which they are dealt out. */
  readonly idsOf: (data: Readonly<Record<string, unknown>>) => Promise<readonly string[]>;
}

interface Props {
  readonly title: string;
  readonly giving: Giving;
  /** Left out while they are asked for. */
  readonly cases: SharedCases | undefined;
  /** What is shown meanwhile. */
  readonly meanwhile: ReactNode;
  /** Those who can get them. */
  readonly receivers: readonly OfficerLoad[];
  /** @param isSent  a job was started */
  readonly onClose: (isSent: boolean) => void;
}

/** Cases for several officers: choose who gets them, see what each gets and what cannot be given, send it, follow it. */
export function ShareWindow({ title, giving, cases, meanwhile, receivers, onClose }: Props) {
  const queries = useQueryClient();
  const sharing = useSharing(giving);
  const isBegun = sharing.sent.length > 0;
  const close = () => {
    for (const key of ['counts', 'workload', 'facets']) void queries.invalidateQueries({ queryKey: [key] });
    onClose(isBegun);
  };
  return (
    <Window title={title} onClose={close} isDismissable={false}>
      {cases === undefined ? (
        meanwhile
      ) : sharing.isSent ? (
        <Sent sharing={sharing} onClose={close} />
      ) : (
        <ToBeSent {...{ giving, cases, receivers, sharing }} onClose={close} />
      )}
    </Window>
  );
}

interface ToBeSentProps extends Pick<Props, 'giving' | 'receivers'> {
  readonly cases: SharedCases;
  readonly sharing: Sharing;
  readonly onClose: () => void;
}

/** What is filled in stays while its preview is looked at. */
function ToBeSent({ giving, cases, receivers, sharing, onClose }: ToBeSentProps) {
  const isChecked = sharing.checked !== undefined;
  return (
    <>
      {isChecked && <SharePreview {...{ sharing, cases, receivers }} />}
      <div hidden={isChecked}>
        <ShareForm {...{ giving, cases, receivers, sharing, onClose }} />
      </div>
      {sharing.error !== null && (
        <Failure error={sharing.error} again={isChecked ? sharing.send : sharing.reset} />
      )}
    </>
  );
}

/** How the jobs go on. They go on without the window. */
function Sent({ sharing, onClose }: { readonly sharing: Sharing; readonly onClose: () => void }) {
  const { t } = useLocale();
  return (
    <>
      <div className="stack shares">
        {sharing.sent.map(({ officer, job }, index) => (
          <section key={index} className="stack tight">
            <h3>
              <StaffName id={officer} />
            </h3>
            <FollowedJob id={job} onJob={(next) => sharing.replaceJob(job, next)} />
          </section>
        ))}
      </div>
      <div className="row">
        <Button kind="main" autoFocus onPress={onClose}>
          {t('close')}
        </Button>
        <Link className="button" to="/jobs">
          {t('bulk.jobs')}
        </Link>
      </div>
    </>
  );
}
