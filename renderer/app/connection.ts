import { create } from 'zustand';

/** `lost` when the core has not answered for a while; the transport goes on asking for it. */
export type ConnectionState = 'connecting' | 'connected' | 'lost';

interface Connection {
  readonly state: ConnectionState;
  /** Grows with each new connection: what was open on the one before is gone. */
  readonly generation: number;
}

/** Whether the window has a line to the core. Set by the entry that owns the transport. */
export const useConnection = create<Connection>(() => ({ state: 'connecting', generation: 0 }));

export function setConnection(state: ConnectionState): void {
  useConnection.setState((before) => ({
    state,
    generation: state === 'connected' ? before.generation + 1 : before.generation,
  }));
}
