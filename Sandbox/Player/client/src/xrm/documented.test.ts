import assert from 'node:assert/strict';
import { test } from 'node:test';
import { collection, documented } from './documented.ts';

const thing = documented('Xrm.Thing', { name: 'a', run: () => 1 });

test('a documented member answers', () => assert.equal(thing.run(), 1));

test('another member throws with its name', () =>
  assert.throws(() => (thing as unknown as Record<string, unknown>)['walk'], { message: 'Xrm.Thing.walk is not supported by the sandbox.' }));

test('a member cannot be replaced', () =>
  assert.throws(() => { (thing as { name: string }).name = 'b'; }, { message: 'Xrm.Thing.name cannot be assigned.' }));

test('whether there is a member can be asked', () => {
  assert.equal('run' in thing, true);
  assert.equal('walk' in thing, false);
});

test('a promise may resolve with it', async () => assert.equal(await Promise.resolve(thing), thing));

test('a collection gives all, one by name or place, or those a function accepts', () => {
  const letters = collection('letters', () => [{ id: 'a' }, { id: 'b' }], (item) => item.id);
  assert.equal(letters.getLength(), 2);
  assert.deepEqual(letters.get('b'), { id: 'b' });
  assert.deepEqual(letters.get(0), { id: 'a' });
  assert.equal(letters.get('c'), null);
  assert.deepEqual(letters.get((item) => item.id > 'a'), [{ id: 'b' }]);
  assert.deepEqual(letters.get(), [{ id: 'a' }, { id: 'b' }]);
});
