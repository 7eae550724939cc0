import type { WorkflowFile } from '../../api/queries.js';
import type { ProcedureSearch } from './procedure-search.js';

/** What each part of the page is given. */
export interface PartProps {
  readonly workflow: WorkflowFile;
  readonly search: ProcedureSearch;
}
