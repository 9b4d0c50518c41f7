import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ticksOf } from './scale.ts';

test('an axis has round numbers and holds every value', () => {
  assert.deepEqual(ticksOf(0, 3, true), [0, 1, 2, 3]);
  assert.deepEqual(ticksOf(0, 97, true), [0, 20, 40, 60, 80, 100]);
  assert.deepEqual(ticksOf(0, 0.4, false), [0, 0.1, 0.2, 0.3, 0.4]);
  assert.deepEqual(ticksOf(-5, 5, true), [-6, -4, -2, 0, 2, 4, 6]);
  assert.deepEqual(ticksOf(0, 0, true), [0, 1]);
});
