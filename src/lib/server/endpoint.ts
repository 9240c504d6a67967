import type { RequestEvent } from '@sveltejs/kit';
import type * as v from 'valibot';
import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import { done, refused, type Outcome } from '#lib/domain/classroom/outcome.ts';
import type { ServerContext } from './context.ts';
import { passAddress } from './flood.ts';
import { problemAnswer, valueAnswer } from './http/answer.ts';
import { readBody } from './http/body.ts';
import { unexpectedLine } from './http/log.ts';
import { storeAway, storeFailure } from './store/failure.ts';

/** One request of the API, with the store open and its body checked. */
export interface Call<B, W = unknown> {
	event: RequestEvent;
	context: ServerContext;
	body: B;
	/** Who sent it, where the endpoint asks before it reads. */
	who: W;
}

/** What an endpoint takes. */
export interface Takes<S extends v.GenericSchema | undefined, W = unknown> {
	/** Who may send at all; asked before a byte of the body is read, so that nobody else has a large one parsed. */
	who?: (visit: Pick<Call<unknown>, 'event' | 'context'>) => Promise<Outcome<W, ApiProblem>>;
	/** The JSON body; none where it is absent. */
	body?: S;
	/** Most bytes of it; 64 kB unless given. */
	mostBytes?: number;
}

/** The work of an endpoint: a value for the caller, or the problem that stands in its way. */
export type Work<B, W = unknown> = (call: Call<B, W>) => Promise<Outcome<unknown, ApiProblem>>;

/** The body of a call whose endpoint takes one, else nothing. */
type BodyOf<S> = S extends v.GenericSchema ? v.InferOutput<S> : undefined;

const AWAY: ApiProblem = { code: 'unavailable', retryAfterS: 2 };
/** A database that hangs keeps nobody waiting longer; the work may still be done behind it. */
const ANSWER_MS = 20_000;

/** What comes of `work`, or a store that is away where it takes too long. */
async function inTime<T>(work: Promise<T>): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(storeAway()), ANSWER_MS);
	});
	try {
		return await Promise.race([work, late]);
	} finally {
		clearTimeout(timer);
	}
}

/** The problem of what an endpoint threw; what nobody expected is logged. */
function thrown(error: unknown, event: RequestEvent): ApiProblem {
	const failure = storeFailure(error);
	if (failure === 'unfit') return { code: 'unfit' };
	if (failure) return AWAY;
	console.error(unexpectedLine(error, event.locals.requestId));
	return { code: 'unexpected' };
}

/** Who it is, then what they sent, then what comes of it. */
async function answered<S extends v.GenericSchema | undefined, W>(
	visit: Pick<Call<unknown>, 'event' | 'context'>,
	{ body: schema, mostBytes, who: find }: Takes<S, W>,
	work: Work<BodyOf<S>, W>
): Promise<Outcome<unknown, ApiProblem>> {
	const who: Outcome<unknown, ApiProblem> = find ? await inTime(find(visit)) : done(undefined);
	if (!who.ok) return who;
	const body: Outcome<unknown, ApiProblem> = schema
		? await readBody(visit.event.request, { schema, mostBytes })
		: done(undefined);
	if (!body.ok) return body;
	return inTime(work({ ...visit, body: body.value as BodyOf<S>, who: who.value as W }));
}

async function outcomeOf<S extends v.GenericSchema | undefined, W>(
	event: RequestEvent,
	takes: Takes<S, W>,
	work: Work<BodyOf<S>, W>
): Promise<Outcome<unknown, ApiProblem>> {
	const context = event.locals.classServer.contextFor(event.url.origin);
	if (!context.ok) return context;
	const visit = { event, context: context.value };
	const passed = passAddress(visit, 'any');
	if (!passed.ok) return passed;
	try {
		return await answered(visit, takes, work);
	} catch (error) {
		return refused(thrown(error, event));
	}
}

/**
 * An endpoint of the class API: the store is open, the body is read up to its limit and fits its schema,
 * then `work` runs. Whatever comes of it is an answer, JSON or 204; nothing is thrown to the caller.
 */
export function endpoint<S extends v.GenericSchema | undefined = undefined, W = unknown>(
	takes: Takes<S, W>,
	work: Work<BodyOf<S>, W>
): (event: RequestEvent) => Promise<Response> {
	return async (event) => {
		const outcome = await outcomeOf(event, takes, work);
		if (outcome.ok) return valueAnswer(outcome.value);
		event.locals.problem = outcome.problem.code;
		return problemAnswer(outcome.problem, event.locals.requestId);
	};
}
