import { closeAll, type Close } from './close-all.js';

/**
 * Opens parts that belong together. When a step fails, the parts that are open are closed, the last one first, because a
 * part that stays open keeps the process alive.
 * @param open  opens the parts, and hands over how to close each one as soon as it is open
 * @returns the parts, and `close` for all of them, the last one first
 * @throws what the step threw
 */
export async function openTogether<Parts extends object>(
  open: (toClose: (close: Close) => void) => Parts | Promise<Parts>,
): Promise<Parts & { readonly close: () => Promise<void> }> {
  const opened: Close[] = [];
  const close = () => closeAll(opened);
  try {
    const parts = await open((part) => {
      opened.unshift(part);
    });
    return { ...parts, close };
  } catch (error) {
    await close().catch(() => {});
    throw error;
  }
}
