/**
 * For `node --watch --import ./tools/watched-sources.mjs`: which files a process loads, its threads included.
 * Node itself reports the files of a thread as messages on the port of that thread, among those of the program, which then
 * takes them for its own. Here Node reports nothing more; each thread tells the main thread on a channel beside,
 * and the main thread tells the watcher.
 */
import { registerHooks } from 'node:module';
import { getEnvironmentData, isMainThread, setEnvironmentData } from 'node:worker_threads';

const watched = 'safeconduct.watched';
if (isMainThread && process.send && process.env.WATCH_REPORT_DEPENDENCIES) setEnvironmentData(watched, true);

if (getEnvironmentData(watched)) {
  const files = new BroadcastChannel(watched);
  files.unref();
  const tellWatcher = (url) => process.send({ 'watch:import': [url] });
  if (isMainThread) {
    delete process.env.WATCH_REPORT_DEPENDENCIES;
    files.onmessage = ({ data: url }) => tellWatcher(url);
  }
  const report = isMainThread ? tellWatcher : (url) => files.postMessage(url);
  registerHooks({
    load(url, context, next) {
      if (url.startsWith('file:') && !url.includes('/node_modules/')) report(url);
      return next(url, context);
    },
  });
}
