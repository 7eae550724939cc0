import type { ViewRequest } from './requests.js';
import type { ViewWriter } from './view-writer.js';

/** Does what is asked, in the thread it is called in. */
export function perform(writer: ViewWriter, request: ViewRequest): unknown {
  switch (request.kind) {
    case 'begin':
      return writer.begin(request.view);
    case 'commit':
      return writer.commit(request, request.batch);
    case 'promote':
      return writer.promote(request, request.view);
    case 'close':
      writer.close();
      return undefined;
  }
}
