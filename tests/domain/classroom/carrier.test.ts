import { expect, test } from 'vitest';
import { chooseCarrier, type Carrier } from '#lib/domain/classroom/carrier.ts';

test.each<[string, Parameters<typeof chooseCarrier>[0], Carrier]>([
	[
		'a Practice of shipped questions',
		{ mode: 'practice', linkLength: 9000, idBytes: 300 },
		{ carrier: 'qr', why: ['qr-fits'] }
	],
	[
		'a long one',
		{ mode: 'practice', linkLength: 9000, idBytes: 301 },
		{ carrier: 'file', why: ['too-many-for-qr', 'link-too-long'] }
	],
	[
		'a Practice of own questions',
		{ mode: 'practice', linkLength: 2000 },
		{ carrier: 'link', why: ['own-questions', 'link-safe'] }
	],
	[
		'more of them',
		{ mode: 'practice', linkLength: 2001 },
		{ carrier: 'link', why: ['own-questions', 'link-long'] }
	],
	[
		'a Test',
		{ mode: 'test', linkLength: 8000, idBytes: 100 },
		{ carrier: 'link', why: ['test-needs-words', 'link-long'] }
	],
	[
		'a long Test',
		{ mode: 'test', linkLength: 8001 },
		{ carrier: 'file', why: ['test-needs-words', 'link-too-long'] }
	]
])('%s', (_, choice, carrier) => {
	expect(chooseCarrier(choice)).toEqual(carrier);
});
