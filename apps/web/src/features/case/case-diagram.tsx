import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { diagramQuery, type CaseFile } from '../../api/queries.js';
import { useReplay } from '../../api/use-replay.js';
import { useLocale } from '../../language/locale.js';
import { Button, Skeleton } from '../../components/basics.js';
import { StateDiagram } from '../../components/diagram.js';
import { marksOf } from '../../components/marks-of.js';
import { Failure } from '../../components/said.js';
import { useWorkflow } from '../../components/state-name.js';
import { stateTitles } from '../../components/titles.js';

/** The procedure with the state of the case lit and its way so far; first all of it, then the inside of one state. */
export function CaseDiagram({ file }: { readonly file: CaseFile }) {
  const { t, pick, manner } = useLocale();
  const workflow = useWorkflow(file.workflow);
  const [level, setLevel] = useState('top');
  const diagram = useQuery(
    diagramQuery(file.workflow, { language: manner.language, level, direction: 'down' }),
  );
  const { steps } = useReplay(file.caseId);
  const here = file.subState ?? file.state;
  const marks = useMemo(() => marksOf(here, steps ?? []), [here, steps]);
  return (
    <section className="card stack">
      <div className="row spread">
        <p>
          {level === 'top' ? t('diagram.all') : stateTitles(workflow, level, pick).join(' · ')}{' '}
          <span className="soft small">{t('diagram.hint')}</span>
        </p>
        <div className="row">
          {level === 'top' ? (
            <Button
              onPress={() => {
                setLevel(file.state);
              }}
            >
              {t('diagram.inside')}
            </Button>
          ) : (
            <Button
              onPress={() => {
                setLevel('top');
              }}
            >
              {t('diagram.whole')}
            </Button>
          )}
        </div>
      </div>
      {diagram.isError && <Failure error={diagram.error} again={() => void diagram.refetch()} />}
      {diagram.isPending && <Skeleton lines={12} />}
      {diagram.data !== undefined && (
        <StateDiagram
          diagram={diagram.data}
          label={t('case.tab.diagram')}
          marks={marks}
          {...(level === 'top' && { onState: setLevel })}
        />
      )}
    </section>
  );
}
