/**
 * Closes parts one after the other, each of them, also when one before it fails: what stays open holds the process alive.
 * @throws the first failure
 */
export async function closeAll(parts: readonly (() => Promise<void> | void)[]): Promise<void> {
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
