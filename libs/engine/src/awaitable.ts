/**
 * A value, or a promise of it where something has to be fetched. So the path of a command awaits only where
 * it must.
 */
export type Awaitable<Value> = Value | Promise<Value>;
