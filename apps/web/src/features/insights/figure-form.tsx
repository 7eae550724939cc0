import '../../style/form.css';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { problemOf } from '../../api/problem.js';
import type { WorkflowFile } from '../../api/queries.js';
import { Button } from '../../components/basics.js';
import { Failure } from '../../components/said.js';
import { dataOf, type Answers } from '../../form/data-of.js';
import { ErrorSummary } from '../../form/error-summary.js';
import { errorsOf } from '../../form/errors-of.js';
import { Fields } from '../../form/fields.js';
import { fieldsOf, type Field } from '../../form/fields-of.js';
import { SentForm } from '../../form/sent-form.js';
import { titlesOf } from '../../form/titles-of.js';
import { useLocale } from '../../language/locale.js';
import { figureForm, reportOf } from './figure-schema.js';
import { figuresQuery, outcomesQuery, reportFigure } from './reported-figures.js';

interface Props {
  readonly workflow: WorkflowFile;
  readonly onClose: () => void;
}

/** Records what somebody outside stated. */
export function FigureForm({ workflow, onClose }: Props) {
  const { t, pick } = useLocale();
  const queries = useQueryClient();
  const [answers, setAnswers] = useState<Answers>({});
  const fields = useFigureFields(workflow);
  const recording = useMutation({
    mutationFn: () => reportFigure(reportOf(dataOf(fields, answers), workflow.name)),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['figures'] });
      onClose();
    },
  });
  const form = useRef<HTMLFormElement>(null);
  const problem = problemOf(recording.error);
  const errors = errorsOf(problem);
  const titles = useMemo(() => titlesOf(fields, pick), [fields, pick]);
  return (
    <SentForm
      form={form}
      className="card stack"
      label={t('figures.record')}
      isPending={recording.isPending}
      onSend={recording.mutate}
    >
      <h2>{t('figures.record')}</h2>
      {problem !== undefined ? (
        <ErrorSummary problem={problem} errors={errors} titles={titles} />
      ) : (
        recording.isError && <Failure error={recording.error} again={recording.mutate} />
      )}
      <Fields
        {...{ fields, answers, errors }}
        workflow={workflow.name}
        onAnswer={(path, value) => setAnswers((before) => ({ ...before, [path]: value }))}
      />
      <div className="row">
        <Button kind="main" type="submit" isPending={recording.isPending}>
          {t('figures.save')}
        </Button>
        <Button onPress={onClose}>{t('figures.cancel')}</Button>
      </div>
    </SentForm>
  );
}

function useFigureFields(workflow: WorkflowFile): readonly Field[] {
  const { t } = useLocale();
  const outcomes = useQuery(outcomesQuery(workflow.name)).data;
  const others = useInfiniteQuery(figuresQuery(workflow.name, false)).data;
  return useMemo(
    () =>
      fieldsOf(
        figureForm(workflow, {
          t,
          outcomes: outcomes ?? [],
          others: others?.pages.flatMap(({ items }) => items) ?? [],
        }),
      ),
    [workflow, t, outcomes, others],
  );
}
