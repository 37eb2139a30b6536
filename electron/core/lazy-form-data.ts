/**
 * oRPC asks of every message whether it is a FormData, and the first mention of that name makes Node load its whole HTTP client: 60 ms
 * between the window and its first rows. Here the name is a stand-in that knows a FormData when it sees one, and makes real ones (files
 * travel in them) when the first is wanted. Imported before anything else by the core's process.
 */
export function putOffFormData(scope: typeof globalThis): void {
  const property = Object.getOwnPropertyDescriptor(scope, 'FormData');
  // Not the getter that loads on first use: there is nothing left to put off.
  if (property?.get === undefined || property.configurable !== true) return;
  const load = property.get.bind(scope);
  class LazyFormData {
    constructor() {
      // Node's getter answers the class; a constructor may return another object than its own.
      const Real = load() as typeof FormData;
      // biome-ignore lint/correctness/noConstructorReturn: the object made is the real one, that is the point.
      return new Real();
    }
    static [Symbol.hasInstance](value: unknown): boolean {
      return Object.prototype.toString.call(value) === '[object FormData]';
    }
  }
  Object.defineProperty(scope, 'FormData', {
    value: LazyFormData,
    configurable: true,
    writable: true,
  });
}

putOffFormData(globalThis);
