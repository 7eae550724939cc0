import '../../style/replay.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { ReplayStep } from '../../api/past-case.js';
import { caseQuery, type CaseFile } from '../../api/queries.js';
import { useReplay } from '../../api/use-replay.js';
import { changedSearch, type SearchChange } from '../../components/changed-search.js';
import { Button, Name, Skeleton } from '../../components/basics.js';
import { CopyButton } from '../../components/copy-button.js';
import { FailurePage, Notice } from '../../components/said.js';
import { useWorkflow } from '../../components/state-name.js';
import { useTitle } from '../../components/use-title.js';
import { useLocale } from '../../language/locale.js';
import { useShortcuts } from '../../shell/keyboard.js';
import { Compared } from './compared.js';
import { Moment } from './moment.js';
import { afterKey, Scrubber } from './scrubber.js';
import { changeFrom } from './track.js';
import { speeds, usePlay, type Play } from './use-play.js';
import type { ReplaySearch } from './replay-search.js';

/** The history of a case, moment by moment: what was known, who had it, and what could be done then and why not. */
export function ReplayPage() {
  const { caseId } = useParams({ from: '/cases/$caseId/replay' });
  const file = useQuery(caseQuery(caseId));
  const replay = useReplay(caseId);
  const failed = file.error ?? replay.error;
  if (failed !== null) {
    return <FailurePage error={failed} />;
  }
  if (file.data === undefined || replay.steps === undefined) {
    return (
      <Arriving read={replay.read} count={file.data === undefined ? 0 : Number(file.data.revision) + 1} />
    );
  }
  return <Replayed file={file.data} steps={replay.steps} />;
}

/** How much of a replay has arrived, where it takes more than one page. */
function Arriving({ read, count }: { readonly read: number; readonly count: number }) {
  const { t, format } = useLocale();
  const said = { number: format.number(read), count: format.number(count) };
  return (
    <div className="page stack" aria-busy="true">
      {read > 0 && (
        <label className="stack tight">
          {t('replay.arriving', said)}
          <progress value={read} max={count} />
        </label>
      )}
      <Skeleton lines={14} />
    </div>
  );
}

interface ReplayedProps {
  readonly file: CaseFile;
  readonly steps: readonly ReplayStep[];
}

function Replayed({ file, steps }: ReplayedProps) {
  const { t, format } = useLocale();
  const search = useSearch({ from: '/cases/$caseId/replay' });
  const workflow = useWorkflow(file.workflow);
  const show = useShow(file.caseId, search);
  const last = steps.length - 1;
  const index = Math.min(search.at ?? last, last);
  const compared = search.with === undefined ? undefined : Math.min(search.with, last);
  const go = useCallback((at: number) => show({ at }), [show]);
  const play = usePlay(index, last, go);
  useReplayKeys({ steps, index, play, show, compared });
  useTitle(`${t('replay.title')} ${file.reference}`);
  const step = steps[index];
  const diverged = steps.find(({ matches }) => !matches);
  return (
    <div className="page stack replay">
      <header className="row spread">
        <h1>
          {t('replay.title')} <Name>{file.reference}</Name>
        </h1>
        <Link className="button" to="/cases/$caseId" params={{ caseId: file.caseId }}>
          {t('replay.back')}
        </Link>
      </header>
      {step !== undefined && (
        <p className="past-banner" role="status">
          {t('replay.past', { time: format.time(step.occurredAt) })}
        </p>
      )}
      {diverged === undefined ? (
        <p className="soft small">✓ {t('replay.follows', { count: steps.length })}</p>
      ) : (
        <Notice tone="danger" title={t('replay.diverged', { revision: diverged.revision })} />
      )}
      <div className="card stack tight">
        <Scrubber {...{ steps, index, compared, workflow }} byTime={search.spacing === 'time'} onGo={go} />
        <Controls {...{ steps, index, play, show, search, compared }} />
      </div>
      {step !== undefined && workflow !== undefined && compared === undefined && (
        <Moment file={file} steps={steps} index={index} workflow={workflow} />
      )}
      {compared !== undefined && workflow !== undefined && (
        <Compared steps={steps} from={compared} to={index} workflow={workflow} />
      )}
    </div>
  );
}

type Show = (change: SearchChange<ReplaySearch>) => void;

function useShow(caseId: string, search: ReplaySearch): Show {
  const navigate = useNavigate();
  return useCallback(
    (change) => {
      void navigate({
        to: '/cases/$caseId/replay',
        params: { caseId },
        search: changedSearch(search, change),
        replace: true,
        resetScroll: false,
      });
    },
    [navigate, caseId, search],
  );
}

interface ControlsProps {
  readonly steps: readonly ReplayStep[];
  readonly index: number;
  readonly play: Play;
  readonly show: Show;
  readonly search: ReplaySearch;
  readonly compared: number | undefined;
}

function Controls({ steps, index, play, show, search, compared }: ControlsProps) {
  const { t, format } = useLocale();
  const last = steps.length - 1;
  const nextSpeed = speeds[(speeds.indexOf(play.speed) + 1) % speeds.length] ?? 1;
  return (
    <div className="row">
      <Button onPress={() => show({ at: Math.max(0, index - 1) })} isDisabled={index === 0}>
        {t('replay.back1')}
      </Button>
      <Button kind="main" onPress={play.toggle}>
        {t(play.isPlaying ? 'replay.pause' : 'replay.play')}
      </Button>
      <Button onPress={() => show({ at: Math.min(last, index + 1) })} isDisabled={index === last}>
        {t('replay.forward1')}
      </Button>
      <Button onPress={() => show({ at: changeFrom(steps, index, -1) })}>{t('replay.previousChange')}</Button>
      <Button onPress={() => show({ at: changeFrom(steps, index, 1) })}>{t('replay.nextChange')}</Button>
      <Button kind="quiet" onPress={() => play.setSpeed(nextSpeed)}>
        {t('replay.speed', { speed: format.number(play.speed) })}
      </Button>
      <Button kind="quiet" onPress={() => show({ spacing: search.spacing === 'time' ? undefined : 'time' })}>
        {t(search.spacing === 'time' ? 'replay.sideBySide' : 'replay.byTime')}
      </Button>
      <Button kind="quiet" onPress={() => show({ with: compared === undefined ? index : undefined })}>
        {t(compared === undefined ? 'replay.compare' : 'replay.compareEnd')}
      </Button>
      <CopyButton kind="quiet" text={location.href}>
        {t('replay.copy')}
      </CopyButton>
    </div>
  );
}

type KeyProps = Pick<ControlsProps, 'steps' | 'index' | 'play' | 'show' | 'compared'>;

function useReplayKeys({ steps, index, play, show, compared }: KeyProps): void {
  const { direction } = useLocale();
  const { toggle } = play;
  useShortcuts(
    useMemo(
      () => ({
        Space: toggle,
        ArrowLeft: () => show({ at: afterKey('ArrowLeft', { steps, index, direction }) }),
        ArrowRight: () => show({ at: afterKey('ArrowRight', { steps, index, direction }) }),
        BracketLeft: () => show({ at: changeFrom(steps, index, -1) }),
        BracketRight: () => show({ at: changeFrom(steps, index, 1) }),
        Home: () => show({ at: 0 }),
        End: () => show({ at: steps.length - 1 }),
        KeyV: () => show({ with: compared === undefined ? index : undefined }),
      }),
      [steps, index, direction, toggle, show, compared],
    ),
  );
}
