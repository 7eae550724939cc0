/** A thread that answers `echo`, throws at `fail` and ends at `die` without an answer. */
import { serve, type Service } from '../thread/serve.js';

export type DyingRequest = 'echo' | 'fail' | 'die' | 'close';

serve((): Service<DyingRequest> => {
  let closed = false;
  return {
    perform(queue) {
      const request = queue.shift();
      if (request === 'fail') throw Object.assign(new Error('no room'), { code: 'SQLITE_FULL' });
      if (request === 'die') process.exit(3);
      closed = request === 'close';
      return [request];
    },
    answered: () => !closed,
  };
});
