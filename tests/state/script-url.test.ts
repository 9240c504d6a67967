import { describe, expect, it } from 'vitest';
import { isOwnWorker } from '#lib/state/script-url.ts';

const ORIGIN = 'https://recount.example';

describe('isOwnWorker', () => {
	it.each([
		['the service worker', '/service-worker.js', '', true],
		['the service worker below a base', '/recount/service-worker.js', '/recount', true],
		['a hashed worker', '/_app/immutable/later/draft/draft-worker.B1x_2-3.js', '', true],
		['the same with its origin', `${ORIGIN}/service-worker.js`, '', true],
		['another origin', 'https://elsewhere.example/service-worker.js', '', false],
		['a data address', 'data:text/javascript,alert(1)', '', false],
		['a script that is no worker', '/_app/immutable/chunks/x.js', '', false],
		['a chunk beside the worker', '/_app/immutable/later/draft/B1x_2.js', '', false],
		['a climb out of the folder', '/_app/immutable/later/draft/../../evil-worker.x.js', '', false],
		['another base', '/service-worker.js', '/recount', false]
	])('%s', (_, url, base, expected) => {
		expect(isOwnWorker(url, base, ORIGIN)).toBe(expected);
	});
});
