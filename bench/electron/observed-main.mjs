// Longlist's own main, watched from beside it: it is usable when the first candidate rows are painted.
import { announceWhenUsable } from './announce.mjs';

announceWhenUsable('[role="row"][aria-rowindex="10"]');
await import('../../dist/node/main.js');
