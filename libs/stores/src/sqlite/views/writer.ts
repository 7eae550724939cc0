/** The thread that writes the views. */
import Database from 'better-sqlite3';
import { serve, type Service } from '../thread/serve.js';
import { perform } from './perform.js';
import type { ViewRequest } from './requests.js';
import { ViewWriter } from './view-writer.js';
import { viewsFile } from './views-file.js';

serve((folder: string): Service<ViewRequest> => {
  const db = new Database(viewsFile(folder), { fileMustExist: true });
  const writer = new ViewWriter(db);
  return {
    perform(queue) {
      const request = queue.shift();
      return request === undefined ? [] : [perform(writer, request)];
    },
    answered: () => db.open,
  };
});
