import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantOf, wallText, zoneName } from './zones.ts';

test('a clock of the zone shows the time there, in summer and in winter', () => {
  assert.equal(wallText(new Date('2026-07-01T10:00:00Z'), 'Europe/Berlin'), '2026-07-01T12:00');
  assert.equal(wallText(new Date('2026-01-01T10:00:00Z'), 'Europe/Berlin'), '2026-01-01T11:00');
  assert.equal(wallText(new Date('2026-01-01T20:30:00Z'), 'Asia/Tokyo'), '2026-01-02T05:30');
  assert.equal(wallText(new Date('2026-01-01T20:30:00Z'), 'UTC'), '2026-01-01T20:30');
});

test('what is entered is the moment at which the clock of the zone shows it', () => {
  assert.equal(instantOf('2026-07-01T12:00', 'Europe/Berlin').toISOString(), '2026-07-01T10:00:00.000Z');
  assert.equal(instantOf('2026-01-02T05:30', 'Asia/Tokyo').toISOString(), '2026-01-01T20:30:00.000Z');
  assert.equal(instantOf('2026-03-29T03:00', 'Europe/Berlin').toISOString(), '2026-03-29T01:00:00.000Z');
});

test('a time that the clock shows twice is the first, one that it leaves out is an hour later', () => {
  assert.equal(instantOf('2026-10-25T02:30', 'Europe/Berlin').toISOString(), '2026-10-25T00:30:00.000Z');
  assert.equal(instantOf('2026-03-29T02:30', 'Europe/Berlin').toISOString(), '2026-03-29T01:30:00.000Z');
});

test('a zone is named by how far it is ahead and its place', () => {
  assert.equal(zoneName('UTC'), '(UTC) UTC');
  assert.equal(zoneName('Asia/Kathmandu'), '(UTC+05:45) Kathmandu');
  assert.match(zoneName('America/St_Johns'), /^\(UTC-0[23]:30\) St Johns$/);
});
