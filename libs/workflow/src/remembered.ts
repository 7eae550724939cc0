/** A function of a definition, computed once for each: a definition does not change while a process runs. */
export function remembered<Definition extends object, Value>(
  compute: (definition: Definition) => Value,
): (definition: Definition) => Value {
  const known = new WeakMap<Definition, { readonly value: Value }>();
  return (definition) => {
    let found = known.get(definition);
    if (found === undefined) known.set(definition, (found = { value: compute(definition) }));
    return found.value;
  };
}
