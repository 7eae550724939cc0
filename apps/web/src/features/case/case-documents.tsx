import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { timelineQuery, type WorkflowFile } from '../../api/queries.js';
import { useAllPages } from '../../api/use-all-pages.js';
import { Button, Name, Skeleton } from '../../components/basics.js';
import { hashOf } from '../../components/file-hash.js';
import { Empty, Failure, Notice } from '../../components/said.js';
import { StaffName } from '../../components/staff-name.js';
import { eventTitle } from '../../components/titles.js';
import { useLocale } from '../../language/locale.js';
import { documentsIn, documentTypes, type CaseDocument } from './documents-in.js';

interface Props {
  readonly caseId: string;
  readonly workflow: WorkflowFile;
}

/** The documents that are on record by their hashes. A file is compared with them here; it is sent nowhere. */
export function CaseDocuments({ caseId, workflow }: Props) {
  const { t } = useLocale();
  const { documents, isWhole, error, again } = useDocuments(caseId, workflow);
  const [file, setFile] = useState<CheckedFile>();
  const found = documents.filter(({ hash }) => hash.toLowerCase() === file?.hash);
  return (
    <section className="stack">
      <p className="soft">{t('documents.lead')}</p>
      {error !== null && <Failure error={error} again={again} />}
      {!isWhole && error === null && <Skeleton lines={4} />}
      {isWhole && documents.length === 0 && (
        <Empty title={t('documents.none')}>
          <p className="soft">{t('documents.noneText')}</p>
        </Empty>
      )}
      {documents.length > 0 && <Documents {...{ documents, found, workflow }} />}
      {isWhole && documents.length > 0 && <CheckFile file={file} found={found} onFile={setFile} />}
    </section>
  );
}

/** Reads all events that can record a document. */
function useDocuments(caseId: string, workflow: WorkflowFile) {
  const types = documentTypes(workflow);
  const pages = useInfiniteQuery({ ...timelineQuery(caseId, types), enabled: types.length > 0 });
  const { data, error, hasNextPage, refetch } = pages;
  useAllPages(pages);
  const documents = useMemo(
    () => documentsIn(data?.pages.flatMap(({ items }) => items) ?? [], workflow),
    [data, workflow],
  );
  return {
    ...{ documents, error },
    isWhole: types.length === 0 || (data !== undefined && !hasNextPage),
    again: () => void refetch(),
  };
}

interface ListProps {
  readonly documents: readonly CaseDocument[];
  readonly found: readonly CaseDocument[];
  readonly workflow: WorkflowFile;
}

function Documents({ documents, found, workflow }: ListProps) {
  const { t, pick, format } = useLocale();
  return (
    <ul className="documents stack tight" aria-label={t('case.tab.documents')}>
      {documents.map((document) => {
        const { event, titles, hash } = document;
        return (
          <li
            key={`${event.eventId} ${titles.en}`}
            className={found.includes(document) ? 'card found' : 'card'}
          >
            <strong>{pick(titles)}</strong>
            <div className="soft small">
              {eventTitle(workflow, event.type, pick)} ·{' '}
              <time dateTime={event.occurredAt}>{format.time(event.occurredAt)}</time> ·{' '}
              <StaffName id={event.actor.id} />
            </div>
            <code className="hash small" dir="ltr">
              {hash}
            </code>
          </li>
        );
      })}
    </ul>
  );
}

interface CheckedFile {
  readonly name: string;
  readonly hash: string;
}

interface CheckProps {
  readonly file: CheckedFile | undefined;
  readonly found: readonly CaseDocument[];
  readonly onFile: (file: CheckedFile) => void;
}

/** Says which of the documents a file is. */
function CheckFile({ file, found, onFile }: CheckProps) {
  const { t, pick, format } = useLocale();
  const [failure, setFailure] = useState<unknown>();
  const check = (chosen: File): void => {
    setFailure(undefined);
    hashOf(chosen).then((hash) => onFile({ name: chosen.name, hash }), setFailure);
  };
  return (
    <section className="card stack" aria-labelledby="check-file">
      <h2 id="check-file">{t('documents.check')}</h2>
      <div className="row">
        <FileTrigger
          onSelect={(files) => {
            const [chosen] = files ?? [];
            if (chosen !== undefined) check(chosen);
          }}
        >
          <Button>{t('form.chooseFile')}</Button>
        </FileTrigger>
        <span className="soft small">{t('form.fileStays')}</span>
      </div>
      {failure !== undefined && <Notice tone="danger" title={t('documents.unreadable')} />}
      {file !== undefined && (
        <Notice
          tone={found.length > 0 ? 'done' : 'warn'}
          title={t(found.length > 0 ? 'documents.same' : 'documents.other')}
        >
          <p>
            <Name>{file.name}</Name>
            {found.map(({ event, titles }) => (
              <span key={event.eventId} className="said-first">
                {' '}
                {pick(titles)}, {format.time(event.occurredAt)}
              </span>
            ))}
          </p>
          <p>
            <code className="hash small" dir="ltr">
              {file.hash}
            </code>
          </p>
        </Notice>
      )}
    </section>
  );
}
