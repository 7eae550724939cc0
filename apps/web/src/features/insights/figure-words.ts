import { useMemo } from 'react';
import { useWorkflow } from '../../components/state-name.js';
import { stateTitles, valueTitle } from '../../components/titles.js';
import { useLocale } from '../../language/locale.js';
import type { Cell } from '../../components/csv.js';
import type { Comparison, Figure, Row } from './reported-figures.js';

type Relation = NonNullable<NonNullable<Figure['sum']>['gap']>['relation'] | Figure['relation'];
export type Group = NonNullable<NonNullable<Figure['sum']>['rest']>['groups'][number];

/** Figures in words: in the table, and in the file that is taken along. */
export interface FigureWords {
  readonly heads: readonly string[];
  readonly stated: (figure: number, relation: Relation) => string;
  readonly verdict: (comparison: Comparison) => string;
  readonly ledger: (comparison: Comparison) => string;
  /** A day, or a moment. */
  readonly when: (said: string) => string;
  readonly group: (group: Group) => string;
  /** What a list of cases is narrowed by: its states, or its outcome. */
  readonly rows: (row: Row) => string;
  readonly gap: (figure: Figure) => readonly string[];
  readonly cells: (figure: Figure) => readonly Cell[];
}

const dayLength = '2024-12-19'.length;

export function useFigureWords(name: string): FigureWords {
  const { t, format, pick } = useLocale();
  const workflow = useWorkflow(name);
  return useMemo(() => {
    const stated: FigureWords['stated'] = (figure, relation) =>
      t(`figures.relation.${relation}`, { number: figure });
    const verdict: FigureWords['verdict'] = ({ verdict: found, offBy }) =>
      t(`figures.verdict.${found}`, { number: Math.abs(offBy ?? 0) });
    const ledger: FigureWords['ledger'] = ({ ledger: { value } }) =>
      value === null ? t('figures.hidden') : format.number(value);
    const when: FigureWords['when'] = (said) =>
      said.length === dayLength ? format.date(said) : format.time(said);
    const gap: FigureWords['gap'] = ({ sum }) => {
      if (sum === null) return [];
      if (sum.gap === null) return [t('figures.gapWithdrawn')];
      return [
        t('figures.gapStated', { gap: stated(sum.gap.value, sum.gap.relation) }),
        ...(sum.ledgerGap === null
          ? []
          : [t(sum.isRounded ? 'figures.gapRounded' : 'figures.gapLedger', { number: sum.ledgerGap })]),
        ...(sum.rest === null ? [t('figures.gapEvents')] : []),
      ];
    };
    return {
      ...{ stated, verdict, ledger, when, gap },
      rows: ({ state = '', outcome }) =>
        outcome === undefined
          ? format.list(state.split(',').map((path) => stateTitles(workflow, path, pick).join(' · ')))
          : valueTitle(workflow, outcome, pick),
      group: ({ state, facility, outcome }) =>
        [
          ...stateTitles(workflow, state, pick),
          ...[facility, outcome].flatMap((code) => (code === null ? [] : [valueTitle(workflow, code, pick)])),
        ].join(' · '),
      heads: [
        ...[t('figures.source'), t('figures.said'), t('figures.ledger'), t('figures.happened')],
        ...[t('figures.known'), t('figures.gap')],
      ],
      cells: (figure) => [
        `${figure.source} (${figure.published})`,
        `${stated(figure.figure, figure.relation)}: ${figure.quote}`,
        figure.comparisons.occurred.ledger.value ?? t('figures.hidden'),
        verdict(figure.comparisons.occurred),
        verdict(figure.comparisons.recorded),
        gap(figure).join(' '),
      ],
    };
  }, [t, format, pick, workflow]);
}
