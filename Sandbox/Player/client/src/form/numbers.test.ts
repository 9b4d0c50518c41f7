import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseNumber } from './numbers.ts';

const cases: [string, string, number | null][] = [
  ['1,234.5', 'en-US', 1234.5],
  ['-7', 'en-US', -7],
  ['.5', 'en-US', 0.5],
  ['', 'en-US', null],
  ['  ', 'en-US', null],
  ['twelve', 'en-US', Number.NaN],
  ['1.2.3', 'en-US', Number.NaN],
  ['1e9', 'en-US', Number.NaN],
  ['1 234,5', 'sv-SE', 1234.5],
  ['\u22127,25', 'sv-SE', -7.25],
];

for (const [text, locale, number] of cases)
  test(`'${text}' is ${String(number)} in ${locale}`, () => assert.deepEqual(parseNumber(text, locale), number));
