import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { BulkCases } from '../../api/bulk.js';
import { Skeleton } from '../../components/basics.js';
import { Failure } from '../../components/said.js';
import { useLocale } from '../../language/locale.js';
import { caseIdsOf } from './list-query.js';
import { ShareWindow, type SharedCases } from './share-window.js';
import type { Giving } from './use-selection.js';
import { workloadQuery } from './workload-query.js';

interface Props {
  readonly giving: Giving;
  readonly cases: BulkCases;
  readonly count: number;
  /** @param isSent  a job was started */
  readonly onClose: (isSent: boolean) => void;
}

/** Shares selected cases out among several officers. */
export function ShareSelected({ giving, cases, count, onClose }: Props) {
  const { t } = useLocale();
  const found = useQuery(workloadQuery(undefined));
  const shared = useMemo(() => selected(giving, cases, count), [giving, cases, count]);
  return (
    <ShareWindow
      title={t('share.selected', { count })}
      {...{ giving, onClose }}
      cases={found.data && shared}
      receivers={found.data?.items.filter(({ canReceive }) => canReceive) ?? []}
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

/** Those that are named stay in the order in which they were selected. */
const selected = ({ command }: Giving, cases: BulkCases, count: number): SharedCases => ({
  ...{ fields: [], answers: {}, areByUrgency: !('caseIds' in cases) },
  errorsOf: () => new Map(),
  idsOf: async () =>
    'caseIds' in cases
      ? cases.caseIds
      : caseIdsOf({ ...cases.filter, workflow: command.workflow.name }, count),
});
