import '../../style/form.css';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
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
import { answersOf, correctionForm, correctionOf, figureForm, reportOf } from './figure-schema.js';
import { correctFigure, figuresQuery, outcomesQuery, reportFigure, type Figure } from './reported-figures.js';

interface Props {
  readonly workflow: WorkflowFile;
  /** The figure that is corrected; left out: another one is recorded. */
  readonly corrected?: Figure | undefined;
  readonly onClose: () => void;
}

/** Records what somebody outside stated, or corrects the record of it. */
export function FigureForm({ workflow, corrected, onClose }: Props) {
  const { t, pick } = useLocale();
  const queries = useQueryClient();
  const [answers, setAnswers] = useState<Answers>(corrected === undefined ? {} : answersOf(corrected));
  const fields = useFigureFields(workflow, corrected);
  const title = t(corrected === undefined ? 'figures.record' : 'figures.correct');
  const recording = useMutation({
    mutationFn: () => {
      const data = dataOf(fields, answers);
      return corrected === undefined
        ? reportFigure(reportOf(data, workflow.name))
        : correctFigure(corrected.id, correctionOf(data, corrected));
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['figures'] });
      onClose();
    },
  });
  const form = useRef<HTMLFormElement>(null);
  // The row whose button was pressed may be far below.
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const problem = problemOf(recording.error);
  const errors = errorsOf(problem);
  const titles = useMemo(() => titlesOf(fields, pick), [fields, pick]);
  return (
    <SentForm
      form={form}
      className="card stack"
      label={title}
      isPending={recording.isPending}
      onSend={recording.mutate}
    >
      <h2>{title}</h2>
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

function useFigureFields(workflow: WorkflowFile, corrected: Figure | undefined): readonly Field[] {
  const { t } = useLocale();
  const outcomes = useQuery(outcomesQuery(workflow.name)).data;
  const others = useInfiniteQuery(figuresQuery(workflow.name, false)).data;
  return useMemo(() => {
    const parts = {
      ...{ t, outcomes: outcomes ?? [] },
      others: others?.pages.flatMap(({ items }) => items) ?? [],
    };
    return fieldsOf(
      corrected === undefined ? figureForm(workflow, parts) : correctionForm(workflow, corrected, parts),
    );
  }, [workflow, corrected, t, outcomes, others]);
}
