// Draws the application's icon, resources/icons/icon.png: a list whose best entry is marked. electron-builder makes the other formats of it.

import { mkdirSync, writeFileSync } from 'node:fs';
import { createCanvas } from '@napi-rs/canvas';
import { inRepo } from './setup/places.mjs';

const SIZE = 1024;
const PAPER = '#ffffff';
const canvas = createCanvas(SIZE, SIZE);
const context = canvas.getContext('2d');

const ground = context.createLinearGradient(0, 0, 0, SIZE);
ground.addColorStop(0, '#2563a8');
ground.addColorStop(1, '#17406f');
bar(64, 64, 896, 896, 200, ground);

// Three people on the list: a head and a line each; the first stands out.
row(300, PAPER, 420);
row(512, 'rgba(255, 255, 255, 0.55)', 500);
row(724, 'rgba(255, 255, 255, 0.35)', 360);
tick(760, 300);

mkdirSync(inRepo('resources', 'icons'), { recursive: true });
writeFileSync(inRepo('resources', 'icons', 'icon.png'), canvas.toBuffer('image/png'));

function row(middle, colour, width) {
  context.fillStyle = colour;
  context.beginPath();
  context.arc(264, middle, 64, 0, 2 * Math.PI);
  context.fill();
  bar(372, middle - 36, width - 90, 72, 36, colour);
}

function tick(x, y) {
  context.strokeStyle = '#5fd38d';
  context.lineWidth = 56;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x + 44, y + 48);
  context.lineTo(x + 128, y - 60);
  context.stroke();
}

function bar(x, y, width, height, radius, colour) {
  context.fillStyle = colour;
  context.beginPath();
  context.roundRect(x, y, width, height, radius);
  context.fill();
}
