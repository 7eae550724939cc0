import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { OfflineError, ProblemError } from '../api/problem.js';
import { Button } from '../components/basics.js';
import { Failure } from '../components/said.js';
import { Window } from '../components/window.js';
import { useLocale } from '../language/locale.js';
import type { Field } from './fields-of.js';
import { titlesOf } from './titles-of.js';
import { useKeptAt } from './kept-at.js';
import type { OpenKeptDraft } from './use-kept-draft.js';

interface Props {
  readonly open: OpenKeptDraft;
  /** What the form is called. */
  readonly title: string;
  readonly fields: readonly Field[];
}

/** Whether what is typed is kept, since when, or why not; and the means to throw it away. It is there from the beginning, so nothing moves. */
export function DraftLine({ open, title, fields }: Props) {
  const { t, pick } = useLocale();
  const titles = useMemo(() => titlesOf(fields, pick), [fields, pick]);
  const [isAsking, setAsking] = useState(false);
  const { is } = open.keeping;
  if (is === 'changed') return null;
  return (
    <div className="draft-line row small soft">
      <Said keeping={open.keeping} titles={titles} />
      {is !== 'nothing' && (
        <Button
          kind="quiet"
          onPress={() => {
            setAsking(true);
          }}
        >
          {t('draft.throwAway')}
        </Button>
      )}
      {isAsking && (
        <ThrowAway
          open={open}
          title={title}
          onEnd={() => {
            setAsking(false);
          }}
        />
      )}
    </div>
  );
}

const unauthorized = 401;

interface SaidProps extends Pick<OpenKeptDraft, 'keeping'> {
  /** Of the fields, by path. */
  readonly titles: ReturnType<typeof titlesOf>;
}

function Said({ keeping, titles }: SaidProps) {
  const { t } = useLocale();
  const keptAt = useKeptAt();
  switch (keeping.is) {
    case 'nothing':
      return <span>{t('draft.nothing')}</span>;
    case 'waiting':
      return <span>{t('draft.waiting')}</span>;
    case 'kept':
      return <span>{t('draft.kept', { time: keptAt(keeping.keptAt) })}</span>;
    case 'failed':
      return (
        <strong className="not-kept" role="status">
          <WhyNot error={keeping.error} titles={titles} />
        </strong>
      );
    case 'changed':
      return null;
  }
}

function WhyNot({ error, titles }: { readonly error: unknown } & Pick<SaidProps, 'titles'>) {
  const { t } = useLocale();
  if (error instanceof OfflineError) return t('draft.offline');
  if (!(error instanceof ProblemError)) return t('draft.failed', { reason: t('failure.unknown') });
  const { status, detail, title, issues } = error.problem;
  if (status === unauthorized) return t('draft.signedOut');
  const [issue] = issues ?? [];
  const field = issue && titles.get(issue.path.replace(/^content\.answers\./, ''));
  const reason = issue && field !== undefined ? `${field}: ${issue.message}` : (detail ?? title);
  return t('draft.failed', { reason });
}

/** Asks once. */
function ThrowAway({ open, title, onEnd }: Omit<Props, 'fields'> & { readonly onEnd: () => void }) {
  const { t } = useLocale();
  const away = useMutation({ mutationFn: open.throwAway, onSuccess: onEnd });
  return (
    <Window title={t('draft.throwAwayTitle')} role="alertdialog" onClose={onEnd}>
      <p>{t('draft.throwAwayText', { command: title })}</p>
      {away.isError && <Failure error={away.error} again={away.mutate} />}
      <div className="row">
        <Button kind="danger" onPress={() => away.mutate()} isPending={away.isPending}>
          {t('draft.throwAwayYes')}
        </Button>
        <Button onPress={onEnd} autoFocus>
          {t('draft.throwAwayNo')}
        </Button>
      </div>
    </Window>
  );
}
