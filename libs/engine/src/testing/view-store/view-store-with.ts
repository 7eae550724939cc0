import type { ViewStore } from '../../ports/view-store.js';

/** The same store with some of its functions replaced, to watch it or to inject faults. */
export const viewStoreWith = (views: ViewStore, replaced: Partial<ViewStore>): ViewStore => ({
  howToRemove: views.howToRemove,
  queries: views.queries,
  leases: views.leases,
  scan: (...given) => views.scan(...given),
  atOnce: (...given) => views.atOnce(...given),
  generations: () => views.generations(),
  begin: (...given) => views.begin(...given),
  fetch: (...given) => views.fetch(...given),
  commit: (...given) => views.commit(...given),
  promote: (...given) => views.promote(...given),
  close: () => views.close(),
  ...replaced,
});
