/**
 * Takes the network, and the starting of other programs, away from this thread: every way to open a connection throws.
 * A hostile file that gets code to run should find nothing to call home with. The function uses nothing from around it,
 * because the OCR thread runs a copy of its source.
 */
export function blockNetwork(): void {
  const refuse = (): never => {
    throw new Error('A parse process has no network.');
  };
  const blocked: Readonly<Record<string, readonly string[]>> = {
    'node:net': ['connect', 'createConnection', 'createServer'],
    'node:tls': ['connect', 'createServer'],
    'node:http': ['request', 'get', 'createServer'],
    'node:https': ['request', 'get', 'createServer'],
    'node:http2': ['connect', 'createServer', 'createSecureServer'],
    'node:dgram': ['createSocket'],
    'node:dns': ['lookup', 'resolve', 'resolve4', 'resolve6', 'reverse'],
    'node:dns/promises': ['lookup', 'resolve', 'resolve4', 'resolve6', 'reverse'],
    'node:child_process': [
      'spawn',
      'spawnSync',
      'exec',
      'execSync',
      'execFile',
      'execFileSync',
      'fork',
    ],
  };
  for (const [name, functions] of Object.entries(blocked)) {
    // Built-in modules are plain objects, and every importer sees what is set on them.
    const module = process.getBuiltinModule(name) as unknown as Record<string, unknown> | undefined;
    if (module !== undefined) for (const key of functions) module[key] = refuse;
  }
  const { Socket } = process.getBuiltinModule('node:net');
  Socket.prototype.connect = refuse;
  for (const name of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'])
    Object.defineProperty(globalThis, name, { value: refuse, configurable: true, writable: true });
  process.getBuiltinModule('node:module').syncBuiltinESMExports();
}
