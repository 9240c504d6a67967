import { expect, test } from 'vitest';
import { versionsByHash } from '#lib/domain/classroom/versions.ts';
import { testHash } from '#lib/domain/classroom/withhold.ts';
import { assigned, crypto, freeze, items, quiz } from './marking-support.ts';

const later = await freeze({ items: items.slice(1), version: 2 });
const versions = [quiz, later];

test('Practice names its versions openly', async () => {
	const found = await versionsByHash(crypto, assigned({}, { versions }));
	expect([...found]).toEqual([
		[quiz.hash, quiz],
		[later.hash, later]
	]);
});

test('a Test names them by what only the release code gives', async () => {
	const test = assigned({ mode: 'test' }, { versions, releaseCode: 'code' });
	expect([...(await versionsByHash(crypto, test))]).toEqual([
		[await testHash(crypto, quiz, 'code'), quiz],
		[await testHash(crypto, later, 'code'), later]
	]);
});
