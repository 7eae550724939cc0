import { open } from 'node:fs/promises';

/** A file while it is written. */
export interface PartFile {
  append(text: string): Promise<void>;
  /** Makes it durable as a whole, and closes it. */
  complete(): Promise<void>;
  /** Closes it as it is. */
  close(): Promise<void>;
}

/** Begins a file at a path, in the place of what stands there. */
export type OpenPartFile = (path: string) => Promise<PartFile>;

/** A file in the clear, for whoever imports from a folder of their own. */
export const plainPartFile: OpenPartFile = async (path) => {
  const file = await open(path, 'w');
  return {
    append: (text) => file.appendFile(text),
    async complete() {
      await file.sync();
      await file.close();
    },
    close: () => file.close(),
  };
};
