import { readAggregates } from '#lib/domain/classroom/api/class-answers.ts';
import type { KeptCounts } from '#lib/domain/classroom/api/class-api.ts';
import type { RemoteProblem } from '#lib/remote/class-server.ts';
import type { ServerSide } from './server-side.ts';

/** What the server keeps of a class's assignments once their answers were deleted. */
export class ServedCounts {
	#side: Pick<ServerSide, 'server' | 'account'>;
	readonly #classId: string;

	/** The assignment given out first first; absent while they are asked for. */
	assignments = $state.raw<readonly KeptCounts[]>();
	problem = $state.raw<RemoteProblem>();
	busy = $state(false);

	constructor(side: Pick<ServerSide, 'server' | 'account'>, classId: string) {
		this.#side = side;
		this.#classId = classId;
	}

	/** Asks the server. */
	async look(): Promise<void> {
		if (this.busy) return;
		this.busy = true;
		const path = `classes/${this.#classId}/aggregates`;
		const answer = await this.#side.server.ask<unknown>('GET', path);
		const read = answer.ok ? readAggregates(answer.value) : undefined;
		this.busy = false;
		if (read) this.assignments = read.assignments;
		this.problem = answer.ok ? (read ? undefined : { code: 'unexpected' }) : answer.problem;
		if (this.problem?.code === 'signed-out') this.#side.account.signedOut();
	}
}
