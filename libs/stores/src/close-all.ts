/** Closes one part. */
export type Close = () => Promise<void> | void;

/**
 * Closes all parts, one after the other, also when one fails, because a part that stays open keeps the
 * process alive.
 * @throws the first failure
 */
export async function closeAll(parts: readonly Close[]): Promise<void> {
  const failures: unknown[] = [];
  for (const close of parts) {
    try {
      await close();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}
