import '../../style/form.css';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { problemOf } from '../../api/problem.js';
import type { WorkflowFile } from '../../api/queries.js';
import { dataOf, type Answers } from '../../form/data-of.js';
import { fieldsOf, type Field } from '../../form/fields-of.js';
import { FilledForm } from '../../form/filled-form.js';
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
  const { t } = useLocale();
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
  return (
    <FilledForm
      className="card stack"
      label={title}
      {...{ fields, answers, onClose }}
      onAnswers={setAnswers}
      workflow={workflow.name}
      sending={recording}
      problem={problemOf(recording.error)}
      texts={{ save: t('figures.save'), cancel: t('figures.cancel') }}
    >
      <h2>{title}</h2>
    </FilledForm>
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
