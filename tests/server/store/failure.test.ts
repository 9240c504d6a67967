import { expect, test } from 'vitest';
import { storeAway, storeFailure } from '#lib/server/store/failure.ts';

const coded = (code: string) => Object.assign(new Error('x'), { code });

test.each([
	['a serialization failure', coded('40001'), 'again'],
	[
		'a deadlock, wrapped twice',
		new Error('a', { cause: new Error('b', { cause: coded('40P01') }) }),
		'again'
	],
	['a refused connection', coded('ECONNREFUSED'), 'away'],
	['a connection that ended', coded('CONNECTION_ENDED'), 'away'],
	['a server that shuts down', coded('57P01'), 'away'],
	['too many connections', coded('53300'), 'away'],
	['a closed store', storeAway(), 'away'],
	['a text with a zero character', coded('22021'), 'unfit'],
	['a duplicate key', coded('23505'), undefined],
	['an unknown table', coded('42P01'), undefined],
	['any error', new Error('x'), undefined],
	['no error at all', 'x', undefined]
])('%s', (_, error, expected) => {
	expect(storeFailure(error)).toBe(expected);
});
