import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Skeleton } from '../../components/basics.js';
import { Failure } from '../../components/said.js';
import { useNameOfStaff } from '../../components/staff-name.js';
import { stateTitles } from '../../components/titles.js';
import { fieldsOf, type Schema } from '../../form/fields-of.js';
import { asIs } from '../../language/as-is.js';
import { useLocale, type InBoth } from '../../language/locale.js';
import type { TextKey } from '../../language/texts/en.js';
import { caseIdsOf } from './list-query.js';
import { howMany } from './share-cases.js';
import { ShareWindow, type SharedCases } from './share-window.js';
import type { Giving } from './use-selection.js';
import { openCasesOf, openStatesQuery, type OfficerLoad } from './workload-query.js';

interface Props {
  readonly load: OfficerLoad;
  readonly giving: Giving;
  readonly facility: string | undefined;
  readonly loads: readonly OfficerLoad[];
  readonly onClose: () => void;
}

/** Gives open cases of one officer, or of nobody, to others: all of them or some, in any state or in one. */
export function ShareOfficer({ load: { officer }, giving, facility, loads, onClose }: Props) {
  const { t } = useLocale();
  const nameOf = useNameOfStaff();
  const workflow = giving.command.workflow.name;
  const asked = useMemo(() => ({ workflow, officer, facility }), [workflow, officer, facility]);
  const found = useQuery(openStatesQuery(asked));
  const cases = useOpenCases(giving, asked, found.data);
  return (
    <ShareWindow
      title={t('share.title', { officer: officer === null ? t('nobody') : nameOf(officer) })}
      {...{ giving, cases, onClose }}
      receivers={loads.filter((one) => one.canReceive && one.officer !== officer)}
      meanwhile={
        found.isError ? (
          <Failure error={found.error} again={() => void found.refetch()} />
        ) : (
          <Skeleton lines={6} />
        )
      }
    />
  );
}

type Facets = NonNullable<Awaited<ReturnType<NonNullable<ReturnType<typeof openStatesQuery>['queryFn']>>>>;

/** In any state. No state is called so. */
const anyState = '*';

function useOpenCases(
  { command: { workflow } }: Giving,
  asked: Parameters<typeof openCasesOf>[0],
  facets: Facets | undefined,
): SharedCases | undefined {
  const { t, pick } = useLocale();
  return useMemo(() => {
    if (facets === undefined) return undefined;
    const all = facets.total.value;
    const states = facets.state.map(({ value, count }) => ({
      ...{ value, count },
      title: stateTitles(workflow, value, pick).join(' · '),
    }));
    const available = (state: unknown): number => states.find(({ value }) => value === state)?.count ?? all;
    return {
      fields: fieldsOf(formOf({ t, all, states })),
      answers: { state: anyState },
      areByUrgency: true,
      errorsOf: ({ count, state }) =>
        howMany(count, available(state)) === undefined
          ? new Map([['count', t('share.countWrong', { count: available(state) })]])
          : new Map(),
      idsOf: ({ count, state }) =>
        caseIdsOf(
          {
            ...openCasesOf(asked),
            ...(typeof state === 'string' && state !== anyState && { state }),
          },
          howMany(count, available(state)) ?? 0,
        ),
    };
  }, [facets, workflow, asked, t, pick]);
}

interface FormParts {
  readonly t: ReturnType<typeof useLocale>['t'];
  readonly all: number;
  readonly states: readonly { readonly value: string; readonly title: string; readonly count: number }[];
}

/** As the forms of commands are. */
function formOf({ t, all, states }: FormParts): Schema {
  const said = (key: TextKey, count?: number): InBoth => asIs(t(key, count === undefined ? {} : { count }));
  const options = [
    [anyState, said('share.anyState', all)] as const,
    ...states.map(
      ({ value, title, count }) => [value, asIs(t('share.inState', { state: title, count }))] as const,
    ),
  ];
  return {
    type: 'object',
    properties: {
      count: {
        ...{ type: 'integer', minimum: 1, maximum: all, 'x-order': 1 },
        ...{ 'x-titles': said('share.count'), 'x-hints': said('share.countHint') },
      },
      state: {
        ...{ type: 'string', enum: options.map(([value]) => value), 'x-order': 2 },
        ...{ 'x-titles': said('share.state'), 'x-values': Object.fromEntries(options) },
      },
    },
  };
}
