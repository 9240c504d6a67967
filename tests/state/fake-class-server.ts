import type {
	AssignmentBody,
	ClassBody,
	KeptCounts,
	LiveView,
	NewPin,
	RulingsBody,
	ServedClass
} from '#lib/domain/classroom/api/class-api.ts';
import { PROBLEM_STATUS, type ApiProblemCode } from '#lib/domain/classroom/api/problems.ts';
import type { Submission } from '#lib/domain/classroom/types.ts';
import { ClassServer } from '#lib/remote/class-server.ts';

/**
 * What goes wrong with one request: no network; the server fails before it did anything; it dies between
 * commit and reply; the request is done twice; nobody is signed in; what is asked for is refused.
 */
export type Fault = 'offline' | 'fails' | 'reply-lost' | 'twice' | ApiProblemCode;

interface Kept {
	body: ClassBody;
	changedAt: number;
	code: string;
	pins: Map<number, string>;
	assignments: Map<string, AssignmentBody>;
	rulings: Map<string, unknown>;
}

/** What a request is about. */
interface At {
	/** The class's id. */
	id: string;
	/** An assignment's id, or a pupil's number. */
	part: string;
	kept: Kept;
	body: unknown;
	after: number;
}

const NONE: Kept = {
	body: { name: '', pupils: [], sealTo: '', signedBy: '', retentionDays: 1 },
	changedAt: 0,
	...{ code: '', pins: new Map(), assignments: new Map(), rulings: new Map() }
};

type Served = Submission & { arrivedAt: number };

/** A class server that a script goes wrong with: the wire of the real one over memory. */
export class FakeClassServer {
	/** Asked before each request, by method and path. */
	script: (request: string) => Fault | undefined = () => undefined;
	readonly asked: string[] = [];
	readonly classes = new Map<string, Kept>();
	readonly submissions: Served[] = [];
	readonly deletedAssignments: string[] = [];
	/** What stays of swept assignments, whatever the class. */
	aggregates: KeptCounts[] = [];
	live: LiveView = { serverTime: 0, items: 0, pupils: [], submissions: 0 };
	readonly remote = new ClassServer({
		fetch: (url, init) => this.#fetch(String(url), init),
		base: ''
	});

	#pins = 100_000;

	async #fetch(url: string, init?: RequestInit): Promise<Response> {
		const request = `${init?.method ?? 'GET'} ${url.replace('/api/', '')}`;
		const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
		this.asked.push(request);
		const fault = this.script(request);
		switch (fault) {
			case undefined:
				return this.#answer(request, body);
			case 'offline':
				throw new TypeError('Failed to fetch');
			case 'fails':
				return problem('unexpected');
			case 'reply-lost':
				this.#answer(request, body);
				throw new TypeError('Failed to fetch');
			case 'twice':
				this.#answer(request, body);
				return this.#answer(request, body);
			default:
				return problem(fault);
		}
	}

	/** What is answered, by method and path; `[class, id]` are those of the path. */
	readonly #routes: [RegExp, (at: At) => Response][] = [
		[/^PUT classes\/([^/]+)$/, ({ id, body }) => this.#putClass(id, body as ClassBody)],
		[/^GET classes\/([^/]+)$/, ({ id, kept }) => Response.json(this.#told(id, kept))],
		[/^GET classes\/([^/]+)\/aggregates$/, () => Response.json({ assignments: this.aggregates })],
		[/^DELETE classes\/([^/]+)$/, ({ id }) => Response.json(this.classes.delete(id))],
		[
			/^POST classes\/([^/]+)\/rulings$/,
			({ kept, body }) => {
				for (const ruling of (body as RulingsBody).rulings) kept.rulings.set(ruling.id, ruling);
				return new Response(null, { status: 204 });
			}
		],
		[
			/^POST classes\/([^/]+)\/pupils\/(\d+)\/pin$/,
			({ kept, part }) => Response.json(this.#pin(kept, Number(part)))
		],
		[/^GET classes\/([^/]+)\/assignments\/([^/]+)\/live$/, () => Response.json(this.live)],
		[
			/^GET classes\/([^/]+)\/assignments\/([^/]+)\/submissions\?after=(\d+)$/,
			({ part, after }) => this.#page(part, after)
		],
		[
			/^PUT classes\/([^/]+)\/assignments\/([^/]+)$/,
			({ kept, part, body }) => {
				kept.assignments.set(part, body as AssignmentBody);
				return Response.json({ changedAt: 1, versions: 1 });
			}
		],
		[
			/^DELETE classes\/([^/]+)\/assignments\/([^/]+)$/,
			({ kept, part }) => {
				this.deletedAssignments.push(part);
				return kept.assignments.delete(part)
					? new Response(null, { status: 204 })
					: problem('missing');
			}
		]
	];

	#answer(request: string, body: unknown): Response {
		const [found, answer] = this.#routeOf(request);
		const [, id = '', part = '', after = ''] = found ?? [];
		const kept = this.classes.get(id) ?? NONE;
		const isLacking = kept === NONE && !/^PUT classes\/[^/]+$/.test(request);
		if (!answer || isLacking) return problem('missing');
		return answer({ id, part, kept, body, after: Number(after) });
	}

	#routeOf(request: string): [RegExpExecArray?, ((at: At) => Response)?] {
		for (const [path, answer] of this.#routes) {
			const found = path.exec(request);
			if (found) return [found, answer];
		}
		return [];
	}

	#putClass(id: string, { basedOn, ...body }: ClassBody): Response {
		const there = this.classes.get(id);
		const kept: Kept = there ?? {
			...{ body, changedAt: 1, code: 'K3F-9QWX', pins: new Map<number, string>() },
			...{ assignments: new Map<string, AssignmentBody>(), rulings: new Map<string, unknown>() }
		};
		const isSaid = JSON.stringify(kept.body) === JSON.stringify(body);
		if (!isSaid && basedOn !== kept.changedAt) return problem('changed-elsewhere');
		if (!isSaid) kept.changedAt += 1;
		kept.body = body;
		this.classes.set(id, kept);
		const fresh = body.pupils.filter(({ no }) => !kept.pins.has(no));
		const pins = fresh.map(({ no }) => this.#pin(kept, no));
		return Response.json({ class: this.#told(id, kept), pins, gone: [] });
	}

	#pin(kept: Kept, no: number): NewPin {
		const pin = String((this.#pins += 1));
		kept.pins.set(no, pin);
		return { no, pin };
	}

	#told(id: string, { body, changedAt, code, assignments }: Kept): ServedClass {
		const { name, retentionDays, pupils } = body;
		return {
			...{ id, name, code, retentionDays, createdAt: 1, changedAt },
			pupils: pupils.map((pupil) => ({ ...pupil, hasLink: false })),
			assignmentIds: [...assignments.keys()],
			deletesAt: 1_800_000_000_000,
			...(this.aggregates[0] && { sweptAt: this.aggregates[0].madeAt })
		};
	}

	#page(assignmentId: string, after: number): Response {
		const some = this.submissions
			.filter((each) => each.assignmentId === assignmentId && each.arrivedAt >= after)
			.sort((a, b) => a.arrivedAt - b.arrivedAt);
		return Response.json({ submissions: some.slice(0, 3), more: some.length > 3 });
	}
}

function problem(code: ApiProblemCode): Response {
	return Response.json({ code }, { status: PROBLEM_STATUS[code] });
}
