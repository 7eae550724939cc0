/** Returns the items one after the other, and starts again after the last. */
export function roundRobin<Item>(items: readonly Item[]): () => Item {
  let at = 0;
  return () => items[at++ % items.length] as Item;
}
