import {
	attemptUpload,
	signInBody,
	uploadBody,
	type AttemptAck,
	type SavedAnswer,
	type ServedAssignment
} from '#lib/domain/classroom/api/pupil-api.ts';
import { SERVER_TIME_HEADER } from '#lib/domain/classroom/api/headers.ts';
import type { Submission } from '#lib/domain/classroom/types.ts';
import { ClassServer } from '#lib/remote/class-server.ts';
import * as v from 'valibot';

/**
 * What goes wrong with one request: it never arrives; it is done but the answer is lost; it is done twice;
 * the server fails; asks to come later; a portal answers; or it takes its time.
 */
export const FAULTS = [
	...(['offline', 'reply-lost', 'twice', 'fails', 'later', 'portal', 'slow'] as const)
] as const;
export type Fault = (typeof FAULTS)[number];

interface KeptAttempt {
	/** By their count; what came first stays. */
	answers: Map<number, SavedAnswer>;
	/** How often an answer came that was there already. */
	again: number;
	submission?: Submission;
	handedInAt?: number;
}

export const GOOD_CODE = 'K3F-9QWX';
export const GOOD_PIN = '246801';
export const GOOD_LINK = 'the-link-that-opens-the-class';
const CLASS = '01890000-0000-7000-8000-00000000000c';

/** What of a request a server reads besides its path. */
function sentBy(init: RequestInit | undefined) {
	const body = typeof init?.body === 'string' ? init.body : '';
	return { body, known: new Headers(init?.headers).get('If-None-Match') };
}

/** A class server in memory, that keeps to the wire, and whose requests can go wrong. */
export class FakeSchool {
	readonly classId = CLASS;
	no = 7;
	now = 1_000_000;
	isSignedIn = true;
	isGone = false;
	assignments: ServedAssignment[] = [];
	withdrawn: string[] = [];
	/** Attempts that are never taken. */
	refused = new Map<string, AttemptAck['refused']>();
	mostBytes = 512_000;
	readonly attempts = new Map<string, KeptAttempt>();
	ready: string[] = [];
	/** One a request; none: all is well. */
	faults: Fault[] = [];
	requests: string[] = [];
	/** How often it was only told that nothing is other than it was. */
	unchanged = 0;

	/** By assignment: what its marks say. */
	marks: Record<string, unknown> = {};

	readonly server = new ClassServer({ fetch: (url, init) => this.fetch(url, init), base: '' });

	readonly fetch: typeof fetch = async (url, init) => {
		const asked = String(url).replace(/^.*\/api\//, '');
		const path = `${init?.method} ${asked.replace(`pupil/${CLASS}/`, '')}`;
		this.requests.push(path);
		const handle = () => this.#handle(path, sentBy(init));
		switch (this.faults.shift()) {
			case 'offline':
				throw new TypeError('Failed to fetch');
			case 'reply-lost':
				handle();
				throw new TypeError('Failed to fetch');
			case 'twice':
				handle();
				return handle();
			case 'fails':
				return Response.json({ code: 'unexpected' }, { status: 500 });
			case 'later':
				return Response.json({ code: 'unavailable', retryAfterS: 2 }, { status: 503 });
			case 'portal':
				return new Response('<html>', { headers: { 'Content-Type': 'text/html' } });
			case 'slow':
				await new Promise((resolve) => setTimeout(resolve, 5));
				return handle();
			case undefined:
				return handle();
		}
	};

	#handle(path: string, { body, known }: ReturnType<typeof sentBy>): Response {
		if (path === 'GET health') return Response.json({ app: 'ok', classServer: 'ready' });
		if (path === 'POST pupil/sign-in') return this.#signIn(JSON.parse(body));
		if (this.isGone) return Response.json({ code: 'gone' }, { status: 410 });
		if (!this.isSignedIn) return Response.json({ code: 'signed-out' }, { status: 401 });
		if (body.length > this.mostBytes) return Response.json({ code: 'too-large' }, { status: 413 });
		const { classId, no } = this;
		switch (path) {
			case 'GET me':
				return Response.json({ classId, className: '8b', no, pseudonym: 'Quiet Heron' });
			case 'GET assignments':
				return this.#work(known);
			case 'POST work':
				return this.#take(JSON.parse(body));
			case 'POST sign-out':
				this.isSignedIn = false;
				return Response.json({});
			default:
				return this.#marksOf(path);
		}
	}

	/** As the real one: all of it, or that it is as it was. */
	#work(known: string | null): Response {
		const { classId, no, now: serverTime, assignments, withdrawn } = this;
		const etag = `"${encodeURIComponent(JSON.stringify([classId, no, assignments, withdrawn]))}"`;
		const headers = { etag, [SERVER_TIME_HEADER]: `${serverTime}` };
		if (known !== etag) return Response.json({ serverTime, assignments, withdrawn }, { headers });
		this.unchanged += 1;
		return new Response(null, { status: 304, headers });
	}

	#signIn(body: unknown): Response {
		const { code, no, pin, link } = v.parse(signInBody, body) as Record<string, unknown>;
		if (link !== undefined && link !== GOOD_LINK)
			return Response.json({ code: 'used' }, { status: 409 });
		if (link === undefined && code !== GOOD_CODE)
			return Response.json({ code: 'wrong-code' }, { status: 401 });
		if (link === undefined && pin !== GOOD_PIN)
			return Response.json({ code: 'wrong-pin', triesLeft: 9 }, { status: 401 });
		this.isSignedIn = true;
		this.no = typeof no === 'number' ? no : this.no;
		const pseudonym = 'Quiet Heron';
		return Response.json({ classId: CLASS, className: '8b', no: this.no, pseudonym });
	}

	#marksOf(path: string): Response {
		const id = /^GET assignments\/(.+)\/marks$/.exec(path)?.[1] ?? '';
		const marks = this.marks[id];
		return marks ? Response.json(marks) : Response.json({ code: 'forbidden' }, { status: 403 });
	}

	#take(body: unknown): Response {
		const { attempts, ready } = v.parse(uploadBody, body);
		this.ready = ready;
		const acks = attempts.map((each) => this.#keep(v.parse(attemptUpload, each)));
		return Response.json({ serverTime: this.now, attempts: acks });
	}

	#keep({ submissionId, answers, handedIn }: v.InferOutput<typeof attemptUpload>): AttemptAck {
		const refused = this.refused.get(submissionId);
		if (refused) return { submissionId, savedSeq: 0, refused };
		const before = this.attempts.get(submissionId);
		const kept: KeptAttempt = before ?? { answers: new Map(), again: 0 };
		this.attempts.set(submissionId, kept);
		for (const answer of answers) {
			if (kept.answers.has(answer.seq)) kept.again += 1;
			else kept.answers.set(answer.seq, answer);
		}
		if (handedIn && !kept.submission) {
			kept.submission = handedIn;
			kept.handedInAt = this.now;
		}
		const { handedInAt } = kept;
		return {
			submissionId,
			savedSeq: Math.max(0, ...kept.answers.keys()),
			...(handedInAt !== undefined && { handedInAt })
		};
	}
}
