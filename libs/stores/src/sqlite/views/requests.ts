import type { ViewDefinition } from '@safeconduct/engine';
import type { FlatBatch } from './view-batch.js';

/** What the one who writes the views is asked. */
export type ViewRequest =
  | { readonly kind: 'begin'; readonly view: ViewDefinition }
  | { readonly kind: 'commit'; readonly number: number; readonly batch: FlatBatch }
  | { readonly kind: 'promote'; readonly number: number; readonly view: ViewDefinition }
  | { readonly kind: 'close' };
