import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { foreseeBulk, startBulk, type BulkForeseen } from '../../api/bulk.js';
import { dealt, inParts, type Share } from './share-cases.js';
import { bulkMax, type Giving } from './use-selection.js';

/** A share of one officer, or a part of it, that was tried out. */
export interface CheckedShare extends Share {
  readonly foreseen: BulkForeseen;
}

/** One that was sent. */
export interface SentShare extends Share {
  readonly job: string;
}

export interface Sharing {
  /** Deals cases out and tries out what each officer would get; nothing is recorded. */
  readonly check: (wanted: Wanted) => void;
  readonly isChecking: boolean;
  /** How many shares were tried out so far, and how many there are. */
  readonly progress: { readonly done: number; readonly total: number };
  readonly checked: readonly CheckedShare[] | undefined;
  /** Starts a job for each share; those that were started already are not started again. */
  readonly send: () => void;
  readonly isSending: boolean;
  readonly sent: readonly SentShare[];
  /** Whether each share that has cases has its job. */
  readonly isSent: boolean;
  readonly error: Error | null;
  /** Forgets what was tried out, and what went wrong. */
  readonly reset: () => void;
  /** Another job was started for what one has left. */
  readonly replaceJob: (job: string, next: string) => void;
}

export interface Wanted {
  readonly caseIds: () => Promise<readonly string[]>;
  readonly officers: readonly string[];
}

const nothing = { done: 0, total: 0 };

/** Shares cases out among officers: one job an officer, or several where one request may not have all of the cases. */
export function useSharing({ command: { workflow, definition }, field }: Giving): Sharing {
  const [progress, setProgress] = useState(nothing);
  const [jobs, setJobs] = useState<readonly SentShare[]>([]);
  const bodyOf = ({ officer, caseIds }: Share) => ({
    ...{ workflow: workflow.name, command: definition.command, data: { [field.path]: officer } },
    cases: { caseIds },
  });
  const checking = useMutation({
    mutationFn: async ({ caseIds, officers }: Wanted) => {
      const shares = inParts(dealt(await caseIds(), officers), bulkMax);
      const checked: CheckedShare[] = [];
      for (const share of shares) {
        setProgress({ done: checked.length, total: shares.length });
        checked.push({ ...share, foreseen: await foreseeBulk(bodyOf(share)) });
      }
      // What is tried out anew is sent as something new.
      return { key: crypto.randomUUID(), checked };
    },
    onSettled: () => setProgress(nothing),
  });
  const possible = checking.data?.checked.filter(({ foreseen }) => foreseen.can > 0) ?? [];
  const sending = useMutation({
    mutationFn: async (key: string) => {
      for (const [index, { officer, foreseen }] of possible.entries()) {
        if (index < jobs.length) continue;
        const share = { officer, caseIds: foreseen.cases };
        const { id } = await startBulk({ ...bodyOf(share), key: `${key}.${index}` });
        setJobs((before) => [...before, { ...share, job: id }]);
      }
    },
  });
  return {
    ...{ progress, checked: checking.data?.checked, sent: jobs },
    check: checking.mutate,
    isChecking: checking.isPending,
    send: () => {
      if (checking.data !== undefined && !sending.isPending) sending.mutate(checking.data.key);
    },
    isSending: sending.isPending,
    isSent: jobs.length > 0 && jobs.length === possible.length,
    error: checking.error ?? sending.error,
    reset: () => {
      checking.reset();
      sending.reset();
    },
    replaceJob: (job, next) =>
      setJobs((before) => before.map((one) => (one.job === job ? { ...one, job: next } : one))),
  };
}
