/**
 * The value that `make` gives, made when it is first asked for and kept. For tables and patterns that a module brings along and a start of
 * the application does not look into (docs/decisions/start-time.md).
 */
export function lazy<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
