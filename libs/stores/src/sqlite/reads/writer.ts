/** The thread that writes the log of reads. */
import type { NewReadEntry } from '@safeconduct/engine';
import { serve, type Service } from '../thread/serve.js';
import { readsFile, ReadsFile } from './reads-file.js';
import type { ReadsRequest } from './requests.js';

const entriesMax = 500;

serve((folder: string): Service<ReadsRequest> => {
  const file = new ReadsFile(readsFile(folder), 'soon');
  let isOpen = true;
  return {
    perform(queue) {
      const entries = takeEntries(queue);
      if (entries.length > 0) {
        file.append(entries);
        return entries.map(() => undefined);
      }
      queue.shift();
      isOpen = false;
      file.close();
      return [undefined];
    },
    answered: () => isOpen,
  };
});

/** Group commit: whatever arrived while the last commit was flushed to disk shares the next flush. */
function takeEntries(queue: ReadsRequest[]): readonly NewReadEntry[] {
  const taken: NewReadEntry[] = [];
  for (let [request] = queue; request?.kind === 'append' && taken.length < entriesMax; [request] = queue) {
    queue.shift();
    taken.push({ ...request.entry, terms: request.entry.terms.split('\n') });
  }
  return taken;
}
