import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseParameters } from './scripts.ts';

test('no parameters', () => assert.deepEqual(parseParameters('  '), []));
test('literals as JSON has them', () => assert.deepEqual(parseParameters('"a", 1, true, {"b": [2]}'), ['a', 1, true, { b: [2] }]));
test('strings in single quotes, as makers write them', () => assert.deepEqual(parseParameters('\'a\', \'b\''), ['a', 'b']));
