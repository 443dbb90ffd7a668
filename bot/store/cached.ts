/** Remembers what `load` answered for a key for some milliseconds; a failure is not remembered. */
export function cached<Value>(load: (key: string) => Promise<Value>, milliseconds: number) {
  const known = new Map<string, { readonly value: Promise<Value>; readonly until: number }>();

  return {
    read(key: string): Promise<Value> {
      const hit = known.get(key);
      if (hit !== undefined && performance.now() < hit.until) return hit.value;
      const value = load(key);
      known.set(key, { value, until: performance.now() + milliseconds });
      value.catch(() => known.delete(key));
      return value;
    },
    forget(key: string): void {
      known.delete(key);
    },
  };
}
