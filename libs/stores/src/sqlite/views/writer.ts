/** The thread that writes the views. */
import Database from 'better-sqlite3';
import { serve, type Service } from '../thread/serve.js';
import { perform } from './perform.js';
import type { ViewRequest } from './requests.js';
import { ViewWriter } from './view-writer.js';
import { viewsFile } from './views-file.js';

serve((folder: string): Service<ViewRequest> => {
  const writer = new ViewWriter(new Database(viewsFile(folder), { fileMustExist: true }));
  return {
    perform: (request) => perform(writer, request),
    answered: ({ kind }) => kind !== 'close',
  };
});
