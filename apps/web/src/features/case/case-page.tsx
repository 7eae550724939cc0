import '../../style/case.css';
import { useQuery } from '@tanstack/react-query';
import { Navigate, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { problemOf } from '../../api/problem.js';
import { caseQuery, commandsQuery, type CaseCommand, type CaseFile } from '../../api/queries.js';
import { referenceQuery } from '../../api/search.js';
import type { Recording } from '../../api/send.js';
import { isCaseId } from '../../components/case-id.js';
import { changedSearch, type SearchChange } from '../../components/changed-search.js';
import { loadedLater } from '../../components/loaded-later.js';
import { Name, Skeleton } from '../../components/basics.js';
import { useWorkflow } from '../../components/state-name.js';
import { useTitle } from '../../components/use-title.js';
import { useShortcuts } from '../../shell/keyboard.js';
import { neighbourOf } from '../../components/list-order.js';
import { CaseActions } from './case-actions.js';
import { CaseDiagram } from './case-diagram.js';
import { CaseHead } from './case-head.js';
import { CaseMissing } from './case-missing.js';
import { noteCommand } from './case-notes.js';
import { withLaterTexts } from '../../language/locale.js';
import { CaseSide } from './case-side.js';
import { CaseSummary } from './case-summary.js';
import { CaseTabs } from './case-tabs.js';
import type { CaseSearch } from './case-search.js';

const loadForm = async () => (await withLaterTexts(() => import('../../form/action-form.js'))).ActionForm;
const ActionForm = loadedLater(loadForm, <Skeleton lines={8} />);
const loadTimeline = async () => (await withLaterTexts(() => import('./case-timeline.js'))).CaseTimeline;
const CaseTimeline = loadedLater(loadTimeline, <Skeleton lines={10} />);
const Recorded = loadedLater(
  async () => (await withLaterTexts(() => import('../../form/recorded.js'))).Recorded,
);
const CaseDocuments = loadedLater(
  async () => (await withLaterTexts(() => import('./case-documents.js'))).CaseDocuments,
  <Skeleton lines={4} />,
);

/** One case: what it is, what happened, what can be done now, and what cannot and why. */
export function CasePage() {
  const { caseId } = useParams({ from: '/cases/$caseId' });
  return isCaseId(caseId) ? (
    <CaseOfId key={caseId} caseId={caseId} />
  ) : (
    <CaseOfReference reference={caseId} />
  );
}

/** A reference that somebody put into the address leads to its case. */
function CaseOfReference({ reference }: { readonly reference: string }) {
  const search = useSearch({ from: '/cases/$caseId' });
  const found = useQuery(referenceQuery(reference));
  if (found.isError)
    return <CaseMissing asked={reference} error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return <CaseWaiting />;
  return <Navigate to="/cases/$caseId" params={{ caseId: found.data.caseId }} search={search} replace />;
}

function CaseOfId({ caseId }: { readonly caseId: string }) {
  const file = useQuery(caseQuery(caseId));
  const commands = useQuery(commandsQuery(caseId));
  const workflow = useWorkflow(file.data?.workflow);
  const [recording, setRecording] = useState<Recording>();
  if (file.isError) {
    // What somebody records may take the case out of what they see: they are told that it was recorded.
    if (recording !== undefined && workflow !== undefined && problemOf(file.error)?.code === 'CASE_NOT_FOUND')
      return (
        <div className="page stack">
          <h1>
            <Name>{recording.reference}</Name>
          </h1>
          <Recorded {...{ recording, workflow }} />
        </div>
      );
    return <CaseMissing asked={caseId} error={file.error} again={() => void file.refetch()} />;
  }
  if (file.data === undefined) return <CaseWaiting />;
  return <OpenCase file={file.data} commands={commands.data?.commands} onRecorded={setRecording} />;
}

const CaseWaiting = () => (
  <div className="page case" aria-busy="true">
    <Skeleton lines={3} />
    <div className="case-body">
      <Skeleton lines={8} />
      <Skeleton lines={14} />
      <Skeleton lines={6} />
    </div>
  </div>
);

interface OpenProps {
  readonly file: CaseFile;
  readonly commands: readonly CaseCommand[] | undefined;
  readonly onRecorded: (recording: Recording) => void;
}

function OpenCase({ file, commands, onRecorded }: OpenProps) {
  const search = useSearch({ from: '/cases/$caseId' });
  const workflow = useWorkflow(file.workflow);
  const show = useShow(file.caseId);
  const tab = search.tab ?? 'summary';
  useTitle(file.reference);
  useRestSoon(commands);
  useCaseKeys(file, { commands, note: noteCommand(workflow, commands) }, show);
  const chosen = commands?.find(({ command }) => command === search.do);
  return (
    <div className="page case">
      <CaseHead file={file} workflow={workflow} />
      <div className="case-body">
        <CaseActions
          caseId={file.caseId}
          commands={commands}
          workflow={workflow}
          filledIn={search.do}
          onChoose={(command) => show({ do: command })}
        />
        <div className="stack case-middle">
          {search.do !== undefined && workflow !== undefined ? (
            <ActionForm
              key={search.do}
              file={file}
              workflow={workflow}
              command={search.do}
              availability={chosen}
              onRecorded={onRecorded}
              onClose={() => {
                show({ do: undefined });
              }}
            />
          ) : (
            <>
              <CaseTabs tab={tab} caseId={file.caseId} />
              {tab === 'summary' && <CaseSummary file={file} workflow={workflow} />}
              {tab === 'timeline' && (
                <CaseTimeline key={search.type} caseId={file.caseId} workflow={workflow} type={search.type} />
              )}
              {tab === 'diagram' && <CaseDiagram file={file} />}
              {tab === 'documents' && workflow !== undefined && (
                <CaseDocuments caseId={file.caseId} workflow={workflow} />
              )}
            </>
          )}
        </div>
        <CaseSide {...{ file, workflow, commands }} />
      </div>
    </div>
  );
}

/** Whoever opens a case is likely to act on it or to read what happened: once everything else is there, so is this. */
function useRestSoon(commands: readonly CaseCommand[] | undefined): void {
  const isThere = commands !== undefined;
  useEffect(() => {
    // Whoever opens it is told why it is not there.
    if (isThere) Promise.all([loadForm(), loadTimeline()]).catch(() => undefined);
  }, [isThere]);
}

/** Shows another part of the case, with an address of its own. */
function useShow(caseId: string) {
  const navigate = useNavigate();
  const search = useSearch({ from: '/cases/$caseId' });
  return (change: SearchChange<CaseSearch>): void => {
    void navigate({
      to: '/cases/$caseId',
      params: { caseId },
      search: changedSearch(search, change),
      resetScroll: false,
    });
  };
}

const digits = 9;

interface Sent {
  readonly commands: readonly CaseCommand[] | undefined;
  /** What records a note. */
  readonly note: string | undefined;
}

function useCaseKeys(
  file: CaseFile,
  { commands, note }: Sent,
  show: (next: SearchChange<CaseSearch>) => void,
): void {
  const navigate = useNavigate();
  const shortcuts = useMemo(() => {
    const open = (commands ?? [])
      .filter(({ open: isOpen, permitted }) => isOpen && permitted)
      .slice(0, digits);
    const go = (step: 1 | -1) => () => {
      const caseId = neighbourOf(file.caseId, step);
      if (caseId !== undefined) void navigate({ to: '/cases/$caseId', params: { caseId } });
    };
    return {
      KeyT: () => {
        show({ tab: 'timeline', type: undefined, do: undefined });
      },
      KeyD: () => {
        show({ tab: 'diagram', do: undefined });
      },
      KeyH: () => void navigate({ to: '/cases/$caseId/replay', params: { caseId: file.caseId } }),
      ...(note !== undefined && { KeyC: () => show({ do: note }) }),
      KeyN: go(1),
      KeyP: go(-1),
      Period: () => void navigator.clipboard.writeText(file.reference),
      ...Object.fromEntries(
        open.map(({ command }, index) => [
          `Digit${index + 1}`,
          () => {
            show({ do: command });
          },
        ]),
      ),
    };
    // The functions follow the address, which is new with each render.
  }, [file.caseId, file.reference, commands, note, navigate, show]);
  useShortcuts(shortcuts);
}
