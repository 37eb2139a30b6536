// `npm run screenshots`: walks every screen in the real window and keeps the pictures in docs/screenshots, for people to look at.

import { build } from './build.mjs';
import { withDisplay } from './run/display.mjs';
import { stream } from './run/stream.mjs';
import { inRepo } from './setup/places.mjs';
import { setUp } from './setup.mjs';

await setUp({ forTests: true });
await build(undefined, { quiet: true });
process.env.LONGLIST_SCREENSHOTS = inRepo('docs', 'screenshots');
const [command, ...args] = withDisplay(['npx', 'playwright', 'test', 'screens']);
process.exitCode = await stream(command, args);
