import { makeBoard } from './make-board';

// A program of its own, for tests of the window: makes the profile named, with so many candidates on one job.
const [profile = '', cards = '60'] = process.argv.slice(2);
await makeBoard(profile, Number(cards));
