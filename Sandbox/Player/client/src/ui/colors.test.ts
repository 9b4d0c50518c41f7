import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contrast, palette, readableOn, textOn } from './colors.ts';

const surfaces = ['#ffffff', '#292929'];

test('every colour of the palette stands out from light and dark surfaces', () => {
  for (const surface of surfaces) for (const color of palette) assert.ok(contrast(readableOn(surface, color), surface) >= 3, `${color} on ${surface}`);
});

test('a colour that stands out is left as it is, others are moved until they do', () => {
  assert.equal(readableOn('#ffffff', '#a4262c'), '#a4262c');
  assert.notEqual(readableOn('#292929', '#a4262c'), '#a4262c');
  for (const color of ['#ffff00', '#ffffff', '#fefefe']) assert.ok(contrast(readableOn('#ffffff', color), '#ffffff') >= 3);
  for (const color of ['#000000', '#292929']) assert.ok(contrast(readableOn('#292929', color), '#292929') >= 3);
});

test('text on a colour is black or white, whichever reads better', () => {
  assert.equal(textOn('#0f6cbd'), '#ffffff');
  assert.equal(textOn('#ffd700'), '#000000');
});

test('contrast is counted as WCAG does', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21);
  assert.equal(contrast('#777777', '#777777'), 1);
});
