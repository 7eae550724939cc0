import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { OfflineError, ProblemError } from '../api/problem.js';
import { Button } from '../components/basics.js';
import { Failure } from '../components/said.js';
import { Window } from '../components/window.js';
import { useLocale } from '../language/locale.js';
import { useKeptAt } from './kept-at.js';
import type { OpenKeptDraft } from './use-kept-draft.js';

interface Props {
  readonly open: OpenKeptDraft;
  /** What the form is called. */
  readonly title: string;
}

/** Whether what is typed is kept, since when, or why not; and the means to throw it away. It is there from the beginning, so nothing moves. */
export function DraftLine({ open, title }: Props) {
  const { t } = useLocale();
  const [isAsking, setAsking] = useState(false);
  const { is } = open.keeping;
  if (is === 'changed') return null;
  return (
    <div className="draft-line row small soft">
      <Said keeping={open.keeping} />
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

function Said({ keeping }: Pick<OpenKeptDraft, 'keeping'>) {
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
          <WhyNot error={keeping.error} />
        </strong>
      );
    case 'changed':
      return null;
  }
}

function WhyNot({ error }: { readonly error: unknown }) {
  const { t } = useLocale();
  if (error instanceof OfflineError) return t('draft.offline');
  if (!(error instanceof ProblemError)) return t('draft.failed', { reason: t('failure.unknown') });
  const { status, detail, title } = error.problem;
  return status === unauthorized ? t('draft.signedOut') : t('draft.failed', { reason: detail ?? title });
}

/** Asks once. */
function ThrowAway({ open, title, onEnd }: Props & { readonly onEnd: () => void }) {
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
