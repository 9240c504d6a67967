import type { RequestEvent } from '@sveltejs/kit';
import type * as v from 'valibot';
import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import type { Outcome } from '#lib/domain/classroom/outcome.ts';
import type { ServerContext } from './context.ts';

/** One request of the API, with the store open and its body checked. */
export interface Call<B> {
	event: RequestEvent;
	context: ServerContext;
	body: B;
}

/** What an endpoint takes. */
export interface Takes<S extends v.GenericSchema | undefined> {
	/** The JSON body; none where it is absent. */
	body?: S;
	/** Most bytes of it; 64 kB unless given. */
	mostBytes?: number;
}

/** The work of an endpoint: a value for the caller, or the problem that stands in its way. */
export type Work<B> = (call: Call<B>) => Promise<Outcome<unknown, ApiProblem>>;
