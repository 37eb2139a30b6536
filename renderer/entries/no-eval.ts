import { config } from 'zod';

// Zod compiles object schemas with `new Function` and tries out first whether it may: each try is a violation of the content
// security policy. This module has to be imported before any schema is made.
config({ jitless: true });
