// Loads the native modules that come ready-made, and uses each once.

const { createCanvas } = require('@napi-rs/canvas');
const png = createCanvas(2, 2).toBuffer('image/png');
if (png.length === 0) throw new Error('@napi-rs/canvas drew nothing.');

// Loading is the check: asking the keychain would wait for a person on some systems.
const keychain = require('keytar/keytar');
if (typeof keychain.getPassword !== 'function') throw new Error('keytar has no getPassword.');
process.stdout.write('ok');
