/** Counts what is under way, so that simulated time can stand still meanwhile. */
export interface InFlight {
  isBusy(): boolean;
  /** The same thing, whose promises count from now on, and those of all its parts. */
  watch<Part extends object>(part: Part): Part;
}

export function inFlight(): InFlight {
  let underWay = 0;
  const settle = () => {
    underWay--;
  };

  function watch<Part extends object>(part: Part): Part {
    return new Proxy(part, {
      get(target, key, receiver) {
        const value: unknown = Reflect.get(target, key, receiver);
        if (typeof value === 'function') {
          return (...given: unknown[]) => count(Reflect.apply(value, target, given));
        }
        return typeof value === 'object' && value !== null ? watch(value) : value;
      },
    });
  }

  function count(result: unknown): unknown {
    if (result instanceof Promise) {
      underWay++;
      void result.then(settle, settle);
    }
    return result;
  }

  return { isBusy: () => underWay > 0, watch };
}
