import '../../style/insights.css';
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { sessionQuery, workflowsQuery } from '../../api/queries.js';
import { Button, Skeleton } from '../../components/basics.js';
import { Tick } from '../../components/choice.js';
import { PlainTable } from '../../components/plain-table.js';
import { Empty, Failure } from '../../components/said.js';
import { useTitle } from '../../components/use-title.js';
import { loadedLater } from '../../components/loaded-later.js';
import { useLocale } from '../../language/locale.js';
import { save } from '../../components/csv.js';
import { FigureRow } from './figure-row.js';
import { useFigureWords } from './figure-words.js';
import { InsightsTabs } from './insights-tabs.js';
import { figuresQuery, type Figure } from './reported-figures.js';

const WithdrawWindow = loadedLater(async () => (await import('./withdraw-window.js')).WithdrawWindow);

const FigureForm = loadedLater(async () => (await import('./figure-form.js')).FigureForm);

/** What others stated of the persons, beside what is recorded here. */
export function FiguresPage() {
  const { t } = useLocale();
  const search = useSearch({ from: '/insights/figures' });
  const workflows = useSuspenseQuery(workflowsQuery).data;
  const { permissions } = useSuspenseQuery(sessionQuery).data;
  const workflow = workflows.find(({ name }) => name === search.workflow) ?? workflows[0];
  const [form, setForm] = useState<{ readonly corrected?: Figure }>();
  useTitle(t('figures.title'));
  if (workflow === undefined) return null;
  const mayRecord = permissions.recordsFigures.includes(workflow.name);
  return (
    <div className="page stack insights">
      <div className="row spread">
        <h1>{t('figures.title')}</h1>
        {mayRecord && form === undefined && (
          <Button kind="main" onPress={() => setForm({})}>
            {t('figures.record')}
          </Button>
        )}
      </div>
      <InsightsTabs />
      {form !== undefined && (
        <FigureForm
          key={form.corrected?.id ?? ''}
          {...{ workflow, corrected: form.corrected }}
          onClose={() => setForm(undefined)}
        />
      )}
      <Figures
        workflow={workflow.name}
        withdrawn={search.withdrawn === true}
        onCorrect={mayRecord ? (corrected) => setForm({ corrected }) : undefined}
      />
    </div>
  );
}

interface FiguresProps {
  readonly workflow: string;
  readonly withdrawn: boolean;
  /** Left out: whoever looks may not change a record. */
  readonly onCorrect: ((figure: Figure) => void) | undefined;
}

function Figures({ workflow, withdrawn, onCorrect }: FiguresProps) {
  const { t } = useLocale();
  const navigate = useNavigate();
  const found = useInfiniteQuery(figuresQuery(workflow, withdrawn));
  const [withdrawing, setWithdrawing] = useState<Figure>();
  const words = useFigureWords(workflow);
  if (found.isError) return <Failure error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return <Skeleton lines={8} />;
  const figures = found.data.pages.flatMap(({ items }) => items);
  const { percent = 0, least = 0 } = found.data.pages[0]?.aboutRule ?? {};
  return (
    <>
      <p className="soft">{t('figures.lead', { percent, least })}</p>
      <div className="row spread">
        <Tick
          isSelected={withdrawn}
          onChange={(isSelected) =>
            void navigate({
              to: '/insights/figures',
              search: isSelected ? { withdrawn: true } : {},
              replace: true,
            })
          }
        >
          {t('figures.withdrawn')}
        </Tick>
        <Button
          kind="quiet"
          isDisabled={figures.length === 0}
          onPress={() => save('reported-figures.csv', [words.heads, ...figures.map(words.cells)])}
        >
          {t('figures.csv')}
        </Button>
      </div>
      {figures.length === 0 ? (
        <Empty title={t('figures.empty')}>
          <p>{t('figures.emptyText')}</p>
        </Empty>
      ) : (
        <PlainTable label={t('figures.title')} heads={words.heads} className="scrolled figures">
          {figures.map((figure) => (
            <FigureRow
              key={figure.id}
              figure={figure}
              words={words}
              change={onCorrect && { correct: onCorrect, withdraw: setWithdrawing }}
            />
          ))}
        </PlainTable>
      )}
      {found.hasNextPage && (
        <Button onPress={() => void found.fetchNextPage()} isPending={found.isFetchingNextPage}>
          {t('figures.more')}
        </Button>
      )}
      {withdrawing !== undefined && (
        <WithdrawWindow figure={withdrawing} onClose={() => setWithdrawing(undefined)} />
      )}
    </>
  );
}
