import type { InBoth } from './locale.js';

/** A text that is the same in both languages: one that was said in the language shown, or a code that stands for itself. */
export const asIs = (text: string): InBoth => ({ en: text, ar: text });
