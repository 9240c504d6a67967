import { describe, expect, it } from 'vitest';
import { ClassServer } from '#lib/remote/class-server.ts';

function server(answer: () => Response | Promise<Response>) {
	const asked: [string, RequestInit | undefined][] = [];
	const fetch: typeof globalThis.fetch = async (url, init) => {
		asked.push([url as string, init]);
		return answer();
	};
	return { asked, remote: new ClassServer({ fetch, base: '/repo' }) };
}

const json = (body: unknown, status = 200) => Response.json(body, { status });

describe('ClassServer', () => {
	it.each([
		['what was asked for', () => json({ a: 1 }), { ok: true, value: { a: 1 } }],
		[
			'a refusal, with all it says',
			() => json({ code: 'wrong-pin', triesLeft: 3 }, 401),
			{ ok: false, problem: { code: 'wrong-pin', triesLeft: 3 } }
		],
		[
			'nothing, where it is done and there is nothing to say',
			() => new Response(null, { status: 204 }),
			{ ok: true, value: undefined }
		],
		[
			'a page in its place as silence',
			() => new Response('<html>', { headers: { 'Content-Type': 'text/html' } }),
			{ ok: false, problem: { code: 'unreachable' } }
		],
		[
			'a gateway that speaks JSON of its own as silence',
			() => json('Bad gateway', 502),
			{ ok: false, problem: { code: 'unreachable' } }
		],
		[
			'broken JSON as silence',
			() => new Response('{', { headers: { 'Content-Type': 'application/json' } }),
			{ ok: false, problem: { code: 'unreachable' } }
		],
		[
			'no network as silence',
			() => Promise.reject(new TypeError('Failed to fetch')),
			{ ok: false, problem: { code: 'unreachable' } }
		]
	])('gives %s', async (_, answer, outcome) => {
		expect(await server(answer).remote.ask('GET', 'health')).toEqual(outcome);
	});

	it('sends JSON to its own address and follows no redirect', async () => {
		const { asked, remote } = server(() => json({}));
		await remote.ask('POST', 'pupil/sign-in', { no: 7 });
		expect(asked).toMatchObject([
			[
				'/repo/api/pupil/sign-in',
				{ method: 'POST', body: '{"no":7}', redirect: 'error', credentials: 'same-origin' }
			]
		]);
	});

	it('asks with the tag of what is here, and takes that nothing changed for an answer', async () => {
		const headers = { ETag: '"b"', 'x-server-time': '1750000000000' };
		const answers = [
			Response.json({ a: 1 }, { headers: { ...headers, ETag: '"a"' } }),
			new Response(null, { status: 304, headers }),
			json({ a: 2 })
		];
		const { asked, remote } = server(() => answers.shift() ?? json({}));
		const said = { serverTime: 1_750_000_000_000 };
		expect(await remote.askSince('x', undefined)).toEqual({
			...{ ok: true, value: { ...said, value: { a: 1 }, tag: '"a"' } }
		});
		expect(await remote.askSince('x', '"a"')).toEqual({
			...{ ok: true, value: { ...said, tag: '"a"' } }
		});
		expect(await remote.askSince('x', '"a"')).toEqual({ ok: true, value: { value: { a: 2 } } });
		const sent = asked.map(([, init]) => new Headers(init?.headers).get('If-None-Match'));
		expect(sent).toEqual([null, '"a"', '"a"']);
		expect(asked.map(([, init]) => init?.cache)).toEqual(['no-store', 'no-store', 'no-store']);
	});

	it('takes “not modified” for silence where nothing was here', async () => {
		const { remote } = server(() => new Response(null, { status: 304 }));
		const silence = { ok: false, problem: { code: 'unreachable' } };
		expect(await remote.askSince('x', undefined)).toEqual(silence);
		expect(await remote.ask('GET', 'x')).toEqual(silence);
	});
});
